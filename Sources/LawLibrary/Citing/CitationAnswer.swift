// What a library answers when it is asked who cites a provision, or what a provision cites.

import Citations
import Interchange
import Legislation

/// Whether the library has what a mention points at.
public enum TargetHolding: String, Sendable, CaseIterable {
  /// The provision, or the instrument where no provision is given, in some version.
  case held
  /// The instrument, but in no version such a provision.
  case missing
  /// The instrument, as records that do not tell.
  case unknown
  /// Not even the instrument.
  case absent
}

/// One target of a mention as the library sees it.
public struct LinkedTarget: Sendable {
  /// The instrument's title: the library's where it has it, else as it is cited.
  public var title: String
  /// The eId; empty for a whole instrument, of a run that of its first.
  public var eId: String
  /// 第四十九条至第五十二条; empty for a whole instrument.
  public var label: String
  /// Whether the library has it.
  public var holding: TargetHolding
  /// How it lies to the provision that was asked for; nil where it has nothing to do with it, and in
  /// answers to `--from`.
  public var relation: CitationRelation?
  /// Its address in the version of the day, where the citing text is older and the number is another now.
  public var now: CitationTarget?
}

/// A mention found in a library.
public struct FoundMention: Sendable {
  /// The mention as it stands in its text.
  public var mention: CitationMention
  /// The citing record's own id, where it came from `.jsonl`.
  public var recordID: String?
  /// The words of the same line before it, cut.
  public var before: String
  /// The words of the same line after it, cut.
  public var after: String
  /// One for each of the mention's targets.
  public var targets: [LinkedTarget]
}

/// The mentions in one version of an instrument.
public struct CitingVersion: Sendable {
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
  /// Whether it is the instrument that was asked about: its mentions are its own cross-references.
  public var isOwn: Bool
  /// In the order of the text.
  public var mentions: [FoundMention]
}

extension CitingVersion {
  /// Own cross-references last, else by rank, title and date.
  var place: (Int, String, String) {
    let rank = InstrumentRank.allCases.firstIndex(of: rank) ?? 0
    return (isOwn ? InstrumentRank.allCases.count : rank, title, version ?? "")
  }
}

/// The answer to `citations --to` and `--from`.
public struct CitationAnswer: Sendable {
  /// 《网络安全法》第二十一条
  public var asked: String
  /// Whether a whole instrument was asked for.
  public var isOfInstrument: Bool
  /// Whether the library has what was asked for, in any version.
  public var holding: TargetHolding
  /// By rank and title, the asked instrument itself last.
  public var versions: [CitingVersion]
}

extension CitationAnswer {
  /// Who cites whom: provisions, or instruments where a whole one was asked for.
  public var graph: CitationGraph {
    var graph = CitationGraph()
    for version in versions {
      for found in version.mentions {
        let from = graph.node(
          version.title, isOfInstrument ? "" : found.mention.provision, found.mention.label)
        for target in found.targets where target.relation != nil || !isAboutTargets {
          let to = graph.node(target.title, isOfInstrument ? "" : target.eId, target.label)
          // An instrument's own cross-references say nothing about who cites whom.
          if from != to || !isOfInstrument { graph.cite(from: from, to: to) }
        }
      }
    }
    return graph
  }

  /// Whether the question was who cites: then only what was asked for is drawn.
  private var isAboutTargets: Bool {
    versions.contains { $0.mentions.contains { $0.targets.contains { $0.relation != nil } } }
  }
}

extension CitationGraph {
  /// A provision's node; the instrument's where `eId` is empty.
  fileprivate mutating func node(_ title: String, _ eId: String, _ label: String) -> Int {
    node(
      eId.isEmpty ? title : "\(title)/\(eId)",
      label: title.bracketedTitle + (eId.isEmpty ? "" : label.isEmpty ? eId : label))
  }
}
