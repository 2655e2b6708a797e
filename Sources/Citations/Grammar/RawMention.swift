// A mention as the words give it, before anything is resolved.

import HanText
import Legislation

/// What a list of provisions hangs on.
enum Lead: Hashable {
  /// An instrument by its full title; whether it stood in 《》.
  case instrument(String, isMarked: Bool)
  /// 本法, 本规定.
  case ownInstrument
  /// 该法, 同法: the instrument last named.
  case sameInstrument
  /// Nothing: 第三条.
  case nothing
  /// 本章, 本节, 本编; 本条, 本款, 本项.
  case this(Level)
  /// 前款, 前两条; nil for all of them (前各款).
  case preceding(Level, Int?)
  /// 该条, 同款: the provision last cited.
  case same(Level)
}

/// A mention in a line.
struct RawMention {
  /// UTF-8 bytes of the line's bytes.
  var range: ByteRange
  var lead: Lead
  /// Empty where no number follows.
  var references: [Reference]
  var isOpen = false
  /// Whether the words around ask for the rules of what is named: 遵守宪法, but not 宪法的尊严.
  var isObject = true

  /// Whether it names an article by number, or by its place before this one.
  var namesArticle: Bool {
    if case .preceding(.article, _) = lead { return true }
    return references.contains { $0.steps.contains { $0.level == .article } }
  }
}
