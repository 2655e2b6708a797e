// Mentions of an instrument for rules that it does not number: 刑法的有关规定.

import HanText
import Legislation

/// Marks the mentions without a provision that are followed by 有关规定, or by what such a phrase takes;
/// those of a list share what stands behind its last.
func markOpen(_ mentions: inout [RawMention], _ bytes: [UInt8], end: Int) {
  for i in mentions.indices.reversed() where mentions[i].references.isEmpty {
    switch mentions[i].lead {
    case .instrument, .ownInstrument: break
    default: continue
    }
    let after = mentions[i].range.upperBound
    if i + 1 < mentions.count, mentions[i + 1].references.isEmpty,
      isListJoint(bytes, after..<mentions[i + 1].range.lowerBound)
    {
      mentions[i].isOpen = mentions[i + 1].isOpen
    } else {
      mentions[i].isOpen = leavesOpen(bytes, after, end)
    }
  }
}

private let words = WordClasses(PackageResources.OpenPhrases_txt)
/// 有关规定 and its like.
private let rules = words["rules"]
/// What may stand between the name and it: 和其他法律的.
private let fillers = words["filler"]
/// What names the subject of the rules: 对…的规定.
private let topics = words["topic"]
private let joints = words["joint"]

private func leavesOpen(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
  var i = skipSpaces(bytes, start..<end)
  for turn in 0..<12 {
    if rules.word(bytes, at: i, before: end) != nil { return true }
    if turn == 0, topics.word(bytes, at: i, before: end) != nil { return namesRules(bytes, i, end) }
    guard let filler = fillers.word(bytes, at: i, before: end) else { return false }
    i += filler.utf8.count
  }
  return false
}

/// Whether 的规定 ends the clause's subject: 对销售者的处罚规定.
private func namesRules(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
  var i = start
  for _ in 0..<60 where i < end {
    let next = scalar(bytes, at: i)
    if [0xFF0C, 0x3002, 0xFF1B, 0xFF1A].contains(next.value) { return false }
    if bytes.has("规定", at: i, before: end) { return !bytes.has("规定的", at: i, before: end) }
    i += next.length
  }
  return false
}

private func isListJoint(_ bytes: [UInt8], _ between: ByteRange) -> Bool {
  let rest = trimmed(bytes, between)
  return rest.isEmpty || joints.isWord(bytes, rest)
}
