// One name of a party, taken to what near names have in common.

import HanText
import Legislation

/// A name while it is worked on. All steps are bounded by its length.
struct PartyPhrase: Hashable {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ name: some StringProtocol) {
    bytes = Array(name.utf8)
    tidy()
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }
  private var all: ByteRange { 0..<bytes.count }
  private var isGeneric: Bool { PartyWords.generic.isWord(bytes, all) }

  /// Drops white space and the brackets of short names, （以下简称…）; brackets become full-width.
  private mutating func tidy() {
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      let next = scalar(bytes, at: i)
      let end = i + next.length
      switch next.value {
      case 0x28: out += "（".utf8
      case 0x29: out += "）".utf8
      case 0x2C: out += "、".utf8
      case 0xFF08 where bytes.has("以下", at: end, before: bytes.count):
        i = bytes.find("）", in: end..<bytes.count).map { $0 + 3 } ?? bytes.count
        continue
      case let value where isSpace(value) || value == 0x2A: break
      default: out += bytes[i..<end]
      }
      i = end
    }
    bytes = out
  }

  /// Drops 有关, 本市, 国家 in front, as long as what is left says something.
  mutating func dropLead() {
    while let lead = PartyWords.leads.word(bytes, at: 0, before: bytes.count) {
      let rest = PartyPhrase(Array(bytes[lead.utf8.count...]))
      guard rest.bytes.count >= 6, !rest.isGeneric else { break }
      self = rest
    }
    if let state = PartyWords.state.word(bytes, at: 0, before: bytes.count),
      bytes.ends(all, with: "部门"), bytes.count > state.utf8.count + 6
    {
      bytes.removeFirst(state.utf8.count)
    }
  }

  /// Drops 其 in front.
  mutating func dropPronoun() {
    if startsWithPronoun { bytes.removeFirst(3) }
    if bytes.has("的", at: 0, before: bytes.count) { bytes.removeFirst(3) }
  }

  /// 其有关部门, not 其他.
  var startsWithPronoun: Bool {
    bytes.has("其", at: 0, before: bytes.count) && bytes.count > 6
      && !bytes.has("其他", at: 0, before: bytes.count)
      && !bytes.has("其它", at: 0, before: bytes.count)
  }

  /// Puts an owner in front of what was 其….
  mutating func take(owner: PartyPhrase) { bytes = owner.bytes + bytes }

  /// Puts a shared modifier in front.
  func prefixed(_ prefix: ArraySlice<UInt8>) -> PartyPhrase { PartyPhrase(Array(prefix) + bytes) }

  /// Takes the name out of its relative clause: 从事国际航行的船舶的中国籍船员 → 中国籍船员. A name that says
  /// nothing without the clause keeps it, and 的 after an owner goes: 人民政府的有关部门 → 人民政府有关部门.
  mutating func dropClause() {
    guard let cut = lastParticle else { return }
    var head = PartyPhrase(Array(bytes[(cut + 3)...]))
    head.dropLead()
    if head.bytes.count >= 6, !head.isGeneric, !head.isVague {
      self = head
    } else if PartyWords.owners.word(bytes, ending: 0..<cut) != nil, head.bytes.count >= 6 {
      bytes.removeSubrange(cut..<cut + 3)
    }
  }

  /// 有关部门: a generic name with a modifier that says no more.
  private var isVague: Bool {
    guard let lead = PartyWords.leads.word(bytes, at: 0, before: bytes.count) else { return false }
    return PartyWords.generic.isWord(bytes, lead.utf8.count..<bytes.count)
  }

  /// Whether a relative clause is left in the name.
  var holdsClause: Bool { lastParticle != nil }

  /// The last 的 outside brackets and outside 设区的市.
  private var lastParticle: Int? {
    var found: Int?
    var depth = 0
    var i = 0
    while i < bytes.count {
      if let whole = PartyWords.wholes.word(bytes, at: i, before: bytes.count) {
        i += whole.utf8.count
        continue
      }
      let next = scalar(bytes, at: i)
      switch next.value {
      case 0xFF08: depth += 1
      case 0xFF09: depth -= 1
      case 0x7684 where depth == 0: found = i  // 的
      default: break
      }
      i += next.length
    }
    return found
  }

  /// One spelling for each name.
  mutating func spell() {
    for (short, full) in PartyWords.spellings where bytes.ends(all, with: short) {
      bytes.replaceSubrange((bytes.count - short.utf8.count)..., with: full.utf8)
      break
    }
    // 市、区县（自治县）政府
    if bytes.ends(all, with: "政府"), !bytes.ends(all, with: "人民政府"), bytes.count > 6 {
      bytes.replaceSubrange((bytes.count - 6)..., with: "人民政府".utf8)
    }
    if bytes.has("相关", at: 0, before: bytes.count) {
      bytes.replaceSubrange(0..<6, with: "有关".utf8)
    }
    if let same = PartyWords.same[bytes] { bytes = same }
  }

  /// 提供者 of 深度合成服务提供者, as a range of its end; nil for a name that ends in no role.
  var role: Range<Int>? {
    PartyWords.roles.word(bytes, ending: all).map { bytes.count - $0.utf8.count..<bytes.count }
  }

  /// What stands before the role.
  var modifier: ArraySlice<UInt8>? { role.map { bytes[..<$0.lowerBound] } }

  /// The two names of 深度合成服务提供者和使用者; nil for anything else.
  var sharedRoles: (PartyPhrase, PartyPhrase)? {
    guard let second = role,
      let and = PartyWords.conjunctions.word(bytes, ending: 0..<second.lowerBound)
    else { return nil }
    let first = PartyPhrase(Array(bytes[..<(second.lowerBound - and.utf8.count)]))
    guard let modifier = first.modifier, !modifier.isEmpty else { return nil }
    return (first, PartyPhrase(Array(modifier) + bytes[second]))
  }
}
