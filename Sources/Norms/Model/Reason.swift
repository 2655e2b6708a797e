// Why a field of a norm is what it is: the rule that set it, for people who ask.

/// A field of a norm.
public enum NormField: String, Sendable, CaseIterable {
  case trigger, kind, bearers, topic, action, condition, exception, authority
}

/// The rule that set a field.
public struct Reason: Sendable, Hashable {
  public let field: NormField
  /// What the rule saw, a sentence for people.
  public let rule: String

  init(_ field: NormField, _ rule: String) {
    self.field = field
    self.rule = rule
  }
}
