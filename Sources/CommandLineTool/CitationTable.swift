// Mentions of a library for people: under each instrument a line for the place and one for the words.

import Tiaowen

struct CitationTable {
  let text: String

  init(_ answer: CitationAnswer, width: Int) {
    var output = Style.title(answer.asked.clipped(to: width)) + "\n"
    for version in answer.versions {
      output += "\n" + Style.title(version.title.bracketedTitle.clipped(to: width)) + "\n"
      let date = version.version.map { "版本 \($0) · " } ?? ""
      output += version.validity.style(date + version.validity.label) + "\n"
      for found in version.mentions { output += Self.lines(of: found, width: width - 2) }
    }
    let mentions = answer.versions.reduce(0) { $0 + $1.mentions.count }
    let own = answer.versions.filter(\.isOwn).reduce(0) { $0 + $1.mentions.count }
    let note = own == 0 ? "" : ", \(own) of them its own"
    output +=
      Style.faint(
        "\n\(counted(mentions, "mention")) in \(counted(answer.versions.count, "version"))\(note)")
      + "\n"
    text = output
  }

  /// The citing place with what is cited, and the mention among its words.
  private static func lines(of found: FoundMention, width: Int) -> String {
    let mention = found.mention
    let targets = found.targets.isEmpty ? "（所指不明）" : pointedAt(found)
    let open = mention.isOpen ? "（未指明条文）" : ""
    let head = (mention.place + " → " + targets + open).clipped(to: width)
    let words = mention.words
    let room = max(0, width - 2 - words.columns)
    let before = found.before.clippedStart(to: room / 2)
    let after = found.after.clipped(to: room - before.columns)
    return "  \(Style.label(head))\n    "
      + (room == 0 ? words.clipped(to: width - 2) : before + Style.hit(words) + after) + "\n"
  }

  /// What it points at, one after another, with what the library does not have of it.
  private static func pointedAt(_ found: FoundMention) -> String {
    var parts: [String] = []
    var last: String?
    // Asked who cites something, the rest of a list is not the answer.
    let isAsked = found.targets.contains { $0.relation != nil }
    for (target, linked) in zip(found.mention.targets, found.targets)
    where linked.relation != nil || !isAsked {
      let isOther = target.instrument != .itself && linked.title != last
      let title = isOther ? linked.title.bracketedTitle : ""
      let own = target.instrument == .itself && linked.label.isEmpty ? "本文件" : ""
      let note =
        switch linked.holding {
        case .held: ""
        case .unknown: "（条文未核）"
        case .missing: "（无此条文）"
        case .absent: isOther ? "（未收录）" : ""
        }
      last = linked.title
      let now = linked.now.map { "（今\($0.span)）" } ?? ""
      parts.append(title + own + linked.label + now + note)
    }
    return parts.joined(separator: "、")
  }
}

extension String {
  /// The longest end of the text that fits into `limit` columns, with an ellipsis where cut.
  fileprivate func clippedStart(to limit: Int) -> String {
    guard columns > limit else { return self }
    let reversed = String(String.UnicodeScalarView(unicodeScalars.reversed()))
    return String(String.UnicodeScalarView(reversed.clipped(to: limit).unicodeScalars.reversed()))
  }
}
