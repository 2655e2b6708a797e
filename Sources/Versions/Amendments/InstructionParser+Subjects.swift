// What an instruction is about: provisions, the title, the preamble, the whole text.

import Citations
import HanText
import Legislation

/// Provisions with the words of theirs that a decision quotes.
struct QuotedPlace {
  var subject: [AmendedProvision]
  var part: AmendedPart
  var isEverywhere: Bool
  /// Whether the provisions are those of the instrument.
  var isOurs: Bool
  var quotes: [QuotedText]
}

extension InstructionParser {
  mutating func readInstrument(_ title: String, at i: Int) {
    let isNamed = instrument.isNamed(title)
    guard isNamed || isFollowedByAddress(i + 1) else { return }
    keepPlace(at: i)
    titleIsOurs = isNamed
    // In 《A》第三条、《B》第五条 one of both is enough.
    isOurs = isNamed || (subjectIsOpen && isOurs)
  }

  mutating func readAddress(_ list: [AmendedProvision], at i: Int) {
    guard titleIsOurs else {
      if !subjectIsOpen { (subject, quotes) = ([], []) }
      subjectIsOpen = true
      return
    }
    keepPlace(at: i)
    keepTitle(at: i)
    mentions = mentions || list.contains { $0.path.last?.level != .attachment }
    let resolved = list.map(resolve)
    if deleting {
      flushDeletion()
      toDelete = resolved
      (subject, part, isEverywhere) = (resolved, .whole, false)
      return
    }
    subject = subjectIsOpen && !isEverywhere ? subject + resolved : resolved
    if subject.count > Self.mostProvisions { subject.removeFirst() }
    (part, quotes, isEverywhere, subjectIsOpen) = (.whole, [], false, true)
    (structural, strike) = (nil, nil)
  }

  /// How many provisions one instruction may list.
  private static let mostProvisions = 1000

  /// Keeps the provisions before with their quoted words, where 、 or 和 joins the next ones to them.
  private mutating func keepPlace(at i: Int) {
    guard !quotes.isEmpty, !deleting, place == nil else { return }
    var before = i - 1
    while case .word(.filler)? = kind(before) { before -= 1 }
    switch kind(before) {
    case .quote, .mark(Punctuation.enumerationComma): break
    default: return
    }
    places.append(
      QuotedPlace(
        subject: subject, part: part, isEverywhere: isEverywhere, isOurs: isOurs, quotes: quotes))
    quotes = []
  }

  /// 名称、第一条中的“A”: the title is another place with the same words.
  private mutating func keepTitle(at i: Int) {
    guard part == .heading, quotes.isEmpty, i > 0, subject == [AmendedProvision([])] else { return }
    switch kind(i - 1) {
    case .mark(Punctuation.enumerationComma), .word(.filler): break
    default: return
    }
    places.append(
      QuotedPlace(subject: subject, part: part, isEverywhere: false, isOurs: isOurs, quotes: []))
  }

  /// All places whose words were quoted, which are then used.
  mutating func takePlaces() -> [QuotedPlace] {
    defer { (places, quotes) = ([], []) }
    guard !quotes.isEmpty else { return places }
    // “一、总则”修改为“一、一般规定” names no place.
    if subject.isEmpty, isOurs { aim(at: [AmendedProvision([])]) }
    return places + [
      QuotedPlace(
        subject: subject, part: part, isEverywhere: isEverywhere, isOurs: isOurs, quotes: quotes)
    ]
  }

  /// A provision with the levels above its first taken from the one named before.
  func resolve(_ provision: AmendedProvision) -> AmendedProvision {
    guard let first = provision.path.first, let base = subject.last else { return provision }
    guard first.level != .article, first.level != .attachment else { return provision }
    if first.level.isDivision {
      // 第二节 goes on from 第一章.
      let above = base.path.filter { $0.level.isDivision && $0.level.depth < first.level.depth }
      return AmendedProvision(above + provision.path, through: provision.through)
    }
    // 第二段 of a text without articles, 第七自然段 of a preamble.
    let above = base.path.filter { $0.level.depth < first.level.depth }
    return AmendedProvision(above + provision.path, through: provision.through)
  }

  mutating func readTitle() {
    part = .heading
    let named = subject.last?.path.last?.level
    guard named.map({ $0.isBlock && $0 != .article }) != true else { return }
    subject = [AmendedProvision([])]
    mentions = true
  }

  mutating func readPreamble(at i: Int) -> Int {
    let preamble = Address.Step(.preamble, nil)
    (part, quotes, mentions) = (.whole, [], true)
    switch kind(i + 1) {
    case .address(let list) where list[0].path.first?.level == .paragraph:
      subject = list.map { AmendedProvision([preamble] + $0.path, through: $0.through) }
      return i + 2
    case .word(.lead):
      subject = [AmendedProvision([preamble, Address.Step(.paragraph, ProvisionNumber(1))])]
      return i + 2
    default:
      subject = [AmendedProvision([preamble])]
      return i + 1
    }
  }

  mutating func aimEverywhere() {
    guard !deleting || toDelete.isEmpty else { return }
    aim(at: [AmendedProvision([])])
    (part, quotes) = (.whole, [])
  }

  private mutating func aim(at provisions: [AmendedProvision]) {
    (subject, isEverywhere, mentions) = (provisions, true, true)
  }

  // MARK: Looking ahead

  func kind(_ i: Int) -> Lexeme.Kind? { lexemes.indices.contains(i) ? lexemes[i].kind : nil }

  func skipFillers(_ start: Int) -> Int {
    var i = start
    while true {
      switch kind(i) {
      case .word(.filler), .word(.itself): i += 1
      default: return i
      }
    }
  }

  func isFollowed(by word: AmendmentWord, _ i: Int) -> Bool {
    if case .word(word)? = kind(i) { true } else { false }
  }

  /// Whether 修改为 or 作为 stands at `i`.
  func becomes(at i: Int) -> Bool {
    switch kind(i) {
    case .word(.becomes), .word(.names): true
    default: false
    }
  }

  func isFollowedByAddress(_ i: Int) -> Bool { address(skipFillers(i)) != nil }

  func address(_ i: Int) -> ([AmendedProvision], Int)? {
    let i = skipFillers(i)
    guard case .address(let list)? = kind(i) else { return nil }
    return (list, i + 1)
  }

  /// One past a comma at `i`, and what means nothing behind it.
  func skipComma(_ i: Int) -> Int {
    if case .mark(Punctuation.comma)? = kind(i) { return skipFillers(i + 1) }
    return i
  }
}

extension Level {
  /// 编 章 节: what stands above articles in the text itself.
  var isDivision: Bool {
    switch self {
    case .part, .subpart, .chapter, .section: true
    default: false
    }
  }
}
