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
public struct Consequences: Sendable {
  /// In the order of the norms, then of the sanctions.
  public let links: [Consequence]

  /// `norms` and `citations` are those found in `document`, in text order.
  public init(_ norms: [Norm], _ citations: [Citation], in document: ParsedDocument) {
    let tree = document.tree
    let triggers = norms.map(\.trigger.lowerBound)
    var links: Set<Consequence> = []
    // What the last sanction of a provision struck, for those that go on about the same breach.
    var last: (node: Int, links: [(norm: Int, citation: ByteRange)])?
    for (number, sanction) in norms.enumerated() where sanction.kind == .sanction {
      var struck: [(norm: Int, citation: ByteRange)] = []
      for span in Self.breaches(of: sanction, tree) {
        let first = citations.partitioningIndex { $0.range.lowerBound >= span.lowerBound }
        for citation in citations[first...].prefix(while: { $0.range.upperBound <= span.upperBound }
        ) {
          for provision in Self.provisions(of: citation, tree) {
            for norm in Self.norms(in: tree.nodes[provision].range, triggers)
            where norms[norm].kind == .duty || norms[norm].kind == .prohibition {
              struck.append((norm, citation.range))
            }
          }
        }
      }
      if struck.isEmpty, let last, last.node == sanction.node { struck = last.links }
      last = (sanction.node, struck)
      for (norm, citation) in struck {
        links.insert(Consequence(norm: norm, sanction: number, citation: citation))
      }
    }
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

  /// The provisions of this document that a citation points at; of a run, each of them.
  private static func provisions(of citation: Citation, _ tree: ProvisionTree) -> [Int] {
    citation.targets.flatMap { target -> [Int] in
      guard target.instrument == .itself, !target.path.isEmpty,
        let first = tree.node(at: target.address)
      else { return [] }
      guard let through = target.through else { return [first] }
      var path = target.path
      path[path.count - 1] = Address.Step(path[path.count - 1].level, through)
      guard let end = tree.node(at: Address(path: path)), end > first, end - first <= longestRun
      else { return [first] }
      let level = tree.nodes[first].level
      return (first...end).filter { tree.nodes[$0].level == level }
    }
  }

  /// How many provisions, those below counted too, a run reaches over at most.
  private static let longestRun = 20_000

  /// The norms whose triggers stand in `range`.
  private static func norms(in range: ByteRange, _ triggers: [Int]) -> Range<Int> {
    let first = triggers.partitioningIndex { $0 >= range.lowerBound }
    return first..<max(first, triggers.partitioningIndex { $0 >= range.upperBound })
  }
}
