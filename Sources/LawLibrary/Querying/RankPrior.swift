// How likely a provision is to be the answer before the question is read, by its instrument's rank.

import Legislation

extension InstrumentRank {
  /// Multiplies the score of the instrument's provisions. Lay questions are answered by codes and laws far
  /// more often than by the regulations under them; measured on the development questions.
  var prior: Float {
    switch self {
    case .code: 1.4
    case .law: 1.15
    case .constitution, .interpretation: 1
    case .regulation, .rule, .local, .other: 0.9
    // Short paragraphs about a rule would else stand above the rule.
    case .commentary: 0.5
    }
  }
}
