// One instruction of a decision: its words, its point, and what it amends.

import Citations
import HanText
import Legislation

/// One instruction of a decision.
struct Instruction {
  /// The labels above it and its own: 十五、（一）.
  var point: String
  /// How many labels stand in `point`.
  var depth: Int
  /// The instrument that the lines around it name; nil where they name none.
  var scope: String?
  var lexemes: [Lexeme]
  /// UTF-8 bytes of the decision.
  var range: ByteRange

  /// Whether new words must still come: 修改为：, 内容如下：.
  var awaitsText: Bool {
    // 内容如下： and 规定： ask for text whatever stands before them.
    if case .mark(Punctuation.colon)? = lexemes.last?.kind,
      case .word(.filler)? = lexemes.dropLast().last?.kind
    {
      return true
    }
    for lexeme in lexemes.reversed() {
      switch lexeme.kind {
      case .mark(let mark):
        if mark == Punctuation.colon { continue }
        return false
      case .word(.becomes), .word(.names), .word(.add): return true
      case .count: continue
      case .word(.filler): continue
      case .address:
        return lexemes.contains { if case .word(.add) = $0.kind { true } else { false } }
      default: return false
      }
    }
    return false
  }

  /// Whether it says of something that it applies no more.
  var suspends: Bool {
    lexemes.contains { if case .word(.suspended) = $0.kind { true } else { false } }
  }

  /// Whether it holds a word that changes something.
  var acts: Bool {
    lexemes.contains {
      switch $0.kind {
      case .word(.becomes), .word(.delete), .word(.add), .word(.merge), .word(.separate),
        .word(.splits), .word(.fold), .word(.reorder):
        true
      default: false
      }
    }
  }
}
