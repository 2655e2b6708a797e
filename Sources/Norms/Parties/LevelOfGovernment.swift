// 县级以上地方人民政府 in front of a department: how far the level of government reaches.

import HanText
import Legislation

/// The end of the level of government that `range` begins with; its start where it begins with none.
///
/// 市、县（市、区）人民政府有关教育部门 is read to 教育; 市场监督管理部门 begins with none.
func endOfLevel(_ bytes: [UInt8], _ range: ByteRange) -> Int {
  var end = range.lowerBound
  var i = range.lowerBound
  while i < range.upperBound {
    if PartyWords.notLevels.word(bytes, at: i, before: range.upperBound) != nil { break }
    if let level = PartyWords.levels.word(bytes, at: i, before: range.upperBound) {
      i += level.utf8.count
      end = i
    } else if end > range.lowerBound,
      let word = PartyWords.between.word(bytes, at: i, before: range.upperBound)
    {
      i += word.utf8.count
      // A closed bracket and a modifier belong to what stands before.
      if word != "（", word.utf8.count > 3 || word == "）" || word == "的" { end = i }
    } else {
      break
    }
  }
  return end
}
