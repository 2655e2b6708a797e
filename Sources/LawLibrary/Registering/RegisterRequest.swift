// What is asked of a library's norms, and what comes back.

import Interchange
import Legislation
import Norms

/// Which norms of a library are asked for: all where nothing narrows them.
public struct RegisterRequest: Sendable {
  /// A party, by a phrase of a text or by the name that near phrases share.
  public var bearer: String?
  /// A title or part of one.
  public var law: String?
  /// A norm's id.
  public var id: String?
  /// Any of these kinds; none for all.
  public var kinds: Set<NormKind> = []
  /// The day whose versions answer, `YYYY-MM-DD`.
  public var asOf: String

  public init(asOf: String) { self.asOf = asOf }
}

/// The norms that answer a request.
public struct Register: Sendable {
  /// Whom the request asked for.
  public var question: PartyQuestion?
  /// The day that "in force" means, `YYYY-MM-DD`.
  public var day: String
  /// By rank and title.
  public var versions: [RegisteredVersion]
  /// How many norms were left out because their texts are not in force on the day, or no law.
  public var leftOut: Int

  /// The parties that were meant; none where no party was asked for.
  public var parties: [String] { question?.parties ?? [] }

  /// All norms, text by text.
  public var norms: [NormEntry] { versions.flatMap { $0.norms.map(\.norm) } }
}

/// The norms of one version of an instrument.
public struct RegisteredVersion: Sendable {
  /// The title as this version has it.
  public var title: String
  /// The version's date, `YYYY-MM-DD`.
  public var version: String?
  /// What it is on the day asked for.
  public var validity: Validity
  /// The instrument's rank among sources of law.
  public var rank: InstrumentRank
  /// The files it was read from.
  public var sources: [String]
  /// In the order of the text.
  public var norms: [RegisteredNorm]
}

/// A norm in a library.
public struct RegisteredNorm: Sendable {
  public var norm: NormEntry
  /// The words of its provision, lines joined by `\n`.
  public var text: String
  /// The record's own id, where it came from `.jsonl`.
  public var recordID: String?
}
