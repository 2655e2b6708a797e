// A search result for people: each hit with its address, status and the words around what matched.

import Tiaowen

struct SearchTable {
  let text: String

  init(_ result: SearchAnswer, width: Int) {
    var output = ""
    for (number, hit) in result.hits.enumerated() {
      let rank = String(result.offset + number + 1).padded(to: 3)
      let address = hit.instrument.bracketedTitle + hit.label
      output += Style.faint(rank) + Style.title(address.clipped(to: width - 3)) + "\n"
      var line = [hit.validity.label]
      if let version = hit.version { line.append("版本 \(version)") }
      if let heading = hit.provision.headings.last { line.append(heading) }
      output +=
        "   " + hit.validity.style(line.joined(separator: " · ").clipped(to: width - 3)) + "\n"
      if let note = InstrumentHistory.note(of: hit.missing) {
        output += "   " + Style.warning(note.clipped(to: width - 3)) + "\n"
      }
      output += Snippet(hit, width: width - 3).lines.map { "   \($0)\n" }.joined()
    }
    if let counts = result.counts {
      if !result.hits.isEmpty { output += "\n" }
      var table = Table()
      for count in counts { table.append(String(count.hits), count.instrument) }
      output += table.lines(width: width).map { $0 + "\n" }.joined()
    }
    let shown =
      result.hits.isEmpty ? "" : ", shown \(result.offset + 1)–\(result.offset + result.hits.count)"
    output += Style.faint("\(result.total) provisions\(shown)") + "\n"
    text = output
  }
}

/// Up to three lines of a hit's text around its first match, the matches marked.
struct Snippet {
  let lines: [String]

  init(_ hit: SearchHit, width: Int) {
    let scalars = Array(hit.provision.text.unicodeScalars)
    let room = max(20, width) * 3 - 4
    let matches = hit.highlights
    // Begin a little before the stretch that holds most of the matches.
    var start = 0
    var best = -1
    for match in matches {
      let end = match.lowerBound + room / 2
      let held = matches.filter { $0.lowerBound >= match.lowerBound && $0.upperBound <= end }.count
      if held > best { (best, start) = (held, match.lowerBound) }
    }
    start = start < room / 3 ? 0 : start - 12
    var lines: [String] = []
    var line = start > 0 ? "…" : ""
    var used = line.columns
    var isMarked = false
    var at = start
    func mark(_ on: Bool) {
      guard Terminal.hasColour, on != isMarked else { return }
      line += on ? "\u{1B}[\(Style.hit.rawValue)m" : "\u{1B}[0m"
      isMarked = on
    }
    while at < scalars.count, lines.count < 3 {
      let scalar = scalars[at]
      let isBreak = scalar == "\n"
      if isBreak || used + scalar.columns > width - (lines.count == 2 ? 1 : 0) {
        if !isBreak, lines.count == 2 { break }
        mark(false)
        lines.append(line)
        (line, used) = ("", 0)
        if isBreak {
          at += 1
          continue
        }
      }
      mark(matches.contains { $0.contains(at) })
      line.unicodeScalars.append(scalar)
      used += scalar.columns
      at += 1
    }
    mark(false)
    if at < scalars.count {
      if lines.count == 3 { lines[2] = lines[2] + "…" } else { line += "…" }
    }
    if !line.isEmpty { lines.append(line) }
    self.lines = lines
  }
}
