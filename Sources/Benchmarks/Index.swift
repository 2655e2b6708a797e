// The index measured: building the postings of both fields from text in memory.

import SearchIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the corpus that `Scripts/bench_peers.py prepare` writes and prints one line of JSON.
struct IndexBenchmark {
  let corpusPath: String

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
    report += "\"build_s\":\(seconds(build)),\"bytes\":\(size),\"chunks\":\(chunks.count)}"
    print(report)
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
