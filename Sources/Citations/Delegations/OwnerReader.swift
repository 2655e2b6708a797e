// Who makes a rule: the bodies behind 由 or in front of 制定, each by itself.

import HanText
import Legislation

/// Reads the names of bodies in a clause.
struct OwnerReader {
  let reader: DelegationReader

  private static let owners = DelegationReader.words["owner"]
  private static let noOwners = DelegationReader.words["-owner"]
  private static let joints = DelegationReader.words["joint"]
  private static let weakJoints = DelegationReader.words["weak-joint"]

  private var bytes: [UInt8] { reader.bytes }

  /// The bodies that begin at `start`, and where their names end.
  func owners(at start: Int, before end: Int) -> (names: [ByteRange], end: Int) {
    let stretch = start..<end
    let stop = breaking(in: stretch) ?? end
    let names = split(start..<stop)
    guard let last = names.last, isBody(last) else { return ([], start) }
    return (names, stop)
  }

  /// The bodies that are the grammatical subject of a verb: in its own clause, or in one before it where
  /// only 根据…, 结合… stands between.
  func subject(
    before verb: Int, in sentence: ByteRange, _ clauses: Clauses
  ) -> (names: [ByteRange], end: Int)? {
    var end = verb
    for _ in 0..<4 {
      let start =
        clauses.last([.comma, .colon], in: sentence.lowerBound..<end)?.range.upperBound
        ?? sentence.lowerBound
      let clause = trimmed(bytes, start..<end)
      let stop = clause.isEmpty ? clause.upperBound : breaking(in: clause) ?? clause.upperBound
      let names = split(clause.lowerBound..<stop)
      if let last = names.last, isBody(last) {
        return bytes.has("由", at: clause.lowerBound, before: stop) ? nil : (names, stop)
      }
      // A clause that does not begin with a modifier has a subject of its own.
      guard stop == clause.lowerBound, start > sentence.lowerBound else { return nil }
      end = start - 1
      while end > sentence.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return nil
  }

  /// Where the words about how the rule is made begin.
  private func breaking(in stretch: ByteRange) -> Int? {
    var i = stretch.lowerBound
    while i < stretch.upperBound {
      if let length = unbroken(at: i, before: stretch.upperBound) {
        i += length
        continue
      }
      if DelegationReader.breaks.word(bytes, at: i, before: stretch.upperBound) != nil {
        guard let end = relativeEnd(at: i, before: stretch.upperBound) else { return i }
        i = end
        continue
      }
      if bytes.has("，", at: i, before: stretch.upperBound) { return i }
      i += scalar(bytes, at: i).length
    }
    return nil
  }

  /// The end of a name that holds a relative clause: 国务院负责特种设备安全监督管理的部门.
  private func relativeEnd(at i: Int, before end: Int) -> Int? {
    guard Self.holds.word(bytes, at: i, before: end) != nil else { return nil }
    let stop = bytes.find("，", in: i..<end) ?? bytes.find("会同", in: i..<end) ?? end
    return Self.relatives.first(bytes, in: i..<stop).map { $0.at + $0.word.utf8.count }
  }

  private static let holds = DelegationReader.words["holds"]
  private static let relatives = DelegationReader.words["relative"]
  private static let stays = DelegationReader.words["stays"]

  /// The length of a word or bracket that is no joint and no break, whatever it holds.
  private func unbroken(at i: Int, before end: Int) -> Int? {
    for opener in ["（", "("] as [Bytes] where bytes.has(opener, at: i, before: end) {
      let close = bytes.find(opener == "（" ? "）" : ")", in: i..<end)
      return close.map { $0 - i + (opener == "（" ? 3 : 1) }
    }
    return
      (PhraseWords.compounds.word(bytes, at: i, before: end)
      ?? Self.stays.word(bytes, at: i, before: end))?.utf8.count
  }

  /// A name without the bracket behind it.
  private func bare(_ name: ByteRange) -> ByteRange {
    var name = trimmed(bytes, name)
    if bytes.ends(name, with: "）") || bytes.ends(name, with: ")"),
      let open = bytes.find("（", in: name) ?? bytes.find("(", in: name), open > name.lowerBound
    {
      name = trimmed(bytes, name.lowerBound..<open)
    }
    return name
  }

  /// The bodies of a coordination. 省、自治区、直辖市人民政府 is one: its parts are no bodies alone.
  private func split(_ stretch: ByteRange) -> [ByteRange] {
    var names: [ByteRange] = []
    var start = stretch.lowerBound
    var i = start
    while i < stretch.upperBound {
      if let length = unbroken(at: i, before: stretch.upperBound) {
        i += length
        continue
      }
      if let joint = Self.joints.word(bytes, at: i, before: stretch.upperBound), i > start {
        let after = i + joint.utf8.count
        let isWeak = Self.weakJoints.words.contains(joint)
        if !isWeak || isWhole(bare(start..<i)) {
          names.append(bare(start..<i))
          start = after
        }
        i = after
      } else {
        i += scalar(bytes, at: i).length
      }
    }
    names.append(bare(start..<stretch.upperBound))
    return names.filter { !$0.isEmpty }
  }

  /// Whether a stretch names a body by itself, and not the first of several places or matters.
  private func isWhole(_ name: ByteRange) -> Bool {
    guard isBody(name), scalarCount(bytes, name) >= 2 else { return false }
    // 工业、商业部
    if scalarCount(bytes, name) <= 2, Self.units.word(bytes, ending: name) != nil { return false }
    return Self.places.word(bytes, ending: name) == nil
  }

  private static let places = DelegationReader.words["place"]
  private static let units = DelegationReader.words["unit"]

  private func isBody(_ name: ByteRange) -> Bool {
    guard Self.owners.word(bytes, ending: name) != nil,
      Self.noOwners.word(bytes, ending: name) == nil
    else { return false }
    return scalarCount(bytes, name) <= 60
  }
}
