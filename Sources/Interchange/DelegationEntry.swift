// A delegation as people and scripts read it.

import Citations
import HanText
import Legislation

/// A delegation taken out of its document. Ranges are in Unicode scalars of the source.
public struct DelegationEntry: Sendable {
  /// The eId of the provision it stands in.
  public var provision: String
  /// 第十九条第二款; empty where the provision has no name.
  public var label: String
  /// The clause.
  public var text: String
  public var range: Range<Int>
  /// Who owes or may make the rule; empty where the text names nobody.
  public var owners: [TermEntry.Words]
  /// What is to be laid down; nil where the clause leaves it to the sentence.
  public var subject: TermEntry.Words?
  public var mode: DelegationMode
  /// 制定, 另行规定
  public var verb: TermEntry.Words

  package init(
    provision: String, label: String, text: String, range: Range<Int>, owners: [TermEntry.Words],
    subject: TermEntry.Words?, mode: DelegationMode, verb: TermEntry.Words
  ) {
    self.provision = provision
    self.label = label
    self.text = text
    self.range = range
    self.owners = owners
    self.subject = subject
    self.mode = mode
    self.verb = verb
  }
}

extension ParsedDocument {
  /// The delegations of this document.
  public func delegations() -> [DelegationEntry] {
    var offsets = ScalarOffsets(source)
    var labels = PlaceLabels(self)
    func words(_ range: ByteRange) -> TermEntry.Words {
      TermEntry.Words(text: text(in: range).oneLine, range: offsets.scalars(range))
    }
    return DelegationFinder().delegations(in: self).map { delegation in
      DelegationEntry(
        provision: tree.eId(of: delegation.node), label: labels.label(of: delegation.node),
        text: text(in: delegation.clause), range: offsets.scalars(delegation.clause),
        owners: delegation.owners.map(words), subject: delegation.subject.map(words),
        mode: delegation.mode, verb: words(delegation.verb))
    }
  }

  /// The title and the delegations, as lines of at most `width` columns.
  public func delegationReport(_ delegations: [DelegationEntry], width: Int = 80) -> String {
    var out = metadata.title.isEmpty ? "" : metadata.title.clipped(to: width) + "\n"
    for delegation in delegations {
      for line in delegation.head.wrapped(to: width) { out += line + "\n" }
      for line in delegation.text.oneLine.wrapped(to: width - 4) { out += "    \(line)\n" }
    }
    return out + counted(delegations.count, "delegation") + "\n"
  }
}

extension DelegationEntry {
  /// 国务院、中央军事委员会; 未指明 where the text names nobody.
  private var ownerNames: String {
    owners.isEmpty ? "未指明" : owners.map(\.text).joined(separator: "、")
  }

  /// Where it stands, who owes the rule, and what is to be done.
  public var head: String {
    "\(label.isEmpty ? provision : label)  \(ownerNames)  \(duty)"
  }

  /// 应制定, 可另行规定
  private var duty: String { (mode == .may ? "可" : "应") + verb.text }

  /// The delegation as one line of JSON, the line ended; `file` is printed as it is given.
  public func json(file: String) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.string(file)
      write(to: &writer)
    }
  }

  /// The fields inside an open object.
  package func write(to writer: inout JSONWriter) {
    writer.key("provision")
    writer.string(provision)
    writer.key("text")
    writer.string(text)
    writer.key("range")
    writer.range(range)
    writer.key("owners")
    writer.array { writer in
      for owner in owners { writer.words(owner) }
    }
    writer.key("subject")
    if let subject { writer.words(subject) } else { writer.null() }
    writer.key("mode")
    writer.string(mode.rawValue)
    writer.key("verb")
    writer.words(verb)
  }
}
