// A duty joined to what follows its breach: 违反本规定第七条的，…处… is a citation, and a citation can be followed.

import Citations
import HanText
import Legislation

/// A sanction that follows the breach of another norm of the same document.
public struct Consequence: Sendable, Hashable {
  /// The norm whose breach is sanctioned, an index of the norms given.
  public let norm: Int
  /// The sanction, an index of the norms given.
  public let sanction: Int
  /// The citation that joins them, in UTF-8 bytes of the source text.
  public let citation: ByteRange
}

/// Joins the norms of a document to its sanctions.
///
/// A sanction strikes the duties and prohibitions of every provision that its condition, or an item of its list,
/// cites in the same document: the article, paragraph or item cited and all below it. What goes on about the same
/// breach (；情节严重的，…) follows it too. A condition that describes a breach and cites nothing joins nothing:
/// that 未备案的 means the article on filing is for a reader to say. 违反本法规定 cites no provision either.
/// The duties of those who watch over the party punished are not struck. What is cited of another text is told, for those who have that text.
public struct Consequences: Sendable {
  /// In the order of the norms, then of the sanctions.
  public let links: [Consequence]
  /// The provisions of other texts whose breach sanctions follow, and those of whatever text that they
  /// are imposed under; in the order of the sanctions.
  public let cited: [SanctionCitation]

  /// `norms` and `citations` are those found in `document`, in text order.
  public init(_ norms: [Norm], _ citations: [Citation], in document: ParsedDocument) {
    let tree = document.tree
    let reader = SanctionCitations(citations: citations, document: document)
    let triggers = norms.map(\.trigger.lowerBound)
    var links: Set<Consequence> = []
    var cited: [SanctionCitation] = []
    // What the last sanction of a provision struck, for those that go on about the same breach.
    var last: (node: Int, links: [(norm: Int, citation: ByteRange)], foreign: [Int])?
    for (number, sanction) in norms.enumerated() where sanction.kind == .sanction {
      var struck: [(norm: Int, citation: ByteRange)] = []
      var foreign: [Int] = []
      func strike(_ citation: Citation) {
        for target in citation.targets where target.instrument == .itself {
          for provision in tree.nodes(meantBy: target) {
            for norm in Self.norms(in: tree.nodes[provision].range, triggers)
            where norms[norm].kind.isBreakable
              && !reader.isWatcher(norms[norm], over: sanction)
            {
              struck.append((norm, citation.range))
            }
          }
        }
      }
      for span in Self.breaches(of: sanction, tree) {
        foreign += reader.breaches(in: span).filter { number in
          citations[number].targets.contains { $0.isForeign }
        }
        let first = citations.partitioningIndex { $0.range.lowerBound >= span.lowerBound }
        citations[first...].prefix { $0.range.upperBound <= span.upperBound }.forEach(strike)
      }
      // 甲违反第七条，未…的: where the condition begins behind it, the words in front tell.
      let front = reader.front(of: sanction)
      for number in reader.breaches(in: front) {
        if citations[number].targets.contains(where: { $0.isForeign }) { foreign.append(number) }
        strike(citations[number])
      }
      if struck.isEmpty, foreign.isEmpty, let last, last.node == sanction.node {
        (struck, foreign) = (last.links, last.foreign)
      }
      last = (sanction.node, struck, foreign)
      for (role, numbers) in [(.breach, foreign), (.basis, reader.bases(of: sanction))]
        as [(SanctionCitation.Role, [Int])]
      {
        cited += numbers.map { SanctionCitation(sanction: number, citation: $0, role: role) }
      }
      for (norm, citation) in struck {
        links.insert(Consequence(norm: norm, sanction: number, citation: citation))
      }
    }
    self.cited = cited
    var seen: Set<[Int]> = []
    self.links = links.sorted {
      ($0.norm, $0.sanction, $0.citation.lowerBound) < (
        $1.norm, $1.sanction, $1.citation.lowerBound
      )
    }.filter { seen.insert([$0.norm, $0.sanction]).inserted }
  }

  /// Where the breach is told: the condition, and the items of a list that it opens.
  private static func breaches(of sanction: Norm, _ tree: ProvisionTree) -> [ByteRange] {
    guard let condition = sanction.condition else { return [] }
    return [condition] + tree.children(of: sanction.node).map { tree.nodes[$0].range }
  }

  /// The norms whose triggers stand in `range`.
  private static func norms(in range: ByteRange, _ triggers: [Int]) -> Range<Int> {
    let first = triggers.partitioningIndex { $0 >= range.lowerBound }
    return first..<max(first, triggers.partitioningIndex { $0 >= range.upperBound })
  }
}

extension CitationTarget {
  /// Whether it is a provision of another text.
  fileprivate var isForeign: Bool { instrument != .itself && !path.isEmpty }
}
