// How many norms of each kind bind a party in an instrument: the numbers of the matrix.

import Norms

/// Numbers of norms by kind.
struct KindCounts: Equatable {
  private var counts = [Int](repeating: 0, count: NormKind.allCases.count)

  subscript(kind: NormKind) -> Int { counts[kind.place] }

  var total: Int { counts.reduce(0, +) }

  mutating func count(_ kind: NormKind) { counts[kind.place] += 1 }

  /// The kinds that occur, each made a string with its number.
  func described(separator: String, _ describe: (NormKind, Int) -> String) -> String {
    NormKind.allCases.filter { self[$0] > 0 }.map { describe($0, self[$0]) }
      .joined(separator: separator)
  }
}

extension NormKind {
  /// Where it stands among the kinds.
  var place: Int {
    switch self {
    case .duty: 0
    case .prohibition: 1
    case .permission: 2
    case .competence: 3
    case .sanction: 4
    }
  }
}

/// The counts of a matrix. The norms without a party are those of a party after the last.
struct MatrixCounts {
  /// Of each party, by index.
  private(set) var ofParty: [KindCounts]
  /// Of each instrument, by index.
  private(set) var ofInstrument: [KindCounts]
  private(set) var total = KindCounts()
  /// Of each party by instrument.
  private var pairs: [[Int: KindCounts]]

  init(_ matrix: ResponsibilityMatrix) {
    let nobody = matrix.parties.count
    ofParty = Array(repeating: KindCounts(), count: nobody + 1)
    ofInstrument = Array(repeating: KindCounts(), count: matrix.instruments.count)
    pairs = Array(repeating: [:], count: nobody + 1)
    for entry in matrix.entries {
      let party = entry.party ?? nobody
      ofParty[party].count(entry.kind)
      ofInstrument[entry.instrument].count(entry.kind)
      total.count(entry.kind)
      pairs[party][entry.instrument, default: KindCounts()].count(entry.kind)
    }
  }

  /// Of a party in an instrument.
  subscript(party: Int, instrument: Int) -> KindCounts {
    pairs[party][instrument] ?? KindCounts()
  }

  /// The instruments that bind a party, in the order they were met.
  func instruments(of party: Int) -> [Int] { pairs[party].keys.sorted() }

  /// The parties with norms, the one with most first, then in the order they were met; the norms
  /// without a party come last.
  var partiesByCount: [Int] {
    let nobody = ofParty.count - 1
    let named = (0..<nobody).filter { ofParty[$0].total > 0 }.sorted {
      (-ofParty[$0].total, $0) < (-ofParty[$1].total, $1)
    }
    return ofParty[nobody].total > 0 ? named + [nobody] : named
  }

  /// The `limit` instruments with most norms in the order they were met, then the others.
  func instruments(first limit: Int) -> [Int] {
    let byCount = ofInstrument.indices.sorted {
      (-ofInstrument[$0].total, $0) < (-ofInstrument[$1].total, $1)
    }
    return byCount.prefix(limit).sorted() + byCount.dropFirst(limit).sorted()
  }
}
