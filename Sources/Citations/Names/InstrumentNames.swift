// What instruments are called: from the names people use to full official titles.

import HanText
import Legislation

/// Full titles by the names that stand for them.
public struct InstrumentNames: Sendable {
  /// Titles whose official form begins with 中华人民共和国, without it.
  private let national: Set<String>
  /// Established short names, 民诉法, with the full title of each.
  private let short: [String: String]
  /// National titles and short names, to find in running text.
  let trie: NameTrie
  /// What the trie's values stand for.
  let titles: [String]

  /// The names every text may use: NationalTitles.txt, BareTitles.txt, ShortNames.txt.
  public static let standard = InstrumentNames()

  private init() {
    let national = resourceLines(PackageResources.NationalTitles_txt).map { String($0[0]) }
    let pairs = resourceLines(PackageResources.ShortNames_txt)
      .map { (String($0[0]), String($0[1])) }
    self.national = Set(national)
    short = Dictionary(pairs) { first, _ in first }
    var trie = NameTrie()
    var titles: [String] = []
    func enter(_ name: String, _ title: String) {
      trie.insert(name, value: titles.count)
      titles.append(title)
    }
    for name in national {
      enter(name, InstrumentNames.country + name)
      enter(InstrumentNames.country + name, InstrumentNames.country + name)
    }
    for (name, title) in pairs {
      enter(name, title)
      enter(title, title)
    }
    for fields in resourceLines(PackageResources.BareTitles_txt) {
      enter(String(fields[0]), String(fields[0]))
    }
    (self.trie, self.titles) = (trie, titles)
  }

  static let country = "中华人民共和国"

  /// The full official title of the instrument a name stands for, without 《》; the name itself where
  /// no better one is known. Never a longer or shorter title than was named: 劳动合同法实施条例 is not
  /// 劳动合同法.
  public func fullTitle(of name: String) -> String {
    if national.contains(name) { return InstrumentNames.country + name }
    if let title = short[name] { return title }
    // 刑法修正案（八）
    if let range = name.firstRange(of: "修正案"), range.lowerBound > name.startIndex,
      national.contains(String(name[..<range.lowerBound]))
    {
      return InstrumentNames.country + name
    }
    return name
  }
}
