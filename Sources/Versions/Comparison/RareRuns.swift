// Tells what articles have in common from the formulas that all of them use: 构成犯罪的，依法追究刑事责任.

/// In how many articles of two versions each run of four characters stands.
struct RareRuns {
  private let articles: [UInt64: Int]
  /// A run in more articles than this is a formula.
  private let most: Int

  init(_ old: [ComparedUnit], _ new: [ComparedUnit]) {
    var articles: [UInt64: Int] = [:]
    for unit in old + new {
      for run in Self.runs(of: unit.words) { articles[run, default: 0] += 1 }
    }
    self.articles = articles
    most = min(32, max(4, (old.count + new.count) / 32))
  }

  /// The runs of a unit.
  func of(_ unit: ComparedUnit) -> Set<UInt64> { Self.runs(of: unit.words) }

  /// How many runs both have that are no formula.
  func shared(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Int {
    a.count { b.contains($0) && articles[$0, default: 0] <= most }
  }

  static func runs(of words: some Collection<UInt32>) -> Set<UInt64> {
    var runs: Set<UInt64> = []
    var (count, run) = (0, UInt64(0))
    for word in words {
      // Of four scalars the lower 16 bits tell them apart.
      run = run << 16 | UInt64(word & 0xFFFF)
      count += 1
      if count >= 4 { runs.insert(run) }
    }
    return runs
  }
}
