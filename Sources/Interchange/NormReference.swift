// The provision that a sanction is imposed under: 依照《…法》第六十条的规定处罚.

import Citations
import Legislation

/// A provision that a sanction refers to for what it imposes.
public struct NormReference: Sendable, Hashable {
  /// The words that cite it: 《…法》第六十条.
  public var text: String
  /// The instrument's title without 《》; nil where the text means itself.
  public var law: String?
  /// Its eId, of a run that of its first; empty for a whole instrument.
  public var address: String
  /// 第六十条至第六十二条; empty for a whole instrument.
  public var label: String

  /// A target that the words `text` name. Nil for the text's own rules as a whole.
  package init?(_ target: CitationTarget, by text: String) {
    if target.instrument == .itself, target.path.isEmpty { return nil }
    self.text = text
    if case .titled(let title) = target.instrument { law = title }
    address = target.path.isEmpty ? "" : target.address.eId
    label = target.span
  }

  /// 《…法》第六十条
  var place: String { (law?.bracketedTitle ?? "") + label }

  func write(to writer: inout JSONWriter) {
    writer.key("text")
    writer.string(text)
    writer.key("law")
    writer.optional(law)
    writer.key("address")
    writer.string(address)
    writer.key("label")
    writer.string(label)
  }
}

extension Sequence<NormReference> {
  /// 《甲法》第六十条、第六十一条: a title that goes on is not repeated.
  var places: String {
    var law: String??
    return map { reference in
      defer { law = .some(reference.law) }
      return law == .some(reference.law) ? reference.label : reference.place
    }.filter { !$0.isEmpty }.joined(separator: "、")
  }
}
