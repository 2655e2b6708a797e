// Two folders compared: the instruments of one title in both, and those that only one has.

import Foundation
import Tiaowen

/// Whether an argument names a folder.
func isFolder(_ argument: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder)
    && isFolder.boolValue
}

/// The instruments of two folders. Of several versions in one folder the newest counts.
struct FolderComparison {
  let table: InstrumentsTable
  /// Whether a file could not be read.
  let hasFailed: Bool

  init(old: String, new: String) throws {
    let (before, after) = (try Collection(old), try Collection(new))
    var rows: [InstrumentsTable.Row] = []
    for (key, entry) in before.entries {
      if let other = after.entries[key] {
        let comparison = VersionComparison(old: entry.document, new: other.document)
        rows.append(
          InstrumentsTable.Row(
            title: other.document.metadata.title, old: entry.version, new: other.version, comparison
          ))
      } else {
        rows.append(
          InstrumentsTable.Row(title: entry.document.metadata.title, old: entry.version, new: nil))
      }
    }
    for (key, entry) in after.entries where before.entries[key] == nil {
      rows.append(
        InstrumentsTable.Row(title: entry.document.metadata.title, old: nil, new: entry.version))
    }
    table = InstrumentsTable(
      rows.sorted { ($0.title, $0.old?.file ?? "") < ($1.title, $1.old?.file ?? "") })
    hasFailed = before.hasFailed || after.hasFailed
  }
}

/// The texts of a folder by title.
private struct Collection {
  struct Entry {
    let version: InstrumentsTable.Version
    let document: ParsedDocument
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var hasFailed = false

  init(_ folder: String) throws {
    let files = SourceFiles([folder])
    if let failure = files.failures.first { throw InputError(file: folder, reason: failure.reason) }
    let root = SourceFiles.absolute(folder)
    for path in files.paths where !path.hasSuffix(".jsonl") {
      do {
        add(
          ParsedDocument(parsing: try readSource(path)), path,
          String(path.dropFirst(root.count + 1)))
      } catch let error as InputError {
        Terminal.complain("tiaowen: \(error)")
        hasFailed = true
      }
    }
    guard !entries.isEmpty || hasFailed else {
      throw InputError(file: folder, reason: "no texts in it")
    }
  }

  private mutating func add(_ document: ParsedDocument, _ path: String, _ name: String) {
    let title = document.metadata.title
    guard !title.isEmpty else {
      return Terminal.complain("tiaowen: warning: \(path): passed over, it has no title")
    }
    let entry = Entry(
      version: InstrumentsTable.Version(
        file: name, date: VersionComparison.Version(document.metadata).date),
      document: document)
    if let other = entries[titleKey(title)] {
      let isNewer =
        (other.version.date?.description ?? "") < (entry.version.date?.description ?? "")
      Terminal.complain(
        "tiaowen: warning: \(isNewer ? other.version.file : name): passed over for \(isNewer ? name : other.version.file)"
      )
      guard isNewer else { return }
    }
    entries[titleKey(title)] = entry
  }
}

/// The table for people.
struct FolderComparisonView {
  let text: String

  init(_ comparison: FolderComparison, width: Int) {
    var output = Style.title(comparison.table.summary) + "\n"
    for row in comparison.table.rows {
      let days = [row.old?.day, row.new?.day].compactMap { $0 }.filter { !$0.isEmpty }
      output += "\n" + Style.label(row.title.bracketedTitle.clipped(to: width)) + "\n"
      for line
        in ([days.joined(separator: " → "), row.remark].filter { !$0.isEmpty }
        .joined(separator: "  ")).wrapped(to: width - 2)
      {
        output += "  " + line + "\n"
      }
    }
    text = output
  }
}
