// One provision by its address: where it stands, what it says, what is beside it.

import Foundation
import HanText
import Legislation

/// What an address leads to.
public struct ShownProvision: Sendable {
  public var instrument: String
  public var version: String?
  public var validity: Validity
  /// The headings, articles and paragraphs above it, outermost first.
  public var above: [String]
  public var provision: ProvisionText
  /// The articles before and after it, as many as were asked for, in order.
  public var before: [ProvisionText]
  public var after: [ProvisionText]
  public var citation: String
  public var sources: [String]
  /// The acts after this version, and on the day or before, of which the library has no text.
  public var missing: [LegislativeAct]
}

extension Library {
  /// The provision at an address as people write it: 深度合成管理规定第十九条第一款,
  /// `网络安全法@2016-11-07 art_21`. Without a provision, its contents.
  ///
  /// The version is the one in force on `day`, else the latest, unless the address names one.
  /// Throws `LibraryError.notFound` where nothing or more than one instrument fits, naming what does.
  public func show(_ text: String, asOf day: String, neighbours: Int = 0) throws -> ShownProvision {
    let address = Address(text)
    let instrument = try instrument(named: lawName(of: text))
    let version: VersionSummary
    if let date = address.version {
      version = try instrument.version(of: date)
    } else {
      version = instrument.current(asOf: day)[0]
    }
    let text = try self.text(ofVersion: version.id)
    if address.path.isEmpty, let document = text.document {
      return try ShownProvision(
        instrument: version.title, version: version.date,
        validity: validity(ofVersion: version.id, asOf: day), above: [],
        provision: document.contents, before: [], after: [], citation: version.citation(of: ""),
        sources: sources(ofVersion: version.id),
        missing: history(of: instrument).missing(after: version, asOf: day))
    }
    guard let ordinal = text.ordinal(of: address) else {
      let place = version.date.map { "@\($0)" } ?? ""
      throw LibraryError.notFound("\(version.title)\(place) has no \(address.chinese)")
    }
    guard let provision = text.provision(ordinal) else {
      throw LibraryError.unreadable(path: path, reason: "damaged library: a provision has no text")
    }
    let around = text.neighbours(of: ordinal, count: neighbours)
    return ShownProvision(
      instrument: version.title, version: version.date,
      validity: try validity(ofVersion: version.id, asOf: day), above: provision.headings,
      provision: provision, before: around.before, after: around.after,
      citation: version.citation(of: provision.label), sources: try sources(ofVersion: version.id),
      missing: try history(of: instrument).missing(after: version, asOf: day))
  }

  /// The law's name in an address. Throws `LibraryError.notFound` where it has none.
  func lawName(of text: String) throws -> String {
    guard let law = Address(text).law, !law.isEmpty else {
      throw LibraryError.notFound("\(text): name the instrument too, as in 某某规定第十九条")
    }
    return law
  }

  /// The one instrument a person may mean by `name`. Throws `LibraryError.notFound`.
  func instrument(named name: String) throws -> InstrumentSummary {
    let found = try catalogue().instruments(named: name)
    guard let first = found.first else {
      throw LibraryError.notFound("\(name): no such instrument in the library")
    }
    guard found.count > 1 else { return first }
    let some = found.prefix(5).map(\.title.bracketedTitle).joined(separator: " ")
    let more = found.count > 5 ? " and \(found.count - 5) more" : ""
    throw LibraryError.notFound("\(name) may be \(some)\(more)")
  }
}

extension InstrumentSummary {
  /// The version of a date. Throws `LibraryError.notFound`, naming those there are.
  func version(of date: CalendarDate) throws -> VersionSummary {
    guard let named = versions.first(where: { $0.date == date.description }) else {
      let dates = versions.compactMap(\.date).joined(separator: " ")
      throw LibraryError.notFound("\(title): no version of \(date); there are: \(dates)")
    }
    return named
  }
}

extension VersionText {
  /// The provision an address without its law leads to; the whole text for an empty one.
  func ordinal(of address: Address) -> Int? {
    guard let document else {
      return address.path.isEmpty
        ? records.keys.min() : records.first { $0.value.eId == address.eId }?.key
    }
    return address.path.isEmpty ? nil : document.tree.node(at: address)
  }

  /// The provisions of the same kind on both sides of one, whatever chapter they stand in.
  func neighbours(
    of ordinal: Int, count: Int
  ) -> (before: [ProvisionText], after: [ProvisionText]) {
    guard count > 0 else { return ([], []) }
    let alike: [Int]
    if let document {
      let level = document.tree.nodes[ordinal].level
      alike = document.tree.nodes.indices.filter { document.tree.nodes[$0].level == level }
    } else {
      alike = records.keys.sorted()
    }
    guard let place = alike.firstIndex(of: ordinal) else { return ([], []) }
    return (
      alike[max(0, place - count)..<place].compactMap(provision),
      alike[(place + 1)...].prefix(count).compactMap(provision)
    )
  }
}
