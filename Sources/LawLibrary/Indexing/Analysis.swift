// A file or a group of records into rows and search documents, on a worker thread.

import Foundation
import HanText
import Legislation
import SearchIndex

/// Something to analyse.
enum WorkItem: Sendable {
  /// A file the library has not read.
  case file(NewFile, source: Int64)
  /// The bytes of a file that is itself new: nothing to do but to share its versions.
  case twin(source: Int64, of: Int64)
  /// A version in the library whose segment is written anew.
  case stored(version: Int64)
}

/// A version with its provisions, ready to be written.
struct AnalysedVersion: Sendable {
  var source: Int64
  var form: VersionForm
  var metadata: Metadata
  var date: String?
  var rank: InstrumentRank
  var encoding: String
  var hash: String
  var text: [UInt8]
  var warnings: [StoredWarning]
  var provisions: [ProvisionRow]
}

/// A row of the provision table.
struct ProvisionRow: Sendable {
  var ordinal: Int
  var parent: Int?
  var eId: String
  var level: Level
  var label: String
  var heading: String
  /// UTF-8 bytes of the version's text.
  var range: ByteRange
  var record: String?
}
