// A register for people: under each instrument the provisions, and what each asks of whom.

import Tiaowen

struct RegisterTable {
  let text: String

  init(_ register: Register, width: Int) {
    var output = ""
    if !register.parties.isEmpty {
      output += Style.title(register.parties.joined(separator: "、").clipped(to: width)) + "\n\n"
    }
    for version in register.versions {
      output += Style.title(version.title.bracketedTitle.clipped(to: width)) + "\n"
      let date = version.version.map { "版本 \($0) · " } ?? ""
      output += version.validity.style((date + version.validity.label).clipped(to: width)) + "\n"
      var place: String?
      for found in version.norms {
        if found.norm.place != place {
          place = found.norm.place
          output += "  " + Style.label(found.norm.place.clipped(to: width - 2)) + "\n"
        }
        for line in found.norm.lines(width: width - 4) { output += "    \(Self.styled(line))\n" }
      }
      output += "\n"
    }
    output += Style.faint(NormEntry.summary(register.norms)) + "\n"
    let texts = counted(register.versions.count, "instrument")
    let left = register.leftOut
    output += Style.faint(
      "in \(texts)" + (left > 0 ? "; \(left) in texts that bind nobody that day" : ""))
    text = output + "\n"
  }

  private static func styled(_ line: NormEntry.Line) -> String {
    switch line.part {
    case .head: Style.good(line.text)
    case .content: line.text
    case .note: Style.faint(line.text)
    }
  }
}
