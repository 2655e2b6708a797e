// Versions of a library as texts to compare: 网络安全法@2016-11-07.

import Legislation

/// A version's text with what it is called.
public struct VersionDocument: Sendable {
  /// The reference that names it: `网络安全法@2016-11-07`.
  public let name: String
  public let document: ParsedDocument
  let summary: VersionSummary
}

extension Library {
  /// The version that a title with a date names; without a date the newest. Throws `LibraryError.notFound`.
  public func version(named reference: String) throws -> VersionDocument {
    let address = Address(reference)
    let instrument = try instrument(named: lawName(of: reference))
    if let date = address.version {
      return try versionDocument(instrument.version(of: date))
    }
    guard let newest = try history(of: instrument).versions.last ?? instrument.versions.last else {
      throw LibraryError.notFound("\(instrument.title): no version in the library")
    }
    return try versionDocument(newest)
  }

  /// The newest version of an instrument and the one before it. Throws `LibraryError.notFound` where there are
  /// no two.
  public func newestVersions(
    of name: String
  ) throws -> (old: VersionDocument, new: VersionDocument) {
    let instrument = try instrument(named: lawName(of: name))
    let versions = try history(of: instrument).versions
    guard versions.count > 1 else {
      let dates = versions.compactMap(\.date).joined(separator: " ")
      throw LibraryError.notFound("\(instrument.title): one version in the library: \(dates)")
    }
    return try (
      versionDocument(versions[versions.count - 2]), versionDocument(versions[versions.count - 1])
    )
  }

  /// The acts between two versions of one instrument of which the library has no text.
  public func missing(
    between old: VersionDocument, and new: VersionDocument
  ) throws -> [LegislativeAct] {
    guard old.summary.instrument == new.summary.instrument,
      let instrument = try catalogue().instrument(ofVersion: old.summary.id)
    else { return [] }
    return try history(of: instrument).missing(between: old.summary, and: new.summary)
  }

  private func versionDocument(_ version: VersionSummary) throws -> VersionDocument {
    let date = version.date.map { "@" + $0 } ?? ""
    return try VersionDocument(
      name: version.title + date, document: document(of: version), summary: version)
  }
}
