// Parties as JSON lines and as CSV.

import Interchange
import Norms

extension ListedParty {
  /// The party as one line of JSON, the line ended.
  public var json: String {
    JSONWriter.line { writer in
      writer.key("party")
      writer.string(name)
      writer.key("parent")
      writer.optional(parent)
      writer.key("norms")
      writer.integer(norms)
      writer.key("kinds")
      writer.object { writer in
        for kind in NormKind.allCases {
          writer.key(kind.rawValue)
          writer.integer(counts[kind] ?? 0)
        }
      }
      writer.key("instruments")
      writer.integer(instruments)
      writer.key("phrases")
      writer.array { writer in
        for phrase in phrases {
          writer.object { writer in
            writer.key("text")
            writer.string(phrase.text)
            writer.key("norms")
            writer.integer(phrase.norms)
          }
        }
      }
    }
  }

  /// The first row of a table of parties.
  public static let csvHeadings = CSVLine(
    ["主体", "上位主体"] + NormKind.allCases.map(\.chinese) + ["合计", "文件", "原文"]
  ).text

  /// The party as a row (RFC 4180), the row ended.
  public var csv: String {
    var line = CSVLine([name, parent ?? ""])
    for kind in NormKind.allCases { line.append(counts[kind] ?? 0) }
    line.append(norms)
    line.append(instruments)
    line.append(phrases.map { "\($0.text) \($0.norms)" }.joined(separator: "；"))
    return line.text
  }
}
