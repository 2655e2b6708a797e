// What finding norms costs beside parsing, in MB/s on one thread.

import Foundation
import HanText
import Legislation
import Norms

/// Measures every text of a folder and prints one line of JSON.
func measureNorms(in folder: String) throws {
  let sources = try texts(in: folder)
  let bytes = sources.reduce(0) { $0 + $1.bytes.count }
  var documents: [ParsedDocument] = []
  let parse = best(of: 3) { documents = sources.map { ParsedDocument(parsing: $0) } }
  var norms = 0
  let finding = best(of: 3) {
    norms = documents.reduce(0) { $0 + NormFinder().norms(in: $1).count }
  }
  func rate(_ seconds: Double) -> String {
    String(format: "%.1f", Double(bytes) / seconds / 1e6)
  }
  print(
    """
    {"stage":"norms","bytes":\(bytes),"documents":\(documents.count),"norms":\(norms),\
    "norms_MBps":\(rate(finding)),"with_parsing_MBps":\(rate(parse + finding))}
    """)
}
