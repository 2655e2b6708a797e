// Turns "the term at each position" into "the positions of each term", with one counting sort.

/// The places of all terms, term by term in dictionary order. A place is a position in the text of
/// the whole segment, so that one number says document and position both.
struct OccurrenceTable {
  /// Where the places of the n-th term in order end.
  private var ends: [UInt32]
  private var places: [UInt32]

  /// - Parameters:
  ///   - terms: The number of the term at each place; numbers that are no index of `rank` are
  ///     skipped.
  ///   - rank: The place in dictionary order of each numbered term.
  ///   - counts: How many places each term in order has.
  init(terms: [UInt32], rank: [UInt32], counts: [UInt32]) {
    var starts: [UInt32] = []
    starts.reserveCapacity(counts.count)
    var total: UInt32 = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    places = [UInt32](unsafeUninitializedCapacity: Int(total)) { places, count in
      rank.withUnsafeBufferPointer { rank in
        starts.withUnsafeMutableBufferPointer { starts in
          for (place, term) in terms.enumerated() where Int(term) < rank.count {
            let order = Int(rank[Int(term)])
            places[Int(starts[order])] = UInt32(truncatingIfNeeded: place)
            starts[order] &+= 1
          }
        }
      }
      count = Int(total)
    }
    // Each start has moved to the end of its term.
    ends = starts
  }

  var termCount: Int { ends.count }

  /// Fills `list` with the documents, frequencies and, if asked, positions of the term in order
  /// `index`.
  func fill(
    _ list: inout PostingListEncoder, _ index: Int, documents: DocumentStarts, positions: Bool
  ) {
    list.removeAll()
    let range = (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    places.withUnsafeBufferPointer { places in
      var document = -1
      var start: UInt32 = 0
      var end: UInt32 = 0
      for i in range {
        let place = places[i]
        if place >= end || document < 0 {
          (document, start, end) = documents.document(at: place, from: document)
          list.documents.append(UInt32(truncatingIfNeeded: document))
          list.frequencies.append(1)
        } else {
          list.frequencies[list.frequencies.count &- 1] &+= 1
        }
        if positions { list.positions.append(place &- start) }
      }
    }
  }
}

/// Which document a place belongs to.
struct DocumentStarts {
  private var ends: [UInt32] = []
  /// The document at every 64th place.
  private var sampled: [UInt32] = []

  var total: UInt32 { ends.last ?? 0 }

  mutating func append(length: Int) {
    let end = total + UInt32(length)
    while sampled.count * 64 < Int(end) { sampled.append(UInt32(ends.count)) }
    ends.append(end)
  }

  mutating func append(_ other: DocumentStarts) {
    var start: UInt32 = 0
    for end in other.ends {
      append(length: Int(end - start))
      start = end
    }
  }

  /// The document at `place`, which is in `from` or a later one, and its bounds.
  func document(at place: UInt32, from: Int) -> (document: Int, start: UInt32, end: UInt32) {
    var document = max(from, Int(sampled[Int(place >> 6)]))
    while ends[document] <= place { document &+= 1 }
    return (document, document == 0 ? 0 : ends[document &- 1], ends[document])
  }
}
