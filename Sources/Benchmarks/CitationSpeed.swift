// What finding citations, definitions and delegations costs beside parsing, in MB/s on one thread.

import Citations
import Foundation
import HanText
import Legislation

/// Measures every text of a folder and prints one line of JSON.
func measureCitations(in folder: String) throws {
  let sources = try texts(in: folder)
  let bytes = sources.reduce(0) { $0 + $1.bytes.count }
  var documents: [ParsedDocument] = []
  let parse = best(of: 3) { documents = sources.map { ParsedDocument(parsing: $0) } }
  let finder = CitationFinder()
  var mentions = 0
  let citations = best(of: 3) {
    mentions = documents.reduce(0) { $0 + finder.citations(in: $1).count }
  }
  let definitions = best(of: 3) {
    for document in documents { _ = DefinitionFinder().definitions(in: document) }
  }
  let delegations = best(of: 3) {
    for document in documents { _ = DelegationFinder().delegations(in: document) }
  }
  func rate(_ seconds: Double) -> String {
    String(format: "%.1f", Double(bytes) / seconds / 1e6)
  }
  print(
    """
    {"stage":"citations","bytes":\(bytes),"documents":\(documents.count),"mentions":\(mentions),\
    "parse_MBps":\(rate(parse)),"citations_MBps":\(rate(citations)),\
    "with_parsing_MBps":\(rate(parse + citations)),"definitions_MBps":\(rate(definitions)),\
    "delegations_MBps":\(rate(delegations))}
    """)
}

/// Every text of a folder, decoded.
func texts(in folder: String) throws -> [SourceText] {
  var sources: [SourceText] = []
  let files = FileManager.default.enumerator(
    at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil)
  while let file = files?.nextObject() as? URL {
    guard ["md", "txt"].contains(file.pathExtension) else { continue }
    sources.append(try SourceText(decoding: [UInt8](try Data(contentsOf: file))))
  }
  return sources
}
