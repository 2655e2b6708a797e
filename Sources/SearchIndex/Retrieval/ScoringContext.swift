// Statistics over all segments searched, and the tables made of them for one query.

/// What scoring one query needs. Holds the memory term scorers point to.
final class ScoringContext {
  let documentCount: Int
  private let profile: RankingProfile
  private let norms: UnsafeMutablePointer<Float>
  /// The unscaled weights of all terms so far.
  private(set) var total: Float = 0

  init(_ segments: [SegmentReader], profile: RankingProfile) {
    self.profile = profile
    documentCount = segments.reduce(0) { $0 + $1.segment.documentCount }
    norms = .allocate(capacity: Field.allCases.count * 256)
    for field in Field.allCases {
      let length = segments.reduce(0) {
        $0 + Double($1.segment.header.totalLengths[field.rawValue])
      }
      let table = LengthNorms(
        profile.scoring(field), averageLength: Float(length / Double(max(1, documentCount))))
      (norms + field.rawValue * 256).initialize(from: table.values, count: 256)
    }
  }

  deinit { norms.deallocate() }

  /// The most a term can add, unscaled. Counts towards `total`.
  func weigh(_ weight: Float, _ field: Field, documentFrequency: Int) -> Float {
    let idf = TermScorer.idf(
      documentFrequency: documentFrequency, documentCount: documentCount)
    let scaled = weight * idf * (profile.scoring(field).k1 + 1)
    let safe = scaled.isFinite ? max(0, scaled) : 0
    total += safe
    return safe
  }

  /// Valid when all terms have been weighed.
  var scale: ScoreScale { ScoreScale(total: total, rule: profile.prior) }

  func scorer(_ weight: Float, _ field: Field, _ segment: Segment) -> TermScorer {
    TermScorer(
      weight: weight * scale.factor, norms: UnsafePointer(norms + field.rawValue * 256),
      lengths: segment.statistics.lengths(field))
  }
}
