// The numbers inside references, so that they can be carried to a new version one by one.

import Citations
import HanText
import Legislation

/// One number of a reference: 二十三 of 本法第二十三条、第二十七条.
struct ReferenceNumeral: Sendable, Hashable {
  /// UTF-8 bytes of the source. Of an article 条 and 之一 belong to it, since a new number may need either;
  /// of 第一、二条 only 二 has it.
  let range: ByteRange
  /// What it counts, with the levels above that the reference implies.
  let path: [Address.Step]
  let isArabic: Bool
  /// Whether the range ends behind 条.
  let hasUnit: Bool

  /// The number of another provision of the level, written as this one is.
  func text(for number: ProvisionNumber) -> String {
    func written(_ value: Int) -> String { isArabic ? String(value) : ChineseNumeral.format(value) }
    let main = written(number.main)
    guard hasUnit else { return main }
    return main + "条" + (number.insert.map { "之" + written($0) } ?? "")
  }
}

extension ParsedDocument {
  /// The numbers of all references to provisions of this document itself.
  func referenceNumerals() -> [ReferenceNumeral] {
    CitationFinder().citations(in: self).flatMap { citation -> [ReferenceNumeral] in
      guard citation.kind == .internal || citation.kind == .relative,
        let target = citation.targets.first(where: { $0.instrument == .itself })
      else { return [] }
      return numerals(in: citation.range, target.path)
    }
  }

  private func numerals(in range: ByteRange, _ target: [Address.Step]) -> [ReferenceNumeral] {
    let bytes = source.bytes
    let end = range.upperBound
    var found: [ReferenceNumeral] = []
    var context: [Address.Step]?
    // Numbers whose unit has not been read yet: 第一、二项.
    var pending: [(range: ByteRange, value: Int, isArabic: Bool)] = []
    var isOrdinal = false
    var i = range.lowerBound
    // Each turn moves on by a number, a unit or a scalar.
    while i < end {
      if let number = readNumber(bytes, at: i, before: end) {
        if isOrdinal || !pending.isEmpty {
          pending.append((i..<number.end, number.value, !number.isChinese))
        }
        i = number.end
        continue
      }
      let next = scalar(bytes, at: i)
      guard let (level, length) = unit(bytes, at: i, before: end), !pending.isEmpty else {
        // 第, brackets and joints keep a list of numbers together; other words end it.
        if next.value == 0x7B2C {
          isOrdinal = true
        } else if !Self.keepsList(next.value) {
          (pending, isOrdinal) = ([], false)
        }
        i += next.length
        continue
      }
      i += length
      var above =
        (context ?? target).filter { $0.level.depth < level.depth }
      if level == .article { above.removeAll { $0.level != .attachment } }
      for (k, number) in pending.enumerated() {
        var step = Address.Step(level, ProvisionNumber(number.value))
        var range = number.range
        let hasUnit = k == pending.count - 1 && level == .article
        if hasUnit {
          if bytes.has("之", at: i, before: end),
            let insert = readNumber(bytes, at: i + 3, before: end)
          {
            step = Address.Step(level, ProvisionNumber(number.value, insert: insert.value))
            i = insert.end
          }
          range = number.range.lowerBound..<i
        }
        found.append(
          ReferenceNumeral(
            range: range, path: above + [step], isArabic: number.isArabic, hasUnit: hasUnit))
        context = above + [step]
      }
      (pending, isOrdinal) = ([], false)
    }
    return found
  }

  private static func keepsList(_ value: UInt32) -> Bool {
    switch value {
    case 0x3001, 0x548C, 0x6216, 0x8005, 0x81F3, 0x5230, 0x53CA, 0x4E0E, 0xFF08, 0xFF09, 0x28, 0x29:
      true  // 、和或者至到及与（）
    default: isSpace(value)
    }
  }

  private func unit(_ bytes: [UInt8], at i: Int, before end: Int) -> (Level, Int)? {
    if bytes.has("分编", at: i, before: end) { return (.subpart, 6) }
    let value = scalar(bytes, at: i).value
    switch value {
    case 0x6761, 0x689D: return (.article, 3)
    case 0x6B3E: return (.paragraph, 3)
    case 0x9879, 0x9805: return (.item, 3)
    case 0x76EE: return (.subitem, 3)
    case 0x7AE0: return (.chapter, 3)
    case 0x8282, 0x7BC0: return (.section, 3)
    case 0x7F16, 0x7DE8: return (.part, 3)
    default: return nil
    }
  }
}
