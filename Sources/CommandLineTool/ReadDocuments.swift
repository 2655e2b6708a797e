// Commands that take files: each is read and shown, and one that can't be read does not stop the rest.

import ArgumentParser
import Tiaowen

/// Reads files one after another and shows what `body` makes of them together; one that can't be read is
/// reported, and the rest go on.
func readDocuments(
  _ files: [String], paging: Bool, _ body: (ParsedDocument, String) -> String
) throws {
  var text = ""
  try readDocuments(files, paging: paging) {
    text += body($0, $1)
  } showing: {
    text
  }
}

/// The same for files that serve each other: `take` gets each, and `showing` tells what all of them make.
func readDocuments(
  _ files: [String], paging: Bool, _ take: (ParsedDocument, String) -> Void,
  showing: () throws -> String
) throws {
  var failed = false
  for file in files {
    do {
      take(ParsedDocument(parsing: try readSource(file)), file)
    } catch let error as InputError {
      Terminal.complain("tiaowen: \(error)")
      failed = true
    }
  }
  let text = try showing()
  if !text.isEmpty { page(text, paging: paging) }
  if failed { throw ExitCode(65) }
}
