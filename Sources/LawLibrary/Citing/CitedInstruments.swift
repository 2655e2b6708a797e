// From the name in a citation to the instrument of the library, or to none: never a guess by resemblance.

import Citations
import Legislation

/// Looks instruments up by the names citations use.
///
/// A name is taken for an instrument only where it is its title (with or without 中华人民共和国, the marks of
/// titles inside it, and who issued it before 关于), or an established short name of it. 《网络安全法实施条例》 is not
/// 《网络安全法》, and the last words of a longer title are not that title.
struct CitedInstruments {
  enum Answer {
    case found(InstrumentSummary)
    /// Several fit; their titles.
    case several([String])
    /// None; titles that come near, for people.
    case none([String])
  }

  private let catalogue: Catalogue
  private var byKey: [String: [Int]] = [:]
  /// 关于… without the issuer in front → the instruments so called.
  private var bySubject: [String: [Int]] = [:]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    for (index, instrument) in catalogue.instruments.enumerated() {
      guard let genre = instrument.versions.last?.genre, !Self.noLaw.contains(genre) else {
        continue
      }
      let key = Self.evened(instrument.title)
      byKey[key, default: []].append(index)
      if let subject = Self.subject(of: key) { bySubject[subject.rest, default: []].append(index) }
    }
  }

  /// What is about law and no instrument, as the version table writes genres.
  private static let noLaw: Set<String> = ["commentary", "case"]

  /// What a name means.
  func find(_ name: String) -> Answer {
    let found = fitting(name)
    guard let first = found.first else { return .none(near(name)) }
    return found.count == 1 ? .found(first) : .several(found.map(\.title))
  }

  /// The instrument a name means; nil where the library has none, or more than one.
  func instrument(named name: String) -> InstrumentSummary? {
    let found = fitting(name)
    return found.count == 1 ? found[0] : nil
  }

  /// The instruments a name fits; the one that bears it as its title alone, where there is one.
  private func fitting(_ name: String) -> [InstrumentSummary] {
    let full = InstrumentNames.standard.fullTitle(of: name)
    var indices: [Int] = []
    for name in name == full ? [name] : [name, full] where indices.isEmpty {
      let key = Self.evened(name)
      indices = byKey[key] ?? []
      if indices.isEmpty, let subject = Self.subject(of: key) {
        indices = (bySubject[subject.rest] ?? []).filter { isIssued($0, by: subject.issuer) }
      }
    }
    let found = indices.map { catalogue.instruments[$0] }
    return found.first { $0.key == titleKey(full) }.map { [$0] } ?? found
  }

  /// Who repealed an instrument the library does not hold, and when.
  func repeal(of name: String, asOf day: String) -> (by: String?, date: String)? {
    catalogue.repeal(
      ofKey: titleKey(InstrumentNames.standard.fullTitle(of: name)), own: nil, after: nil,
      asOf: day
    ).map { (catalogue.title(of: $0.by), $0.date) }
  }

  private func isIssued(_ index: Int, by issuer: Substring) -> Bool {
    let instrument = catalogue.instruments[index]
    guard !issuer.isEmpty else { return true }
    guard let own = Self.subject(of: Self.evened(instrument.title)), own.issuer.isEmpty else {
      return false
    }
    return instrument.versions.contains { version in
      version.issuers.contains { issuer.contains(Self.evened($0)) }
    }
  }

  /// A few titles that hold the name, to say what may have been meant.
  private func near(_ name: String) -> [String] {
    let found = catalogue.instruments(named: name).filter {
      !Self.noLaw.contains($0.versions.last?.genre ?? "")
    }
    return found.count > 3 ? [] : found.map(\.title)
  }

  /// The key of a title, without 中华人民共和国 and the marks of titles anywhere in it.
  static func evened(_ title: String) -> String {
    let key = Array(titleKey(title).utf8)
    var rest: [UInt8] = []
    var i = 0
    while i < key.count {
      if let mark = dropped.first(where: { key.has($0, at: i, before: key.count) }) {
        i += mark.utf8.count
      } else {
        rest.append(key[i])
        i += 1
      }
    }
    return String(decoding: rest, as: UTF8.self)
  }

  private static let dropped: [Bytes] = ["中华人民共和国", "〈", "〉"]

  /// 关于… of a title, and what stands before it.
  private static func subject(of key: String) -> (issuer: Substring, rest: String)? {
    let bytes = Array(key.utf8)
    guard let start = bytes.find("关于", in: 0..<bytes.count) else { return nil }
    let place = key.utf8.index(key.startIndex, offsetBy: start)
    return (key[..<place], String(key[place...]))
  }
}
