// The changes between two texts that no alignment of articles holds: a 款, a paragraph.

extension TextChange {
  /// The words that lead from one text to another; one `equal` where only typography differs, nothing where
  /// both are empty.
  public static func changes(from old: String, to new: String) -> [TextChange] {
    var cutter = WordCutter()
    return cutter.changes(from: Array(old.utf8), to: Array(new.utf8))
  }
}
