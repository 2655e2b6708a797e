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
  /// The words that cite the norm's provision: 第七条第一款.
  public var citation: String

  /// The sanction `entry`, joined by the words `citation`.
  public init(_ entry: NormEntry, by citation: String) {
    id = entry.id
    provision = entry.provision
    label = entry.label
    condition = entry.condition
    action = entry.action
    authorities = entry.authorities
    measures = entry.measures
    self.citation = citation
  }

  /// 第二十二条：责令改正，处一万元以上十万元以下罚款（网信部门）
  var line: String {
    let place = label.isEmpty ? provision : label
    let who = authorities.map(\.text.oneLine).joined(separator: "、")
    return "\(place)：\(action.text.oneLine)" + (who.isEmpty ? "" : "（\(who)）")
  }

  func write(to writer: inout JSONWriter) {
    writer.key("norm")
    writer.string(id)
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
  }
}
