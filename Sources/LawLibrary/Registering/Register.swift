// The norms of one party across a library, or all norms of one of its instruments.

import GRDB
import Interchange
import Legislation
import Norms

extension Library {
  /// The norms that answer a request, text by text.
  ///
  /// Those of one party come from the instruments in force on the day; where an instrument or a norm is
  /// named, its version answers whatever its status. Throws `LibraryError.notFound` where no instrument is
  /// called so, or nothing answers, with parties of near names.
  ///
  /// ```swift
  /// var request = RegisterRequest(asOf: "2026-06-01")
  /// request.bearer = "深度合成服务提供者"
  /// for version in try library.duties(of: request).versions { print(version.title, version.norms.count) }
  /// ```
  public func duties(of request: RegisterRequest) throws -> Register {
    let question = request.bearer.map(PartyQuestion.init)
    let named = try request.law.map { Set(try namedInstruments($0).map(\.id)) }
    let current = timeline.currentVersions(asOf: request.asOf)
    var byVersion: [Int64: [Int64]] = [:]
    for id in try normIDs(request, question, in: named) {
      let version = Schema.version(ofProvision: id)
      guard current.contains(version) else { continue }
      byVersion[version, default: []].append(id)
    }
    let catalogue = try catalogue()
    let foreign = try ForeignSanctions(self, asOf: request.asOf)
    var register = Register(question: question, day: request.asOf, versions: [], leftOut: 0)
    for (id, norms) in byVersion {
      guard let version = catalogue.version(id) else { throw DamagedRow() }
      if let named, !named.contains(version.instrument) { continue }
      let validity = catalogue.validity(of: id, asOf: request.asOf)
      guard named != nil || request.id != nil || version.binds(validity) else {
        register.leftOut += norms.count
        continue
      }
      register.versions.append(
        RegisteredVersion(
          title: version.title, version: version.date, validity: validity,
          rank: InstrumentRank(rawValue: version.rank) ?? .other,
          sources: try sources(ofVersion: id),
          norms: try storedNorms(norms, of: version, foreign, asOf: request.asOf)))
    }
    register.versions.sort { $0.place < $1.place }
    guard !register.versions.isEmpty else { throw try nothing(request, question, register) }
    return register
  }

  /// The rows of the norms that a request asks for, of whatever version.
  private func normIDs(
    _ request: RegisterRequest, _ question: PartyQuestion?, in instruments: Set<Int64>?
  ) throws -> [Int64] {
    let key = request.id.map { NormIdentity.id($0).map { Int64(bitPattern: $0) } }
    let catalogue = try catalogue()
    return try read { db in
      let ids: [Int64]
      if let question {
        ids = try PartyIndex(db: db).norms(borneBy: question)
      } else if let key {
        ids = try Int64.fetchAll(
          db, sql: "SELECT id FROM norm WHERE key = ? ORDER BY id", arguments: [key])
      } else {
        let versions = catalogue.instruments.filter { instruments?.contains($0.id) ?? true }
          .flatMap(\.versions)
        ids = try versions.flatMap { version in
          let range = Schema.ids(ofVersion: version.id)
          return try Int64.fetchAll(
            db, sql: "SELECT id FROM norm WHERE id >= ? AND id < ? ORDER BY id",
            arguments: [range.lowerBound, range.upperBound])
        }
      }
      guard key != nil || !request.kinds.isEmpty else { return ids }
      let statement = try db.cachedStatement(sql: "SELECT kind, key FROM norm WHERE id = ?")
      return try ids.filter { id in
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw DamagedRow() }
        let kind = NormKind(rawValue: try row.value(0))
        return (request.kinds.isEmpty || kind.map(request.kinds.contains) ?? false)
          && key.map { $0 == row[1] } ?? true
      }
    }
  }

  private func storedNorms(
    _ ids: [Int64], of version: VersionSummary, _ foreign: ForeignSanctions, asOf day: String
  ) throws -> [RegisteredNorm] {
    try translatingErrors(path: path) {
      var reader = try StoredNorms(self, version: version.id)
      var norms = try reader.read(ids)
      let sanctions = try foreign.sanctions(ofVersion: version)
      for (place, id) in ids.enumerated() { norms[place].norm.sanctions += sanctions[id] ?? [] }
      if version.genre == Genre.commentary.rawValue {
        try setClauses(of: &norms, ids, version.id, day)
      }
      return norms
    }
  }

  /// Gives norms of a commentary, with their rows, the provisions they report.
  private func setClauses(
    of norms: inout [RegisteredNorm], _ ids: [Int64], _ version: Int64, _ day: String
  ) throws {
    guard let document = try text(ofVersion: version).document else { return }
    var found = document.norms()
    try ClauseFinder(self, asOf: day).find(clausesOf: &found, in: document)
    for (place, id) in ids.enumerated() {
      let number = Schema.ordinal(ofProvision: id)
      if found.indices.contains(number) { norms[place].norm.clause = found[number].clause }
    }
  }

  /// The instruments a title names. Throws `LibraryError.notFound`.
  func namedInstruments(_ name: String) throws -> [InstrumentSummary] {
    let instruments = try instruments(named: name)
    guard !instruments.isEmpty else {
      throw LibraryError.notFound("\(path): no instrument is called \(name)")
    }
    return instruments
  }

  /// Why nothing answers, in one line.
  private func nothing(
    _ request: RegisterRequest, _ question: PartyQuestion?, _ register: Register
  ) throws -> LibraryError {
    let kinds =
      request.kinds.isEmpty
      ? ""
      : " of kind \(NormKind.allCases.filter(request.kinds.contains).map(\.rawValue).joined(separator: ", "))"
    let place = request.law.map { " in \($0)" } ?? ""
    guard let question else {
      return .notFound("no norm\(request.id.map { " \($0)" } ?? "")\(kinds)\(place) in \(path)")
    }
    if register.leftOut > 0 {
      let left = counted(register.leftOut, "norm")
      return .notFound(
        "\(question.name): no norm\(kinds) in force; \(left) in other texts, see --law")
    }
    let near = try read { try PartyIndex(db: $0).names(near: question.name) }
      .filter { $0 != question.name }
    let hint = near.isEmpty ? "" : "; near: " + near.joined(separator: " ")
    return .notFound("\(question.name): no norm\(kinds)\(place)\(hint)")
  }
}

extension RegisteredVersion {
  /// By rank, title and date.
  fileprivate var place: (Int, String, String) {
    (InstrumentRank.allCases.firstIndex(of: rank) ?? 0, title, version ?? "")
  }
}
