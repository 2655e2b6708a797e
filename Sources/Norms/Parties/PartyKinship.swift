// Which name stands above another: 各级人民政府 above 市人民政府, 教育部门 above 县级以上人民政府教育行政部门.

import HanText
import Legislation

extension PartyNames {
  /// The name that stands above a party's; nil for one that stands by itself.
  public static func parent(of party: String) -> String? {
    let bytes = Array(party.utf8)
    let all = 0..<bytes.count
    for family in PartyWords.families where family.endings.word(bytes, ending: all) != nil {
      return bytes == family.name ? nil : String(decoding: family.name, as: UTF8.self)
    }
    guard PartyWords.offices.word(bytes, ending: all) != nil else { return nil }
    let end = endOfOwner(bytes)
    if end > 0, bytes.count - end >= 6 {
      var rest = PartyPhrase(Array(bytes[end...]))
      rest.dropLead()
      rest.spell()
      return rest.string == "部门" ? "有关部门" : rest.string
    }
    return plainDepartment(bytes)
  }

  /// A party with all that stand above it, the nearest first.
  public static func lineage(of party: String) -> [String] {
    var line = [party]
    // Each step is shorter or a family's name; the bound is for names nobody has thought of.
    while line.count < 6, let above = parent(of: line[line.count - 1]), !line.contains(above) {
      line.append(above)
    }
    return line
  }

  /// The end of the government in front of a department.
  private static func endOfOwner(_ bytes: [UInt8]) -> Int {
    var end = 0
    // Whatever stands before its last 人民政府 is which government.
    while let next = bytes.find("人民政府", in: end..<bytes.count) { end = next + 12 }
    return endOfLevel(bytes, end..<bytes.count)
  }

  /// 教育部门 of 教育行政主管部门; nil for 教育部门.
  private static func plainDepartment(_ bytes: [UInt8]) -> String? {
    let office = "部门" as Bytes
    guard bytes.ends(0..<bytes.count, with: office) else { return nil }
    let end = bytes.count - office.utf8.count
    guard let middle = PartyWords.middles.word(bytes, ending: 0..<end) else { return nil }
    let start = end - middle.utf8.count
    // 水行政主管部门 would be left with too little.
    guard start >= 6, PartyWords.bound.word(bytes, ending: 0..<start) == nil else { return nil }
    var plain = PartyPhrase(Array(bytes[..<start]) + office.utf8)
    plain.spell()
    return plain.string
  }
}
