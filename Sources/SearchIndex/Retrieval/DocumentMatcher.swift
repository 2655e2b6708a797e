// Documents that fulfil a condition, in order: the one interface literal match and boolean
// operators share.

/// Walks matching documents forward. Starts before the first; `seek` moves.
///
/// Matchers are values: a search owns its tree, and walking one checks no exclusive access.
protocol DocumentMatcher {
  /// The current document, `PostingCursor.end` after the last.
  var document: UInt32 { get }
  /// About how many documents will be visited; only for putting the rarest first.
  var cost: Int { get }
  /// Moves to the first matching document at or after `target`; does nothing if the current one is.
  mutating func seek(_ target: UInt32) throws(SearchIndexError)
  /// What the current document's matches add to its score.
  func impact() -> UInt32
}

/// Every document of the segment.
struct AllMatcher: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private let documentCount: UInt32

  init(documentCount: Int) { self.documentCount = UInt32(documentCount) }

  var cost: Int { Int(documentCount) }
  func impact() -> UInt32 { 0 }
  mutating func seek(_ target: UInt32) {
    if isPlaced, document >= target { return }
    isPlaced = true
    document = target < documentCount ? target : PostingCursor.end
  }
}

/// Documents of a set, such as a resolved field.
struct SetMatcher: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  let cost: Int
  private let set: DocumentSet

  init(_ set: DocumentSet) {
    self.set = set
    cost = set.count
  }

  func impact() -> UInt32 { 0 }

  mutating func seek(_ target: UInt32) {
    if isPlaced, document >= target { return }
    isPlaced = true
    guard target < set.documentCount else {
      document = PostingCursor.end
      return
    }
    var index = Int(target) >> 6
    var bits = set.words[index] & (~0 << UInt64(target & 63))
    while bits == 0 {
      index += 1
      guard index < set.words.count else {
        document = PostingCursor.end
        return
      }
      bits = set.words[index]
    }
    document = UInt32(index * 64 + bits.trailingZeroBitCount)
  }
}

/// Documents that fulfil all conditions.
struct Conjunction: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private var matchers: [any DocumentMatcher]

  /// - Parameter matchers: At least one.
  init(_ matchers: [any DocumentMatcher]) { self.matchers = matchers.sorted { $0.cost < $1.cost } }

  var cost: Int { matchers[0].cost }

  mutating func seek(_ target: UInt32) throws(SearchIndexError) {
    if isPlaced, document >= target { return }
    isPlaced = true
    var candidate = target
    search: while true {
      for i in matchers.indices {
        try matchers[i].seek(candidate)
        let reached = matchers[i].document
        if reached == PostingCursor.end {
          document = reached
          return
        }
        if reached > candidate {
          candidate = reached
          // The rarest has to agree first, unless it is the one that moved.
          if i > 0 { continue search }
        }
      }
      document = candidate
      return
    }
  }

  func impact() -> UInt32 { matchers.reduce(0) { $0 &+ $1.impact() } }
}

/// Documents that fulfil any condition.
struct Disjunction: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private var matchers: [any DocumentMatcher]

  init(_ matchers: [any DocumentMatcher]) { self.matchers = matchers }

  var cost: Int { matchers.reduce(0) { $0 + $1.cost } }

  mutating func seek(_ target: UInt32) throws(SearchIndexError) {
    if isPlaced, document >= target { return }
    isPlaced = true
    document = PostingCursor.end
    for i in matchers.indices {
      try matchers[i].seek(target)
      document = min(document, matchers[i].document)
    }
  }

  func impact() -> UInt32 {
    matchers.reduce(0) { $1.document == document ? $0 &+ $1.impact() : $0 }
  }
}

/// Documents that fulfil one condition and not another.
struct Exclusion: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private var included: any DocumentMatcher
  private var excluded: any DocumentMatcher

  init(_ included: any DocumentMatcher, without excluded: any DocumentMatcher) {
    self.included = included
    self.excluded = excluded
  }

  var cost: Int { included.cost }

  mutating func seek(_ target: UInt32) throws(SearchIndexError) {
    if isPlaced, document >= target { return }
    isPlaced = true
    try included.seek(target)
    while included.document != PostingCursor.end {
      try excluded.seek(included.document)
      if excluded.document != included.document { break }
      try included.seek(included.document + 1)
    }
    document = included.document
  }

  func impact() -> UInt32 { included.impact() }
}

/// Documents of one condition, scored also by terms they need not have.
struct BoostedMatcher: DocumentMatcher {
  private var matcher: any DocumentMatcher
  private var lists: [ScoredList]
  private var boost: UInt32 = 0

  init(_ matcher: any DocumentMatcher, by lists: [ScoredList]) {
    self.matcher = matcher
    self.lists = lists
  }

  var document: UInt32 { matcher.document }
  var cost: Int { matcher.cost }

  mutating func seek(_ target: UInt32) throws(SearchIndexError) {
    try matcher.seek(target)
    boost = 0
    if document == PostingCursor.end { return }
    for i in lists.indices { boost &+= lists[i].impact(on: document) }
  }

  func impact() -> UInt32 { matcher.impact() &+ boost }
}
