// The matrix as one HTML file that needs nothing but itself: look, filter and sort without a network.

import Norms

extension ResponsibilityMatrix {
  /// A page with the matrix of counts and all entries. Without scripts it shows everything; with them
  /// it filters and sorts.
  public var html: String { String(decoding: MatrixPage(self).page.bytes, as: UTF8.self) }
}

/// Makes the page of a matrix. Rows and cells carry their numbers as `data-` attributes; the script
/// of the page knows nothing else.
private struct MatrixPage {
  private let matrix: ResponsibilityMatrix
  private let numbering: MatrixNumbering

  init(_ matrix: ResponsibilityMatrix) {
    self.matrix = matrix
    numbering = MatrixNumbering(MatrixCounts(matrix))
  }

  var page: MarkupBuffer {
    let grid = MatrixGrid(matrix, numbering)
    var page = MarkupBuffer()
    page.template(
      String(decoding: PackageResources.MatrixPage_html, as: UTF8.self),
      [
        "style": MarkupBuffer(
          markup: String(decoding: PackageResources.MatrixPage_css, as: UTF8.self)),
        "script": MarkupBuffer(
          markup: String(decoding: PackageResources.MatrixPage_js, as: UTF8.self)),
        "title": MarkupBuffer(words: matrix.title), "note": MarkupBuffer(words: matrix.note),
        "summary": MarkupBuffer(words: matrix.summary), "kinds": kinds(grid.total),
        "instruments": instruments, "head": MarkupBuffer(words: String(grid.headHeight)),
        "grid": grid.table, "entries": entries,
      ])
    return page
  }

  /// A box to tick for each kind.
  private func kinds(_ counts: KindCounts) -> MarkupBuffer {
    var out = MarkupBuffer()
    for kind in NormKind.allCases {
      out.markup("<label class=\"kind \(kind.rawValue)\">")
      out.markup("<input type=\"checkbox\" value=\"\(kind.rawValue)\" checked>\(kind.chinese) ")
      out.markup("<span>\(counts[kind])</span></label>\n")
    }
    return out
  }

  /// The options of the field for an instrument.
  private var instruments: MarkupBuffer {
    var out = MarkupBuffer()
    for (instrument, number) in zip(matrix.instruments, numbering.numberOfInstrument) {
      out.markup("<option value=\"\(number)\">")
      out.words(instrument.words)
      out.markup("</option>\n")
    }
    return out
  }

  /// A block of rows out of view costs the browser next to nothing.
  private static let rowsOfBlock = 200

  /// The entries in blocks.
  private var entries: MarkupBuffer {
    var out = MarkupBuffer()
    for (number, entry) in matrix.entries.enumerated() {
      if number.isMultiple(of: Self.rowsOfBlock) {
        out.markup(number == 0 ? "<tbody>\n" : "</tbody>\n<tbody>\n")
      }
      row(entry, &out)
    }
    out.markup(matrix.entries.isEmpty ? "" : "</tbody>\n")
    return out
  }

  private func row(_ entry: ResponsibilityMatrix.Entry, _ out: inout MarkupBuffer) {
    let party = entry.party ?? matrix.parties.count
    out.markup("<tr data-p=\"\(numbering.numberOfParty[party])\"")
    out.markup(" data-i=\"\(numbering.numberOfInstrument[entry.instrument])\"")
    out.markup(" data-k=\"\(entry.kind.rawValue)\"")
    if let fine = entry.mostFine { out.markup(" data-f=\"\(fine)\"") }
    out.markup("><td>")
    let name = matrix.name(ofParty: party)
    out.element("b", name)
    if entry.phrase != name { out.element("small", entry.phrase) }
    out.markup("</td><td><span class=\"kind\">\(entry.kind.chinese)</span></td><td>")
    if let topic = entry.topic { labelled("事项", topic, &out) }
    out.element("p", entry.content)
    if let condition = entry.condition { labelled("条件", condition, &out) }
    if let exception = entry.exception { labelled("例外", exception, &out) }
    for deadline in entry.deadlines { labelled("期限", deadline, &out) }
    out.markup("</td><td>")
    for words in entry.followingWords { out.element("p", words) }
    for authority in entry.authorities { labelled("机关", authority, &out) }
    out.markup("</td><td data-e=\"")
    out.words(entry.eId)
    out.markup("\" title=\"")
    out.words("\(entry.eId) \(entry.id)")
    out.markup("\">")
    let instrument = matrix.instruments[entry.instrument]
    out.words(instrument.title.bracketedTitle)
    out.element("b", entry.place)
    out.element("small", instrument.state)
    out.markup("</td></tr>\n")
  }

  private func labelled(_ label: String, _ words: String, _ out: inout MarkupBuffer) {
    out.markup("<p class=\"more\"><i>\(label)</i>")
    out.words(words)
    out.markup("</p>")
  }
}
