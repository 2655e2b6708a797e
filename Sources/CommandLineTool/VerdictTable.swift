// Verdicts for people: each citation with what it came to, why, and where a quotation differs.

import Tiaowen

struct VerdictTable {
  private let width: Int
  private var lines = ""
  private var counts: [Verdict: Int] = [:]

  init(width: Int) { self.width = width }

  /// Adds the verdicts of a text, under its name where there are several.
  mutating func append(_ checks: [CheckedCitation], of file: String?) {
    if let file { lines += Style.title(file.clipped(to: width)) + "\n" }
    let gutter = String(checks.last?.line ?? 1).count
    for check in checks { append(check, gutter) }
  }

  private mutating func append(_ check: CheckedCitation, _ gutter: Int) {
    counts[check.verdict, default: 0] += 1
    let number = String(check.line)
    let indent = gutter + 12
    let room = max(20, width - indent)
    lines += Style.faint(String(repeating: " ", count: gutter - number.count) + number) + "  "
    lines += check.verdict.style(check.verdict.name.padded(to: 8)) + "  "
    lines += check.cited(within: room) + "\n"
    var pieces: [Piece] = []
    var notes: [String] = []
    if let share = check.share { notes.append("用词相同\(Int(share * 100 + 0.5))%") }
    if let reason = check.reason { notes.append(reason) }
    if let version = check.version { notes.append("版本 \(version)") }
    if !notes.isEmpty { pieces.append(Piece(notes.joined(separator: " · "), .faint)) }
    lines += wrapped(pieces, indent, room, rows: 3)
    if !check.edits.isEmpty { lines += wrapped(check.edits.map(Piece.init), indent, room, rows: 6) }
  }

  var text: String {
    let total = counts.values.reduce(0, +)
    let parts = Verdict.allCases.compactMap { verdict in
      counts[verdict].map { "\(verdict.name) \($0)" }
    }
    let summary = ([counted(total, "citation")] + parts).joined(separator: "  ")
    return lines + Style.faint(summary) + "\n"
  }

  /// A stretch of text in one style.
  private struct Piece {
    var text: String
    var style: Style?

    init(_ text: String, _ style: Style) { (self.text, self.style) = (text, style) }

    /// A difference with its marks, which tell also where there is no colour; long stretches are cut
    /// in the middle, so that every difference is seen.
    init(_ edit: QuotationEdit) {
      switch edit.operation {
      case .equal: text = Piece.shortened(edit.text, to: 24)
      case .delete: (text, style) = ("〔-\(Piece.shortened(edit.text, to: 40))-〕", .warning)
      case .insert: (text, style) = ("{+\(edit.text)+}", .hit)
      }
    }

    private static func shortened(_ text: String, to most: Int) -> String {
      let scalars = text.unicodeScalars
      guard scalars.count > most else { return text }
      let side = most / 2 - 2
      return "\(String(scalars.prefix(side)))…\(String(scalars.suffix(side)))"
    }
  }

  /// Pieces set in lines of `room` columns, at most `rows`, under an indent. Dates and numbers are not
  /// broken.
  private func wrapped(_ pieces: [Piece], _ indent: Int, _ room: Int, rows: Int) -> String {
    var lines: [String] = [""]
    var used = 0
    outer: for piece in pieces {
      var run = ""
      func end() {
        lines[lines.count - 1] += piece.style.map { $0(run) } ?? run
        run = ""
      }
      for unit in units(of: piece.text) {
        if used + unit.columns > room - (lines.count == rows ? 1 : 0) {
          if lines.count == rows {
            run += "…"
            end()
            break outer
          }
          if run.hasSuffix(" ") { run.removeLast() }
          end()
          lines.append("")
          used = 0
          if unit == " " { continue }
        }
        run += unit
        used += unit.columns
      }
      end()
    }
    let margin = String(repeating: " ", count: indent)
    return lines.filter { !$0.isEmpty }.map { margin + $0 + "\n" }.joined()
  }

  /// What a line may be broken between: characters, and runs of ASCII up to 16 scalars.
  private func units(of text: String) -> [String] {
    var units: [String] = []
    for scalar in text.unicodeScalars {
      let isASCII = scalar.isASCII && scalar != " "
      if isASCII, let last = units.last?.unicodeScalars.last, last.isASCII, last != " ",
        units[units.count - 1].utf8.count < 16
      {
        units[units.count - 1].unicodeScalars.append(scalar)
      } else {
        units.append(String(scalar))
      }
    }
    return units
  }
}

extension Verdict {
  fileprivate var style: Style {
    switch self {
    case .exists: .good
    case .missing, .repealed, .misquoted: .hit
    case .renumbered, .paraphrase: .label
    case .unchecked: .warning
    }
  }
}

extension CheckedCitation {
  /// What is cited, by the title that was looked at: 《…》第十九条. Own provisions as they are written. A
  /// long title is cut, not the address.
  fileprivate func cited(within room: Int) -> String {
    guard let target, case .titled(let title) = target.instrument else {
      return text.clipped(to: room)
    }
    let span = target.span
    return (instrument ?? title).bracketedTitle.clipped(to: max(12, room - span.columns)) + span
  }
}
