// A decision's operations on one instrument, among all that it amends.

import Citations
import HanText
import Legislation

/// The operations a decision asks of one instrument.
struct Amendments {
  private(set) var operations: [AmendmentOperation] = []
  private(set) var unread: [UnreadInstruction] = []
  /// What limits the application of provisions and leaves their words.
  private(set) var suspensions: [UnreadInstruction] = []
  /// The instruments the decision names at the head of an instruction, in order.
  private(set) var scopes: [String] = []

  /// Reads `decision` for what it does to the instrument titled `title`.
  init(_ decision: ParsedDocument, amending title: String) {
    let instructions = InstructionReader.read(decision)
    for instruction in instructions where instruction.acts || instruction.suspends {
      if let scope = instruction.scope, !scopes.contains(scope) { scopes.append(scope) }
    }
    let named = Self.named(by: decision.metadata.title)
    let instrument = AmendedInstrument(
      title: title, scopes: scopes, named: named,
      isAlone: named.count == 1 && !decision.metadata.title.contains("等"))
    if scopes.isEmpty { scopes = named }
    // What each point was about last, for those below it and the lines after it.
    var contexts: [(point: String, context: InstructionContext)] = []
    for (i, instruction) in instructions.enumerated() {
      contexts.removeAll { !instruction.point.hasPrefix($0.point) }
      let context = contexts.last?.context ?? InstructionContext()
      guard instrument.isMeant(instruction) || context.template != nil else { continue }
      var parser = InstructionParser(instruction, instrument, context)
      parser.parse()
      operations += parser.operations
      unread += parser.unread
      if parser.suspends {
        suspensions.append(UnreadInstruction(point: instruction.point, range: instruction.range))
      }
      if parser.isSilent, !instruction.heads(instructions[(i + 1)...].first) {
        unread.append(UnreadInstruction(point: instruction.point, range: instruction.range))
      }
      contexts.removeAll { $0.point == instruction.point }
      contexts.append((instruction.point, parser.context))
    }
  }

  /// 《…》 of a decision's title; of 刑法修正案（五） what it amends.
  static func named(by title: String) -> [String] {
    let bytes = Array(title.utf8)
    var titles: [String] = []
    var i = 0
    while let mark = bytes.find("《", in: i..<bytes.count),
      let title = markedTitle(bytes, at: mark, before: bytes.count)
    {
      titles.append(titleText(bytes, title.text))
      i = title.end
    }
    if titles.isEmpty, let word = bytes.find("修正案", in: 0..<bytes.count), word > 0 {
      titles.append(String(decoding: bytes[..<word], as: UTF8.self))
    }
    return titles
  }
}

/// The instrument whose amendments are read.
struct AmendedInstrument {
  let title: String
  /// Whether an instruction that names no instrument is about it.
  let isDefault: Bool
  /// How the decision calls it, where not by its whole title.
  private let calling: String?

  /// - Parameters:
  ///   - scopes: What the instructions name.
  ///   - named: What the decision's own title names.
  ///   - isAlone: Whether the decision's title names all it amends.
  init(title: String, scopes: [String], named: [String], isAlone: Bool) {
    self.title = title
    let known = named + scopes
    if known.contains(where: { Self.name($0, title) }) {
      calling = nil
    } else {
      // 灯塔条例 for 霁川市灯塔条例, where nothing it names fits better.
      let own = titleKey(title)
      let similar = known.map(titleKey).filter { key in
        key.utf8.count >= 12 && own.utf8.count >= 12 && (own.hasSuffix(key) || key.hasSuffix(own))
      }
      calling = Set(similar).count == 1 ? similar[0] : nil
    }
    let call = calling
    isDefault =
      named.isEmpty
      ? scopes.isEmpty
      : isAlone && (Self.name(named[0], title) || (call != nil && titleKey(named[0]) == call))
  }

  /// Whether a decision's name for an instrument is that of the one titled `title`; courts leave out their own
  /// name at its beginning.
  private static func name(_ name: String, _ title: String) -> Bool {
    let (key, own) = (titleKey(name), titleKey(title))
    return key == own || (key.hasPrefix("关于") && own.hasSuffix(key))
      || (own.hasPrefix("关于") && key.hasSuffix(own))
  }

  func isNamed(_ name: String) -> Bool {
    Self.name(name, title) || (calling != nil && titleKey(name) == calling)
  }

  /// Whether an instruction is about it, names it further on, or may be about whatever a list below names.
  func isMeant(_ instruction: Instruction) -> Bool {
    if let scope = instruction.scope {
      if isNamed(scope) { return true }
    } else if isDefault || instruction.hasList {
      return true
    }
    return instruction.lexemes.contains {
      if case .title(let title) = $0.kind { isNamed(title) } else { false }
    } || instruction.isReordering && instruction.scope == nil
  }
}

extension Instruction {
  /// 此外，对相关行政法规中的条文序号作相应调整: said of all instruments of a decision.
  var isReordering: Bool { holds(.reorder) }

  /// 将下列条例中的“A”修改为“B”, with the provisions listed below.
  var hasList: Bool { holds(.listed) }

  private func holds(_ word: AmendmentWord) -> Bool {
    lexemes.contains { if case .word(word) = $0.kind { true } else { false } }
  }

  /// Whether it only leads to what follows: it ends in ： or has points below it.
  func heads(_ next: Instruction?) -> Bool {
    if case .mark(Punctuation.colon)? = lexemes.last?.kind, !acts { return true }
    guard let next else { return false }
    return next.point != point && next.point.hasPrefix(point) && !point.isEmpty
  }
}
