// When two titles name one instrument.

import HanText

/// What titles of the versions of one instrument have in common: no 中华人民共和国 in front, no year of
/// revision behind, brackets and spaces evened out.
package func titleKey(_ title: String) -> String {
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
    guard VersionNotes.holds(key[key.index(after: open)...].dropLast(), after: key[..<open]) else {
      break
    }
    key = String(key[..<open])
  }
  return key
}

/// Whether two titles may be those of versions of one instrument.
package func areVersions(_ a: String, _ b: String) -> Bool { titleKey(a) == titleKey(b) }

/// The notes that tell versions apart (`VersionNotes.txt`).
package enum VersionNotes {
  private static let words = Dictionary(
    resourceLines(PackageResources.VersionNotes_txt).map { ($0[0], $0.dropFirst()) },
    uniquingKeysWith: +)

  /// Whether a note in brackets names a version; `title` is what stands before it.
  package static func holds(_ note: Substring, after title: Substring = "") -> Bool {
    if words["own"]?.contains(where: { title.hasSuffix($0) }) == true { return false }
    if words["alone"]?.contains(note) == true { return true }
    return note.contains { $0.isNumber } && words["dated"]?.contains { note.contains($0) } == true
  }
}
