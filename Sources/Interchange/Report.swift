// What `parse` shows people: the metadata, the tree, the warnings.

import HanText
import Legislation

extension ParsedDocument {
  /// Title and metadata, the tree, and the warnings, as lines of at most `width` columns.
  public func report(width: Int = 100) -> String {
    var out = metadata.title.isEmpty ? "" : metadata.title.clipped(to: width) + "\n"
    for line in [metadata.summary, metadata.days] where !line.isEmpty {
      out += "  " + line.clipped(to: width - 2) + "\n"
    }
    for event in metadata.history { out += "  \(event.date) \(event.event)\n" }
    for repeal in metadata.repeals {
      out += "  废止 \(repeal.title)" + (repeal.date.map { " \($0)" } ?? "") + "\n"
    }
    out += treeDump(width: width)
    for warning in warnings {
      out += "warning \(warning.code.rawValue): \(warning.message)\n"
    }
    return out
  }
}

extension Metadata {
  fileprivate var summary: String {
    var parts = [genre.rawValue]
    if !issuers.isEmpty { parts.append(issuers.joined(separator: "、")) }
    if let number { parts.append(number) }
    if !authors.isEmpty { parts.append(authors.joined(separator: "、")) }
    return parts.joined(separator: " · ")
  }

  fileprivate var days: String {
    var parts: [String] = []
    if let adopted { parts.append("adopted \(adopted)") }
    if let published { parts.append("published \(published)") }
    if let effective { parts.append("effective \(effective)") }
    return parts.joined(separator: " · ")
  }
}
