// Random text with fixed seeds, and the folder of real texts where one is at hand.

import Foundation

/// SplitMix64: the same numbers on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// Sentences put together from words of our own, rare ideographs and kana.
enum Sentence {
  static let words = [
    "算法", "备案", "平台", "经营者", "应当", "的", "在", "内", "及时", "向", "主管", "部门", "报告",
    "不得", "利用", "深度", "合成", "标识", "数据中心", "能耗", "统一", "日期", "一", "十分", "万一",
    "三三两两", "千方百计", "第一", "时间", "用户", "个人", "信息", "处理", "者", "有权", "拒绝", "当事人",
    "網絡", "資訊", "著作權", "說明", "々", "〇", "カタカナ", "ひらがな", "テスト", "ー", "和平与发展",
    "依法", "追究", "责任", "违反", "规定", "情节", "严重", "处", "罚款", "以上", "以下", "人民币",
  ]

  static func random(_ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: text += ["，", "。", " ", "、", "（", "）"].randomElement(using: &random)!
      case 1: text.unicodeScalars.append(scalar(0x4E00...0x9FFF, &random))
      case 2: text.unicodeScalars.append(scalar(0x3400...0x4DBF, &random))
      case 3: text.unicodeScalars.append(scalar(0x30A1...0x30FA, &random))
      case 4: text.unicodeScalars.append(scalar(0x2F00...0x2FD5, &random))
      case 5: text.unicodeScalars.append(scalar(0x20000...0x2A6DF, &random))
      default: text += words.randomElement(using: &random)!
      }
    }
    return text
  }

  /// Any scalar, those that folding changes more often than chance has them.
  static func anyScalar(_ random: inout SeededRandom) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x2000...0x206F, 0x2460...0x2FDF, 0x3000...0x33FF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFFEF, 0x1D400...0x1D7FF, 0x20000...0x2FA1F, 0x0...0x10FFFF,
    ]
    return scalar(ranges.randomElement(using: &random)!, &random)
  }

  static func scalar(_ range: ClosedRange<UInt32>, _ random: inout SeededRandom) -> Unicode.Scalar {
    Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "一"
  }
}

/// The folder of real texts, named by `TIAOWEN_DATA` or called `shared` beside the checkout.
enum SharedData {
  static let folder: String? = {
    let beside = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared").path
    let path = ProcessInfo.processInfo.environment["TIAOWEN_DATA"] ?? beside
    return FileManager.default.fileExists(atPath: path + "/laws") ? path : nil
  }()

  /// Paths of files under a folder of it, in a fixed order.
  static func files(under name: String, suffix: String) -> [String] {
    guard let folder else { return [] }
    let root = folder + "/" + name
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(suffix) }.sorted().map { root + "/" + $0 }
  }

  static func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file)))
  }
}
