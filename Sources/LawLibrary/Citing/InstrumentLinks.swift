// From a title that a text names to the instrument of the library, without guessing.

import Citations

/// Which instrument of a library a cited title means.
///
/// A title means the instrument it names in full, or the one that bears it after the names of its
/// issuers (最高人民法院关于… cited as 关于…) where that is one alone. A title that merely holds another,
/// as an implementing regulation's holds its law's, is another instrument.
struct InstrumentLinks: Sendable {
  private let instruments: [InstrumentSummary]
  private let byKey: [String: Int]
  /// Keys without the issuers they begin with; nil where several instruments share one.
  private let byBareKey: [String: Int?]

  init(_ catalogue: Catalogue) {
    instruments = catalogue.instruments
    byKey = Dictionary(
      instruments.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var byBareKey: [String: Int?] = [:]
    for (number, instrument) in instruments.enumerated() {
      guard let bare = instrument.bareKey else { continue }
      byBareKey[bare] = .some(byBareKey[bare] == nil ? number : nil)
    }
    self.byBareKey = byBareKey
  }

  /// The instrument a title's key means; nil where the library has none.
  func instrument(key: String) -> InstrumentSummary? {
    if let number = byKey[key] { return instruments[number] }
    return byBareKey[key].flatMap { $0 }.map { instruments[$0] }
  }

  /// The keys by which texts name an instrument.
  func keys(of instrument: InstrumentSummary) -> [String] {
    guard let bare = instrument.bareKey, self.instrument(key: bare)?.id == instrument.id else {
      return [instrument.key]
    }
    return [instrument.key, bare]
  }
}

extension InstrumentSummary {
  /// The key without the names of the bodies that issued it; nil where it does not begin with one.
  fileprivate var bareKey: String? {
    let issuers = Set(versions.flatMap(\.issuers)).map(titleKey).filter { !$0.isEmpty }
    var rest = key[...]
    while let issuer = issuers.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
      rest = rest.dropFirst(issuer.count)
      if rest.first == "、" { rest.removeFirst() }
    }
    return rest.isEmpty || rest.count == key.count ? nil : String(rest)
  }
}
