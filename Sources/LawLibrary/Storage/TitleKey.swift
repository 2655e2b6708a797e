// When two titles name one instrument, and which instrument a short name means.

import HanText

/// What titles of the versions of one instrument have in common: no 中华人民共和国 in front, no year of
/// revision behind, brackets and spaces evened out.
public func titleKey(_ title: String) -> String {
  var scalars: [Unicode.Scalar] = []
  for scalar in title.unicodeScalars {
    switch scalar {
    case "(": scalars.append("（")
    case ")": scalars.append("）")
    case "<", "《", "〈": scalars.append("〈")
    case ">", "》", "〉": scalars.append("〉")
    case " ", "\u{3000}", "\u{A0}", "\t", "\n", "\u{200B}", "\u{FEFF}": continue
    default: scalars.append(scalar)
    }
  }
  var key = String(String.UnicodeScalarView(scalars))
  if key.hasPrefix("中华人民共和国"), key.unicodeScalars.count > 8 {
    key.removeFirst("中华人民共和国".count)
  }
  while key.hasSuffix("）"), let open = key.lastIndex(of: "（") {
    guard VersionNotes.holds(key[key.index(after: open)...].dropLast()) else { break }
    key = String(key[..<open])
  }
  return key
}

/// Whether two titles may be those of versions of one instrument.
public func areVersions(_ a: String, _ b: String) -> Bool { titleKey(a) == titleKey(b) }

/// The notes that tell versions apart (`VersionNotes.txt`).
enum VersionNotes {
  private static let words = Dictionary(
    resourceLines(PackageResources.VersionNotes_txt).map { ($0[0], $0.dropFirst()) },
    uniquingKeysWith: +)

  static func holds(_ note: Substring) -> Bool {
    if words["alone"]?.contains(note) == true { return true }
    return note.contains { $0.isNumber } && words["dated"]?.contains { note.contains($0) } == true
  }
}

extension Catalogue {
  /// The instruments a person may mean by `name`, the likeliest alone where one stands out: its title,
  /// else titles that end in it, hold it, or hold its characters in order.
  func instruments(named name: String) -> [InstrumentSummary] {
    let key = titleKey(name.trimmingBrackets())
    guard !key.isEmpty else { return [] }
    if let exact = instruments.first(where: { $0.key == key }) { return [exact] }
    let tests: [(String) -> Bool] = [
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
