// A norm: one deontic operator with its party, what it asks, and when: what the norm finder finds.

import HanText

/// What a norm does to its bearer.
public enum NormKind: String, Sendable, CaseIterable {
  /// 应当, 必须, 有义务
  case duty
  /// 不得, 禁止, 不准
  case prohibition
  /// 可以, 有权, 享有
  case permission
  /// 负责, 主管, 履行下列职责: who is in charge.
  case competence
  /// 责令, 处, 没收, 追究: what follows a breach.
  case sanction

  /// Whether a norm of this kind can be breached: a sanction follows duties and prohibitions.
  package var isBreakable: Bool { self == .duty || self == .prohibition }
}

/// One norm statement. Ranges are UTF-8 bytes of the source text.
public struct Norm: Sendable, Hashable {
  /// The innermost provision the trigger stands in, an index of the document's tree.
  public var node: Int
  public var kind: NormKind
  /// The deontic operator: 应当, 不得, 责令.
  public var trigger: ByteRange
  /// Who is obliged, forbidden, permitted, in charge or punished, each role or body by itself.
  public var bearers: [ByteRange]
  /// Whether the bearers stand earlier in the article than in the trigger's own segment.
  public var isImplicit: Bool
  /// The thing that is the grammatical subject, where there is one.
  public var topic: ByteRange?
  /// What is asked, forbidden, permitted or imposed.
  public var action: ByteRange
  /// The antecedents: …的, …时, 未经….
  public var condition: ByteRange?
  /// 但…, 除…外, with that word.
  public var exception: ByteRange?
  /// Who imposes a sanction.
  public var authorities: [ByteRange]
  /// What a sanction consists of, in text order; none for other kinds.
  public var measures: [Measure]
  /// The time limits in what is asked.
  public var deadlines: [Deadline]
  /// Which rule set which field, in the order they were set.
  public var reasons: [Reason]
}
