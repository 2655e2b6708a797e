// Records: documents that come one a line as JSON, already cut into articles by someone else.

import Foundation
import HanText

/// One line of a `.jsonl` file: `{"id","law","date","article","text"}`, `id` and `text` required.
struct Record: Decodable, Sendable {
  var id: String
  var law: String?
  var date: String?
  var article: String?
  var text: String
}

/// The records of one instrument on one date, in the order of the file.
struct RecordGroup: Sendable {
  var law: String
  var date: String?
  var records: [Record] = []
}

/// A line that is no record.
struct RecordFailure: Error, Sendable {
  var line: Int
  var reason: String
}

/// Reads a file of records, grouped by instrument and date. Bad lines are reported, the rest kept.
///
/// Decoding is most of the time it takes to index records, so it is cut over the cores.
func readRecords(
  _ text: SourceText, named file: String, threads: Int
) -> (groups: [RecordGroup], failures: [RecordFailure]) {
  let lines = lineRanges(text.bytes)
  let parts = max(1, min(threads, lines.count / 1000))
  let results = ParallelResults<([Record], [RecordFailure])>(count: parts)
  DispatchQueue.concurrentPerform(iterations: parts) { part in
    let range = lines.count * part / parts..<lines.count * (part + 1) / parts
    results.set(part, decode(text.bytes, lines[range], firstLine: range.lowerBound + 1))
  }
  var groups: [RecordGroup] = []
  var numbers: [String: Int] = [:]
  var failures: [RecordFailure] = []
  for (records, bad) in results.take() {
    failures += bad
    for record in records {
      let law = record.law ?? file
      let key = law + "\u{0}" + (record.date ?? "")
      if let number = numbers[key] {
        groups[number].records.append(record)
      } else {
        numbers[key] = groups.count
        groups.append(RecordGroup(law: law, date: record.date, records: [record]))
      }
    }
  }
  return (groups, failures)
}

private func decode(
  _ bytes: [UInt8], _ lines: ArraySlice<ByteRange>, firstLine: Int
) -> ([Record], [RecordFailure]) {
  let decoder = JSONDecoder()
  var records: [Record] = []
  var failures: [RecordFailure] = []
  records.reserveCapacity(lines.count)
  for (number, line) in zip(firstLine..., lines) {
    if bytes[line].allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
    do {
      records.append(try decoder.decode(Record.self, from: Data(bytes[line])))
    } catch {
      failures.append(RecordFailure(line: number, reason: reason(error)))
    }
  }
  return (records, failures)
}

private func reason(_ error: any Error) -> String {
  switch error {
  case DecodingError.keyNotFound(let key, _): "no \"\(key.stringValue)\""
  case DecodingError.typeMismatch(_, let context),
    DecodingError.valueNotFound(_, let context):
    "\"\(context.codingPath.last?.stringValue ?? "line")\" is not text"
  default: "not JSON"
  }
}

private func lineRanges(_ bytes: [UInt8]) -> [ByteRange] {
  var ranges: [ByteRange] = []
  var start = 0
  bytes.withUnsafeBufferPointer { bytes in
    for (i, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      ranges.append(start..<i)
      start = i + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
  }
  return ranges
}
