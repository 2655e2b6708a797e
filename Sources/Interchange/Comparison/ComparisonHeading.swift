// What a comparison is called.

import Versions

extension VersionComparison {
  /// 《…》 2016-11-07 → 2025-10-28, the title twice where it changed.
  public var heading: String {
    func words(_ version: Version, withTitle: Bool) -> String {
      let title = version.title.isEmpty || !withTitle ? "" : version.title.bracketedTitle
      return [title, version.date.map { "\($0)" } ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let before = words(old, withTitle: true)
    let after = words(new, withTitle: old.title != new.title)
    return after.isEmpty || before == after ? before : before + " → " + after
  }
}
