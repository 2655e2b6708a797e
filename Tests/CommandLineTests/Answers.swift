// The machine output of CONTRACT.md as types: what does not decode is a broken promise.

import Foundation

/// `search --format json`.
struct Answer: Decodable {
  struct Hit: Decodable {
    var instrument: String
    var version: String?
    var status: String
    var statusDate: String?
    var provision: String
    var label: String
    var headings: [String]
    var text: String
    var highlights: [[Int]]
    var score: Double
    var citation: String
    var id: String?
    var sources: [String]
    var range: [Int]

    /// `title@date/art_1`, or the record's own id.
    var name: String { id ?? "\(instrument)@\(version ?? "")/\(provision)" }

    /// What the highlights cover: code points of the text.
    var marked: [String] {
      let scalars = Array(text.unicodeScalars)
      return highlights.map { range in
        guard range.count == 2, range[0] < range[1], range[1] <= scalars.count else {
          return "highlight \(range) outside the text"
        }
        return String(String.UnicodeScalarView(scalars[range[0]..<range[1]]))
      }
    }
  }

  struct Count: Decodable, Equatable {
    var instrument: String
    var hits: Int
  }

  var query: String
  var total: Int
  var hits: [Hit]
  var counts: [Count]?

  /// Addresses in the order of the ranking.
  var provisions: [String] { hits.map(\.provision) }
  var names: Set<String> { Set(hits.map(\.name)) }
}

/// `show --format json`.
struct Shown: Decodable {
  struct Provision: Decodable {
    var provision, label, text: String
    var range: [Int]
  }

  var instrument: String
  var version: String?
  var status: String
  var headings: [String]
  var provision: Provision
  var before, after: [Provision]
  var citation: String
  var sources: [String]
}

/// A line of `list --format jsonl`.
struct Listed: Decodable {
  var instrument, title: String
  var version, published, effective, number: String?
  var status, genre, rank: String
  var issuer: [String]
  var warnings: Int
  var sources: [String]
}

/// `status --format json`.
struct Counts: Decodable, Equatable {
  var instruments, versions, provisions, documents: Int
}

/// `--timings`.
struct Timings: Decodable {
  var qids: [String]
  var passes: [[Double]]

  enum CodingKeys: String, CodingKey {
    case qids
    case passes = "passes_ms"
  }
}

/// Decodes one line of output.
func decode<T: Decodable>(_ type: T.Type = T.self, _ line: some StringProtocol) throws -> T {
  try JSONDecoder().decode(type, from: Data(line.utf8))
}
