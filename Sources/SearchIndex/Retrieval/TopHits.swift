// Keeps the best hits seen, and the score a further one must beat.

/// A document found.
public struct Hit: Sendable, Hashable {
  /// Which of the searcher's segments, from 0.
  public let segment: Int
  /// The document's number in its segment, from 0.
  public let document: Int
  public let score: Float

  public init(segment: Int, document: Int, score: Float) {
    (self.segment, self.document, self.score) = (segment, document, score)
  }

  /// Better scores first, then the order of segments and documents.
  static func precedes(_ a: Hit, _ b: Hit) -> Bool {
    if a.score != b.score { return a.score > b.score }
    if a.segment != b.segment { return a.segment < b.segment }
    return a.document < b.document
  }
}

/// A binary heap whose root is the worst of the hits kept.
struct TopHits {
  private let limit: Int
  private var heap: [Hit] = []
  /// Scores that are not greater have no place; hits come in document order, so ties stay out as
  /// well.
  private(set) var threshold: Float

  init(limit: Int) {
    self.limit = max(0, limit)
    threshold = limit > 0 ? -.infinity : .infinity
    heap.reserveCapacity(min(self.limit, 1024))
  }

  @inline(__always)
  func rejects(_ score: Float) -> Bool { score <= threshold }

  /// Hits must come in the order of segments and documents.
  mutating func insert(_ hit: Hit) {
    if rejects(hit.score) { return }
    if heap.count < limit {
      heap.append(hit)
      siftUp()
    } else {
      heap[0] = hit
      siftDown()
    }
    if heap.count == limit { threshold = heap[0].score }
  }

  /// The hits, best first.
  consuming func sorted() -> [Hit] { heap.sorted(by: Hit.precedes) }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !Hit.precedes(heap[parent], heap[child]) { break }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if Hit.precedes(heap[worst], heap[child]) { worst = child }
      }
      if worst == parent { return }
      heap.swapAt(worst, parent)
      parent = worst
    }
  }
}
