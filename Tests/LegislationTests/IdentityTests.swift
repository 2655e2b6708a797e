// text → tree → text is the identity, on real texts where they are here.

import Foundation
import HanText
import Legislation
import Testing

@Suite struct IdentityTests {
  /// TIAOWEN_ALL=1 takes every file instead of one in ten.
  @Test(.enabled(if: Shared.folder != nil, "no folder of real texts beside the package"))
  func realTextsKeepTheirWords() throws {
    let step = ProcessInfo.processInfo.environment["TIAOWEN_ALL"] == nil ? 10 : 1
    let files = Shared.texts(in: ["laws", "originals", "commentary", "gold"])
    for index in stride(from: 0, to: files.count, by: step) {
      let source = try SourceText(decoding: Array(Data(contentsOf: files[index])))
      let document = ParsedDocument(parsing: source)
      let faults = document.tree.validate(in: source)
      #expect(faults.isEmpty, "\(files[index].lastPathComponent): \(faults.prefix(3))")
    }
  }
}
