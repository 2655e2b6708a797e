// The index measured: building it from text in memory, and queries of each class, top 10.

import SearchIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the corpus and queries that `Scripts/bench_peers.py prepare` writes and prints one line of
/// JSON in the shape of its `index`.
struct IndexBenchmark {
  private static let passes = 21

  let corpusPath: String
  let queriesPath: String

  func run() throws {
    let corpus = try readFile(corpusPath)
    let lines = corpus.split(separator: UInt8(ascii: "\n"))
    let clock = ContinuousClock()
    var chunks: [[UInt8]] = []
    let build = try clock.measure {
      var builder = SegmentBuilder()
      var document = AnalyzedDocument()
      for line in lines {
        fill(&document, line)
        try builder.add(document)
      }
      chunks = builder.finish()
    }
    let size = chunks.reduce(0) { $0 + $1.count }
    var report = "{\"engine\":\"tiaowen\",\"documents\":\(lines.count),"
    report += "\"build_s\":\(seconds(build)),\"bytes\":\(size),\"chunks\":\(chunks.count)"
    let store = MemoryChunkStore(chunks)
    var segment: Segment?
    let open = try clock.measure { segment = try Segment(store) }
    report += ",\"open_ms\":\(seconds(open) * 1e3)"
    let searcher = Searcher([(segment!, nil)])
    for (kind, queries) in try readQueries() where !queries.isEmpty {
      var times = [Double](repeating: .infinity, count: queries.count)
      var cold = 0.0
      for pass in 0..<Self.passes {
        for (i, text) in queries.enumerated() {
          let time = try clock.measure { try search(text, searcher, kind) }
          times[i] = min(times[i], seconds(time))
          if pass == 0 { cold = max(cold, seconds(time)) }
        }
      }
      times.sort()
      let p50 = times[times.count / 2] * 1e3
      let p95 = times[times.count * 95 / 100] * 1e3
      report +=
        ",\"\(kind)\":{\"p50_ms\":\(p50),\"p95_ms\":\(p95),\"slowest_first_ms\":\(cold * 1e3)}"
    }
    print(report + "}")
  }

  private func search(_ text: String, _ searcher: Searcher, _ kind: String) throws {
    var profile = RankingProfile()
    if kind == "ranked_bigrams" { profile.wordWeight = 0 }
    let analyzer = QueryAnalyzer(
      fold: { $0.unicodeScalars.map(\.value) },
      rank: {
        profile.terms(
          for: RankedText(characters: $0.unicodeScalars.map(\.value), words: [Array($0.utf8)]))
      },
      documents: { _ in [] })
    let result = try searcher.search(
      Query(text), analyzer: analyzer, profile: profile, limit: 10, countTotal: false)
    if result.hits.count > 10 { fatalError("more hits than asked for") }
  }

  /// Queries by class, in the language of `Query`. Ranked ones twice: by words and bigrams, as we
  /// rank, and by the bigrams alone that the peer is given.
  private func readQueries() throws -> [(String, [String])] {
    var classes: [(String, [String])] = [
      ("ranked", []), ("and", []), ("literal", []), ("ranked_bigrams", []),
    ]
    for line in try readFile(queriesPath).split(separator: UInt8(ascii: "\n")) {
      let parts = String(decoding: line, as: UTF8.self).split(separator: "\t")
      switch parts[0] {
      case "ranked":
        classes[0].1.append(String(parts[1]))
        classes[3].1.append(String(parts[1]))
      case "and": classes[1].1.append(parts[1].split(separator: " ").joined(separator: " AND "))
      default: classes[2].1.append("\"" + parts[1] + "\"")
      }
    }
    return classes
  }

  /// Text to a tab, then words parted by spaces.
  private func fill(_ document: inout AnalyzedDocument, _ line: ArraySlice<UInt8>) {
    document.removeAll()
    let tab = line.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex
    var decoder = UTF8()
    var iterator = line[..<tab].makeIterator()
    document.paragraphStarts.append(0)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      let isBreak = scalar.value == 0x2029
      document.characters.append(isBreak ? 0 : scalar.value)
      if isBreak { document.paragraphStarts.append(UInt32(document.characters.count)) }
    }
    for byte in line[min(tab + 1, line.endIndex)...] {
      if byte == UInt8(ascii: " ") {
        document.wordEnds.append(document.wordBytes.count)
      } else {
        document.wordBytes.append(byte)
      }
    }
    if !document.wordBytes.isEmpty { document.wordEnds.append(document.wordBytes.count) }
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private func readFile(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw BenchmarkError.unreadable(path) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}

enum BenchmarkError: Error {
  case unreadable(String)
}
