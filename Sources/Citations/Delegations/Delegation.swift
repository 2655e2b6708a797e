// A clause that leaves a rule to somebody: what the delegation finder finds.

import HanText

/// Whether the owner of a rule owes it or may make it.
public enum DelegationMode: String, Sendable, CaseIterable {
  /// 由国务院规定, 应当制定
  case must
  /// 可以制定
  case may
}

/// A clause that leaves a rule to another body or text. Ranges are UTF-8 bytes of the source text.
public struct Delegation: Sendable, Hashable {
  /// From what is to be laid down to the verb, or from the owner to what is to be made.
  public let clause: ByteRange
  /// The innermost provision it stands in, an index of the document's tree.
  public let node: Int
  /// Who owes or may make the rule, each body by itself; empty where the text names none (另行规定).
  public let owners: [ByteRange]
  /// What is to be laid down: 具体办法, 收费标准. Nil where the clause leaves it to the sentence.
  public let subject: ByteRange?
  public let mode: DelegationMode
  /// 制定, 另行规定
  public let verb: ByteRange
}
