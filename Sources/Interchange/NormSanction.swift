// What follows the breach of a norm, as people and scripts read it.

import Norms

/// A sanction joined to a norm by a citation.
public struct NormSanction: Sendable {
  /// The id of the sanction's own norm.
  public var id: String
  public var provision: String
  public var label: String
  public var condition: NormEntry.Words?
  public var action: NormEntry.Words
  public var authorities: [NormEntry.Words]
  public var measures: [NormMeasure]
  /// The provisions it is imposed under.
  public var references: [NormReference]
  /// The words that cite the norm's provision: 第七条第一款.
  public var citation: String
  /// The title of the instrument it stands in, without 《》; nil where that is the norm's own.
  public var instrument: String?

  /// The sanction `entry`, joined by the words `citation`; of another text than the norm with its title.
  public init(_ entry: NormEntry, by citation: String, in instrument: String? = nil) {
    id = entry.id
    provision = entry.provision
    label = entry.label
    condition = entry.condition
    action = entry.action
    authorities = entry.authorities
    measures = entry.measures
    references = entry.references.map { reference in
      var reference = reference
      // What the sanction's text calls its own is another's to the norm's.
      reference.law = reference.law ?? instrument
      return reference
    }
    self.citation = citation
    self.instrument = instrument
  }

  /// 《乙条例》第二十二条: with the title where it is another instrument's.
  var place: String {
    (instrument?.bracketedTitle ?? "") + (label.isEmpty ? provision : label)
  }

  /// 第二十二条：责令改正，处一万元以上十万元以下罚款（网信部门），依照《甲法》第六十条
  var line: String {
    let who = authorities.map(\.text.oneLine).joined(separator: "、")
    let basis = references.places
    return "\(place)：\(action.text.oneLine)" + (who.isEmpty ? "" : "（\(who)）")
      + (basis.isEmpty ? "" : "，依照\(basis)")
  }

  func write(to writer: inout JSONWriter) {
    writer.key("norm")
    writer.string(id)
    writer.key("instrument")
    writer.optional(instrument)
    writer.key("provision")
    writer.string(provision)
    writer.key("label")
    writer.string(label)
    writer.key("by")
    writer.string(citation)
    writer.key("condition")
    writer.words(ifAny: condition)
    writer.key("action")
    writer.words(action)
    writer.key("authority")
    writer.array { writer in
      for words in authorities { writer.words(words) }
    }
    writer.key("measures")
    writer.array { writer in
      for measure in measures { writer.object(measure.write) }
    }
    writer.key("references")
    writer.array { writer in
      for reference in references { writer.object(reference.write) }
    }
  }
}
