// Documents that fulfil a condition, in order: the one interface literal match and boolean operators
// share.

/// Walks matching documents forward. Starts before the first; `seek` moves.
protocol DocumentMatcher: AnyObject {
  /// The current document, `PostingCursor.end` after the last.
  var document: UInt32 { get }
  /// About how many documents will be visited; only for putting the rarest first.
  var cost: Int { get }
  /// Moves to the first matching document at or after `target`, which must not lie before the current.
  func seek(_ target: UInt32) throws(SearchIndexError)
  /// What the current document's matches add to its score.
  func impact() -> UInt32
}

/// Every document of the segment.
final class AllMatcher: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private let documentCount: UInt32

  init(documentCount: Int) { self.documentCount = UInt32(documentCount) }

  var cost: Int { Int(documentCount) }
  func impact() -> UInt32 { 0 }
  func seek(_ target: UInt32) {
    document = target < documentCount ? target : PostingCursor.end
  }
}

/// Documents of a set, such as a resolved field.
final class SetMatcher: DocumentMatcher {
  private(set) var document: UInt32 = 0
  let cost: Int
  private let set: DocumentSet

  init(_ set: DocumentSet) {
    self.set = set
    cost = set.count
  }

  func impact() -> UInt32 { 0 }

  func seek(_ target: UInt32) {
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
final class Conjunction: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private let matchers: [any DocumentMatcher]

  /// - Parameter matchers: At least one.
  init(_ matchers: [any DocumentMatcher]) { self.matchers = matchers.sorted { $0.cost < $1.cost } }

  var cost: Int { matchers[0].cost }

  func seek(_ target: UInt32) throws(SearchIndexError) {
    var candidate = target
    search: while true {
      for matcher in matchers {
        try matcher.seek(candidate)
        let reached = matcher.document
        if reached == PostingCursor.end {
          document = reached
          return
        }
        if reached > candidate {
          candidate = reached
          // The rarest has to agree first, unless it is the one that moved.
          if matcher !== matchers[0] { continue search }
        }
      }
      document = candidate
      return
    }
  }

  func impact() -> UInt32 { matchers.reduce(0) { $0 &+ $1.impact() } }
}

/// Documents that fulfil any condition.
final class Disjunction: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private let matchers: [any DocumentMatcher]

  init(_ matchers: [any DocumentMatcher]) { self.matchers = matchers }

  var cost: Int { matchers.reduce(0) { $0 + $1.cost } }

  func seek(_ target: UInt32) throws(SearchIndexError) {
    document = PostingCursor.end
    for matcher in matchers {
      try matcher.seek(target)
      document = min(document, matcher.document)
    }
  }

  func impact() -> UInt32 {
    matchers.reduce(0) { $1.document == document ? $0 &+ $1.impact() : $0 }
  }
}

/// Documents that fulfil one condition and not another.
final class Exclusion: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private let included: any DocumentMatcher
  private let excluded: any DocumentMatcher

  init(_ included: any DocumentMatcher, without excluded: any DocumentMatcher) {
    self.included = included
    self.excluded = excluded
  }

  var cost: Int { included.cost }

  func seek(_ target: UInt32) throws(SearchIndexError) {
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
final class BoostedMatcher: DocumentMatcher {
  private let matcher: any DocumentMatcher
  private var lists: [ScoredList]

  init(_ matcher: any DocumentMatcher, by lists: [ScoredList]) {
    self.matcher = matcher
    self.lists = lists
  }

  var document: UInt32 { matcher.document }
  var cost: Int { matcher.cost }
  func seek(_ target: UInt32) throws(SearchIndexError) { try matcher.seek(target) }

  func impact() -> UInt32 {
    var sum = matcher.impact()
    for i in lists.indices { sum &+= lists[i].impact(on: document) }
    return sum
  }
}
