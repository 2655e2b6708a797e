// Which instrument a short name means.

import HanText
import Legislation

extension Catalogue {
  /// The instruments a person may mean by `name`, the likeliest alone where one stands out: its title, with
  /// or without 中华人民共和国 and the marks of titles in it, else titles that end in it, hold it, or hold its
  /// characters in order.
  func instruments(named name: String) -> [InstrumentSummary] {
    let key = titleKey(name.trimmingBrackets())
    guard !key.isEmpty else { return [] }
    if let exact = instruments.first(where: { $0.key == key }) { return [exact] }
    let evened = CitedInstruments.evened(key)
    let tests: [(String) -> Bool] = [
      { CitedInstruments.evened($0) == evened },
      { $0.hasSuffix(key) }, { $0.contains(key) },
      { $0.holdsInOrder(key) && $0.last == key.last }, { $0.holdsInOrder(key) },
    ]
    for test in tests {
      let found = instruments.filter { test($0.key) }
      if !found.isEmpty { return found.sorted { $0.key.count < $1.key.count } }
    }
    return []
  }
}

extension String {
  fileprivate func trimmingBrackets() -> String {
    var text = self[...]
    if text.hasPrefix("《") { text = text.dropFirst() }
    if text.hasSuffix("》") { text = text.dropLast() }
    return String(text)
  }

  /// Whether the characters of `other` stand in this text in order, the first of them first or
  /// after a word's start: short names are made by leaving characters out.
  func holdsInOrder(_ other: String) -> Bool {
    var rest = unicodeScalars[...]
    for scalar in other.unicodeScalars {
      guard let found = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: found)...]
    }
    return true
  }
}
