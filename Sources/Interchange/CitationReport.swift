// What `citations` shows people: the mentions of a document, provision by provision.

import Citations
import Legislation

extension ParsedDocument {
  /// The title, then under each provision its mentions and what they point at, as lines of at most
  /// `width` columns.
  public func citationReport(_ mentions: [CitationMention], width: Int = 80) -> String {
    var out = metadata.title.isEmpty ? "" : metadata.title.clipped(to: width) + "\n"
    let column = min(mentions.map { $0.words.columns }.max() ?? 0, (width - 4) / 2)
    var provision: String?
    for mention in mentions {
      if mention.provision != provision {
        provision = mention.provision
        out += mention.place.clipped(to: width) + "\n"
      }
      for line in mention.lines(column: column, width: width - 2) { out += "  \(line)\n" }
    }
    let targets = mentions.reduce(0) { $0 + $1.targets.count }
    return out + "\(counted(mentions.count, "mention")), \(counted(targets, "target"))\n"
  }
}

extension CitationMention {
  /// Its words on one line.
  public var words: String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
  }

  /// What it points at, one after another: 《某法》第三条、第五条. Empty where that can't be told.
  package var pointedAt: [String] {
    var parts: [String] = []
    var last: CitedInstrument?
    for target in targets {
      let isNew = target.instrument != last
      last = target.instrument
      switch target.instrument {
      case .titled(let title) where isNew: parts.append(title.bracketedTitle + target.span)
      case .itself where target.path.isEmpty: parts.append("本文件")
      default: parts.append(target.span)
      }
    }
    return parts
  }

  /// The mention in one column and what it points at in the next, each wrapped to its room.
  fileprivate func lines(column: Int, width: Int) -> [String] {
    let left = words.wrapped(to: column)
    let pointed = targets.isEmpty ? "（所指不明）" : pointedAt.joined(separator: "、")
    let right = (pointed + (isOpen ? "（未指明条文）" : "")).wrapped(to: width - column - 2)
    return (0..<max(left.count, right.count)).map { row in
      let first = row < left.count ? left[row] : ""
      return row < right.count ? first.padded(to: column) + "  " + right[row] : first
    }
  }
}

extension String {
  /// The text cut into lines of at most `width` columns; one line for an empty text.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var used = 0
    for scalar in unicodeScalars {
      if used + scalar.columns > width, !line.isEmpty {
        lines.append(String(line))
        line = String.UnicodeScalarView()
        used = 0
      }
      line.append(scalar)
      used += scalar.columns
    }
    return lines + [String(line)]
  }
}
