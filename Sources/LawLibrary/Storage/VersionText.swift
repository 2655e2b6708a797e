// A version's text and provisions, as they are shown: parsed again, or read from its records.

import GRDB
import HanText
import Legislation

/// How a version came into the library.
enum VersionForm: String {
  /// From a file of its own; parsing the text gives its provisions.
  case file
  /// From records, each already a provision; the rows give them.
  case records
}

/// One provision as people and scripts read it.
public struct ProvisionText: Sendable {
  /// `art_19`
  public var eId: String
  /// 第十九条; for a paragraph of an article 第十九条第二款. Empty where it has no name.
  public var label: String
  /// The headings it stands under, outermost first: 第四章 法律责任.
  public var headings: [String]
  /// Its text from after the label, lines joined by `\n`.
  public var text: String
  /// Where each of its 款 begins in `text`, in Unicode scalars, with the 款's eId; empty for less than two.
  public var paragraphs: [(eId: String, number: Int, start: Int)]
  /// Where it stands in the source, in Unicode scalars.
  public var range: Range<Int>
}

/// The text of one version.
struct VersionText {
  let source: SourceText
  /// Nil for a version made of records.
  let document: ParsedDocument?
  let records: [Int: (eId: String, label: String, range: ByteRange, id: String?)]

  init(version: Int64, in db: Database) throws {
    let stored = try db.firstRow("SELECT form, text FROM version WHERE id = ?", [version]) {
      (form: VersionForm(rawValue: try $0.value(0)), bytes: try $0.bytes(1))
    }
    guard let stored else {
      throw LibraryError.notFound("no version \(version) in the library")
    }
    source = SourceText(stored: stored.bytes)
    if stored.form == .records {
      document = nil
      let low = Schema.provisionID(version: version, ordinal: 0)
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT id, eid, label, start, stop, record FROM provision WHERE id >= ? AND id < ?",
        arguments: [low, Schema.provisionID(version: version + 1, ordinal: 0)])
      var records: [Int: (String, String, ByteRange, String?)] = [:]
      for row in rows {
        let (start, stop) = (try row.value(3) as Int, try row.value(4) as Int)
        guard 0 <= start, start <= stop, stop <= stored.bytes.count else { throw DamagedRow() }
        records[Int(try row.value(0) - low)] = (
          try row.value(1), row[2] ?? "", start..<stop, row[5]
        )
      }
      self.records = records
    } else {
      document = ParsedDocument(parsing: source)
      records = [:]
    }
  }

  /// The provision with a number in this version.
  func provision(_ ordinal: Int) -> ProvisionText? {
    var offsets = ScalarOffsets(source)
    if let record = records[ordinal] {
      return ProvisionText(
        eId: record.eId, label: record.label, headings: [], text: source.string(record.range),
        paragraphs: [], range: offsets.scalars(record.range))
    }
    guard let document, document.tree.nodes.indices.contains(ordinal) else { return nil }
    let node = document.tree.nodes[ordinal]
    let paragraphs = Array(document.tree.children(of: ordinal))
      .filter { document.tree.nodes[$0].level == .paragraph }
    var starts: [(String, Int, Int)] = []
    if paragraphs.count > 1 {
      for (number, paragraph) in paragraphs.enumerated() {
        let before = document.text(
          in: node.text.lowerBound..<document.tree.nodes[paragraph].range.lowerBound)
        let length = before.unicodeScalars.count
        starts.append((document.tree.eId(of: paragraph), number + 1, length == 0 ? 0 : length + 1))
      }
    }
    return ProvisionText(
      eId: document.tree.eId(of: ordinal), label: document.citationLabel(of: ordinal),
      headings: document.tree.ancestors(of: ordinal).reversed().compactMap { above in
        let node = document.tree.nodes[above]
        guard node.level.isContainer || node.level == .attachment else { return nil }
        return [document.label(of: above), document.heading(of: above)]
          .filter { !$0.isEmpty }.joined(separator: " ")
      },
      text: document.text(of: ordinal), paragraphs: starts, range: offsets.scalars(node.range))
  }
}
