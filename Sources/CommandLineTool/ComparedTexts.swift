// What compare sets against each other: files, or versions of a library.

import Foundation
import Tiaowen

/// Two texts, each with the name it was asked for by.
struct ComparedTexts {
  let old: (name: String, document: ParsedDocument)
  let new: (name: String, document: ParsedDocument)

  /// An argument is a file where there is one of that name, or `-`; else a title in the library, with the date
  /// of a version (网络安全法@2016-11-07) or the newest. One title alone means its two newest versions. Versions
  /// between the two that the library lacks are named on standard error. Throws `InputError` or `LibraryError`.
  init(_ first: String, _ second: String?, in options: LibraryOptions) throws {
    var library: Library?
    func open() throws -> Library {
      let open = try library ?? Library(path: options.path)
      library = open
      return open
    }
    var versions: [VersionDocument] = []
    func read(_ argument: String) throws -> (name: String, document: ParsedDocument) {
      if Self.isFile(argument) {
        let document = ParsedDocument(parsing: try readSource(argument))
        guard !document.tree.nodes.isEmpty else {
          throw InputError(file: argument, reason: "no text to compare")
        }
        return (argument, document)
      }
      let version = try open().version(named: argument)
      versions.append(version)
      return (version.name, version.document)
    }
    if let second {
      (old, new) = (try read(first), try read(second))
    } else {
      guard !Self.isFile(first) else {
        throw LibraryError.unsupported(
          "\(first): name the newer version too, or an instrument of the library alone")
      }
      let pair = try open().newestVersions(of: first)
      (old, new) = ((pair.old.name, pair.old.document), (pair.new.name, pair.new.document))
      versions = [pair.old, pair.new]
    }
    if let library, versions.count == 2,
      let note = InstrumentHistory.note(
        of: try library.missing(between: versions[0], and: versions[1]))
    {
      Terminal.complain("tiaowen: \(note)")
    }
  }

  /// Whether an argument is to be read as a file: it is there, or is written as a path is.
  private static func isFile(_ argument: String) -> Bool {
    argument == "-" || argument.contains("/")
      || FileManager.default.fileExists(atPath: argument)
      || !(argument as NSString).pathExtension.isEmpty
  }
}
