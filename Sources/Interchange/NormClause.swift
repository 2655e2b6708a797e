// What a commentary says a party must do, and the provision it says this of.

import Citations
import HanText
import Legislation
import Norms

/// The provision that a norm of a commentary reports.
public struct NormClause: Sendable, Hashable {
  /// How the provision is known.
  public enum Basis: String, Sendable, CaseIterable {
    /// 引用: the paragraph cites it.
    case cited
    /// 意引: a library has it, and the norm paraphrases it.
    case paraphrase
    /// 未找到: a library was asked, and no provision has enough of the norm's words.
    case missing
  }

  /// The words that cite it, 《…规定》第十九条; empty where nothing does.
  public var text: String
  /// The instrument's title without 《》; nil where nothing tells.
  public var law: String?
  /// Its eId; empty where a whole instrument is all that is known.
  public var address: String
  /// 第十九条第一款; empty like the address.
  public var label: String
  /// How much (0…1) of the norm's words stands in the provision; nil where they were not compared.
  public var share: Double?
  public var basis: Basis

  package init(
    text: String, law: String?, address: String, label: String, share: Double? = nil, basis: Basis
  ) {
    self.text = text
    self.law = law
    self.address = address
    self.label = label
    self.share = share
    self.basis = basis
  }

  /// The last provision cited in front of a norm in its paragraph, or behind it in its sentence; where none is
  /// numbered, the last instrument. Nil where the paragraph cites nothing.
  init?(_ norm: Norm, _ citations: [Citation], in document: ParsedDocument) {
    let tree = document.tree
    let paragraph = tree.nodes[norm.node].parent ?? norm.node
    let sentence = tree.nodes[norm.node].range
    let near = citations.filter {
      tree.nodes[paragraph].range.contains($0.range.lowerBound)
        && $0.range.upperBound <= max(norm.trigger.lowerBound, sentence.upperBound)
        && !$0.targets.isEmpty
    }
    guard let citation = near.last(where: { !$0.targets[0].path.isEmpty }) ?? near.last else {
      return nil
    }
    let target = citation.targets[0]
    self.init(
      text: document.text(in: citation.range), law: nil,
      address: target.path.isEmpty ? "" : target.address.eId, label: target.span, basis: .cited)
    if case .titled(let title) = target.instrument { law = title }
  }

  /// 《…规定》第十九条第一款（意引 72%）, or the words of the text where it cites; of the share, that of the
  /// norm's words that stand in the provision.
  var line: String {
    let place = (law?.bracketedTitle ?? "") + label
    let percent = share.map { "\(Int(($0 * 100).rounded()))%" }
    switch basis {
    case .cited: return text.oneLine + (percent.map { "（引用 \($0)）" } ?? "")
    case .paraphrase: return place + "（意引 \(percent ?? "")）"
    case .missing: return text.isEmpty ? "未找到" : text.oneLine + "（条款未找到）"
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.key("text")
    writer.optional(text.isEmpty ? nil : text)
    writer.key("law")
    writer.optional(law)
    writer.key("address")
    writer.string(address)
    writer.key("label")
    writer.string(label)
    writer.key("basis")
    writer.string(basis.rawValue)
    writer.key("share")
    if let share { writer.number("\((share * 1000).rounded() / 1000)") } else { writer.null() }
  }
}
