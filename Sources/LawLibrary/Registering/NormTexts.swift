// Several texts outside a library whose norms and sanctions serve each other.

import Citations
import Interchange
import Legislation
import Norms

/// Texts with their norms, each joined to the sanctions of all.
public struct NormTexts: Sendable {
  /// A text with its norms.
  public struct Text: Sendable {
    public let document: ParsedDocument
    public let file: String
    /// In the order of their triggers.
    public fileprivate(set) var norms: [NormEntry]
    fileprivate let breaches: [ForeignBreach]
  }

  /// In the order they were added.
  public private(set) var texts: [Text] = []

  public init() {}

  /// Adds a text and finds its norms.
  public mutating func append(_ document: ParsedDocument, file: String) {
    let (norms, breaches) = document.normsWithBreaches()
    texts.append(Text(document: document, file: file, norms: norms, breaches: breaches))
  }

  /// Gives the norms of commentaries the provisions of a library that they report. Throws `LibraryError`.
  public mutating func find(clauses finder: ClauseFinder) throws {
    for number in texts.indices {
      try finder.find(clausesOf: &texts[number].norms, in: texts[number].document)
    }
  }

  /// Joins each norm to the sanctions of the other texts that cite its provision. A title that two of the texts bear
  /// means neither: which version a citation knew is not to be told from it.
  public mutating func join() {
    let numbers = Dictionary(grouping: texts.indices) {
      CitedInstruments.evened(texts[$0].document.metadata.title)
    }
    for (number, text) in texts.enumerated() where text.document.metadata.genre != .commentary {
      for breach in text.breaches {
        guard case .titled(let title) = breach.target.instrument,
          let cited = numbers[CitedInstruments.evened(title)], cited.count == 1,
          cited[0] != number
        else { continue }
        let sanction = NormSanction(
          text.norms[breach.sanction], by: breach.text, in: text.document.metadata.title)
        texts[cited[0]].strike(breach.target, with: sanction)
      }
    }
  }
}

extension NormTexts.Text {
  /// Joins a sanction to the norms of a provision.
  fileprivate mutating func strike(_ target: CitationTarget, with sanction: NormSanction) {
    let tree = document.tree
    var struck: Set<String> = []
    for node in tree.nodes(meantBy: target) {
      for inner in node..<tree.nodes[node].subtreeEnd { struck.insert(tree.eId(of: inner)) }
    }
    for place in norms.indices where norms[place].kind.isBreakable {
      guard struck.contains(norms[place].provision),
        !norms[place].sanctions.contains(where: { $0.id == sanction.id })
      else { continue }
      norms[place].sanctions.append(sanction)
    }
  }
}
