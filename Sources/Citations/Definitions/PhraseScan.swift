// Where the reading of a clause for a noun phrase stands.

/// How far a clause has been read.
struct PhraseScan {
  var i: Int
  /// Where the phrase begins, as far as read.
  var start: Int
  /// Where the thing in hand begins, of several that are joined.
  var item: Int
  /// Where a verb would govern the phrase although 的 follows: behind 应当 and the like.
  var governed: Int?
  /// Whether 按照… stands between, so that any verb before the next break governs the phrase.
  var hasBasis = false
  /// Behind a verb and a joint, where a second verb is no less one than the first.
  var chain: Int?
  /// The end of the last bracket that gives another name.
  var defined: Int?

  init(at start: Int) {
    i = start
    self.start = start
    item = start
  }

  mutating func begin(at next: Int) {
    self = PhraseScan(at: next)
  }
}
