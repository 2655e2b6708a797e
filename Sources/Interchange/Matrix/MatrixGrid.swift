// The grid of the page: a row for each party, a column for each instrument, and how many norms meet.

import Norms

/// The numbers that parties and instruments have on the page. Those with a place of their own in the
/// grid come first, so that the number alone tells whether there is one.
struct MatrixNumbering {
  /// A grid of more rows or columns is neither read nor drawn well; what is over goes into one row and
  /// one column more, so that the sums hold.
  private static let mostParties = 60
  private static let mostInstruments = 40

  /// The parties in the order of their numbers, and how many of them have a row.
  let parties: [Int]
  let rows: Int
  /// The instruments in the order of their numbers, and how many of them have a column.
  let instruments: [Int]
  let columns: Int
  /// The number of each party, nobody last, and of each instrument, by index.
  let numberOfParty: [Int]
  let numberOfInstrument: [Int]

  init(_ counts: MatrixCounts) {
    parties = counts.partiesByCount
    rows = min(parties.count, Self.mostParties)
    instruments = counts.instruments(first: Self.mostInstruments)
    columns = min(instruments.count, Self.mostInstruments)
    numberOfParty = Self.numbers(parties, count: counts.ofParty.count)
    numberOfInstrument = Self.numbers(instruments, count: counts.ofInstrument.count)
  }

  private static func numbers(_ order: [Int], count: Int) -> [Int] {
    var numbers = Array(repeating: 0, count: count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    return numbers
  }
}

/// The table of counts. The last row and column are the sums; the ones before them are for all parties
/// and instruments without a place of their own.
struct MatrixGrid {
  private let matrix: ResponsibilityMatrix
  private let numbering: MatrixNumbering
  private var counts: [[KindCounts]]

  init(_ matrix: ResponsibilityMatrix, _ numbering: MatrixNumbering) {
    self.matrix = matrix
    self.numbering = numbering
    counts = Array(
      repeating: Array(repeating: KindCounts(), count: numbering.columns + 2),
      count: numbering.rows + 2)
    for entry in matrix.entries {
      let party = numbering.numberOfParty[entry.party ?? matrix.parties.count]
      let instrument = numbering.numberOfInstrument[entry.instrument]
      for row in [min(party, numbering.rows), numbering.rows + 1] {
        for column in [min(instrument, numbering.columns), numbering.columns + 1] {
          counts[row][column].count(entry.kind)
        }
      }
    }
  }

  /// The sum of all.
  var total: KindCounts { counts[numbering.rows + 1][numbering.columns + 1] }

  /// How many characters of a title stand below each other in the head.
  var headHeight: Int {
    let titles = numbering.instruments.prefix(numbering.columns).map {
      matrix.instruments[$0].title.unicodeScalars.count
    }
    return min(16, max(6, (titles.max() ?? 0) + 1))
  }

  /// The head and the rows, for a `table` element.
  var table: MarkupBuffer {
    var out = MarkupBuffer()
    head(&out)
    out.markup("<tbody>\n")
    for (number, party) in numbering.parties.prefix(numbering.rows).enumerated() {
      out.markup("<tr><th scope=\"row\"><button type=\"button\" data-p=\"\(number)\">")
      out.words(matrix.name(ofParty: party))
      out.markup("</button></th>")
      cells(number, &out)
    }
    if otherParties > 0 {
      out.markup("<tr><th scope=\"row\">其余 \(otherParties) 个主体</th>")
      cells(numbering.rows, &out)
    }
    out.markup("<tr class=\"sum\"><th scope=\"row\">合计</th>")
    cells(numbering.rows + 1, &out)
    out.markup("</tbody>\n")
    return out
  }

  private var otherParties: Int { numbering.parties.count - numbering.rows }
  private var otherInstruments: Int { numbering.instruments.count - numbering.columns }

  private func head(_ out: inout MarkupBuffer) {
    out.markup("<thead><tr><th scope=\"col\">主体</th><th scope=\"col\">合计</th>")
    for kind in NormKind.allCases {
      out.markup("<th scope=\"col\" class=\"ofKind kind \(kind.rawValue)\">\(kind.chinese)</th>")
    }
    for (number, index) in numbering.instruments.prefix(numbering.columns).enumerated() {
      out.markup("<th scope=\"col\"><button type=\"button\" data-i=\"\(number)\" title=\"")
      out.words(matrix.instruments[index].words)
      out.markup("\">")
      out.words(matrix.instruments[index].title)
      out.markup("</button></th>")
    }
    if otherInstruments > 0 {
      out.markup("<th scope=\"col\"><span>其余 \(otherInstruments) 份</span></th>")
    }
    out.markup("</tr></thead>\n")
  }

  /// The numbers of one row, the row ended: its sum, its sums by kind, and one for each instrument.
  private func cells(_ row: Int, _ out: inout MarkupBuffer) {
    cell(row, numbering.columns + 1, &out)
    let sum = counts[row][numbering.columns + 1]
    for kind in NormKind.allCases {
      out.markup("<td class=\"ofKind\"><span\(place("p", row, numbering.rows))")
      out.markup(" data-k=\"\(kind.place)\">\(sum[kind] > 0 ? String(sum[kind]) : "")</span></td>")
    }
    for column in 0..<numbering.columns { cell(row, column, &out) }
    if otherInstruments > 0 { cell(row, numbering.columns, &out) }
    out.markup("</tr>\n")
  }

  /// A party and an instrument with places of their own can be picked; the others are there for their
  /// sums.
  private func cell(_ row: Int, _ column: Int, _ out: inout MarkupBuffer) {
    let counts = counts[row][column]
    guard counts.total > 0 else { return out.markup("<td></td>") }
    let isPair = row < numbering.rows && column < numbering.columns
    let places = place("p", row, numbering.rows) + place("i", column, numbering.columns)
    let parts = counts.described(separator: " ") { "\($0.chinese) \($1)" }
    let heat = counts.total.heat
    out.markup(isPair ? "<td data-h=\"\(heat)\"><button type=\"button\"" : "<td><span")
    out.markup("\(places) title=\"\(parts)\">\(counts.total)")
    out.markup(isPair ? "</button></td>" : "</span></td>")
  }

  /// ` data-p="3"`; nothing for a sum, which stands past the one for the others.
  private func place(_ name: String, _ number: Int, _ others: Int) -> String {
    number <= others ? " data-\(name)=\"\(number)\"" : ""
  }
}

extension Int {
  /// How strongly a cell is tinted, 1 to 5; the script has the same steps.
  fileprivate var heat: Int {
    switch self {
    case ..<2: 1
    case ..<5: 2
    case ..<10: 3
    case ..<25: 4
    default: 5
    }
  }
}
