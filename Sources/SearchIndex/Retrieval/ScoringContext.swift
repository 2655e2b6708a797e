// Statistics over all segments searched, and the tables made of them for one query.

/// The length norms of both fields, at a fixed place in memory for term scorers to point to. The
/// same for all queries of a searcher with one profile.
final class NormTables {
  let profile: RankingProfile
  let documentCount: Int
  private let norms: UnsafeMutablePointer<Float>

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

  /// By length code; valid while this object lives.
  func norms(_ field: Field) -> UnsafePointer<Float> { UnsafePointer(norms + field.rawValue * 256) }
}

/// What scoring one query needs.
final class ScoringContext {
  private let tables: NormTables
  /// The unscaled weights of all terms so far.
  private(set) var total: Float = 0

  init(_ tables: NormTables) { self.tables = tables }

  /// The most a term can add, unscaled. Counts towards `total`.
  func weigh(_ weight: Float, _ field: Field, documentFrequency: Int) -> Float {
    let idf = TermScorer.idf(
      documentFrequency: documentFrequency, documentCount: tables.documentCount)
    let scaled = weight * idf * (tables.profile.scoring(field).k1 + 1)
    let safe = scaled.isFinite ? max(0, scaled) : 0
    total += safe
    return safe
  }

  /// Valid when all terms have been weighed.
  var scale: ScoreScale { ScoreScale(total: total, rule: tables.profile.prior) }

  func scorer(_ weight: Float, _ field: Field, _ segment: Segment) -> TermScorer {
    TermScorer(
      weight: weight * scale.factor, norms: tables.norms(field),
      lengths: segment.statistics.lengths(field))
  }
}
