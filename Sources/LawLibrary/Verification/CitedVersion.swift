// Which version of an instrument a citation means, where it says so.

import HanText
import Legislation

/// A version as a citation names it.
enum CitedVersion: Equatable {
  /// 2016年《…》, 《…（2018年修正）》; `isNote` where the words can mean nothing but a version.
  case year(Int, isNote: Bool)
  /// 修改前的《…》第七条, 原《…》
  case former

  /// Reads what stands right before the mention at `range`, inside it and right after it.
  init?(_ bytes: [UInt8], around range: ByteRange) {
    if let year = Self.note(bytes, in: range) {
      self = .year(year, isNote: true)
      return
    }
    let after = range.upperBound..<min(bytes.count, range.upperBound + 60)
    if !after.isEmpty, opensBracket(scalar(bytes, at: after.lowerBound).value),
      let year = Self.note(bytes, in: after)
    {
      self = .year(year, isNote: true)
      return
    }
    // A scalar boundary at most 60 bytes back.
    var start = max(0, range.lowerBound - 60)
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var before = trimmed(bytes, start..<range.lowerBound)
    // 《…》（2018年修正）第三条, where the mention begins with the number.
    if let brackets = bracketed(bytes, ending: before), let year = Self.note(bytes, in: brackets) {
      self = .year(year, isNote: true)
      return
    }
    if ClaimWords.former.word(bytes, ending: before) != nil {
      self = .former
      return
    }
    var isNote = false
    while let word = ClaimWords.revised.word(bytes, ending: before) {
      before = before.lowerBound..<before.upperBound - word.utf8.count
      isNote = isNote || word != "的"
    }
    guard bytes.ends(before, with: "年") else { return nil }
    let digits = before.lowerBound..<before.upperBound - 3
    guard let year = Self.year(bytes, ending: digits) else { return nil }
    self = .year(year, isNote: isNote)
  }

  /// The year of a note in brackets: （2018年修正）, (2016-11-07)
  private static func note(_ bytes: [UInt8], in range: ByteRange) -> Int? {
    for (open, close): (Bytes, Bytes) in [("（", "）"), ("(", ")")] {
      guard let start = bytes.find(open, in: range) else { continue }
      let inside = start + open.utf8.count
      guard let end = bytes.find(close, in: inside..<range.upperBound), end - inside <= 36,
        let year = year(bytes, ending: inside..<min(end, inside + 4)),
        VersionNotes.holds(Substring(decoding: bytes[inside..<end], as: UTF8.self))
      else { continue }
      return year
    }
    return nil
  }

  /// The four digits at the end of `range`, 1949 to 2099.
  private static func year(_ bytes: [UInt8], ending range: ByteRange) -> Int? {
    guard range.count >= 4 else { return nil }
    let digits = bytes[range.upperBound - 4..<range.upperBound]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let year = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1949...2099).contains(year) ? year : nil
  }
}
