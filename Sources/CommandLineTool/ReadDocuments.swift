// Commands that take files: each is read and shown, and one that can't be read does not stop the rest.

import ArgumentParser
import Tiaowen

/// Reads files one after another and shows what `body` makes of them together; one that can't be read is
/// reported, and the rest go on.
func readDocuments(
  _ files: [String], paging: Bool, _ body: (ParsedDocument, String) -> String
) throws {
  var failed = false
  var text = ""
  for file in files {
    do {
      text += body(ParsedDocument(parsing: try readSource(file)), file)
    } catch let error as InputError {
      Terminal.complain("tiaowen: \(error)")
      failed = true
    }
  }
  if !text.isEmpty { page(text, paging: paging) }
  if failed { throw ExitCode(65) }
}
