// The norms of a document: who must, must not or may do what, and what follows a breach.

import HanText
import Legislation

/// Finds norms.
///
/// ```swift
/// let document = ParsedDocument(parsing: SourceText("第一条　经营者应当建立台账。"))
/// for norm in NormFinder().norms(in: document) { print(norm.kind, document.text(in: norm.action)) }
/// ```
///
/// What is a norm, and where its parts begin and end, follows the project's annotation rules: one deontic
/// operator that governs one predicate, with the party that bears it. Rules alone decide, so that the same text
/// always gives the same norms.
public struct NormFinder: Sendable {
  public init() {}

  /// The norms of `document`, in the order of their triggers. Cases have none.
  public func norms(in document: ParsedDocument) -> [Norm] {
    guard document.metadata.genre != .case else { return [] }
    var norms: [Norm] = []
    var discourse = Discourse()
    var leads: [Int: Discourse.Lead] = [:]
    var article = -1
    var quote = OpenQuote()
    let tree = document.tree
    document.forEachPassage { passage in
      let home = Self.home(of: passage.node, tree)
      if home != article {
        article = home
        discourse = Discourse()
        leads = [:]
      }
      guard !quote.hides(passage), !tree.nodes[passage.node].level.isContainer else { return }
      discourse.lead = tree.nodes[passage.node].parent.flatMap { leads[$0] }
      var reader = NormReader(
        passage, isCommentary: document.metadata.genre == .commentary, discourse)
      norms += reader.read()
      discourse = reader.discourse
      if let lead = reader.lead { leads[passage.node] = lead }
    }
    return norms
  }

  /// The article around a provision, or the outermost provision that is no container: what 其 and an omitted
  /// subject reach back in.
  private static func home(of node: Int, _ tree: ProvisionTree) -> Int {
    var outermost = node
    var next: Int? = node
    while let at = next {
      let provision = tree.nodes[at]
      if provision.level == .article { return at }
      if !provision.level.isContainer { outermost = at }
      next = provision.parent
    }
    return outermost
  }
}

/// A quotation that runs over several passages: what a decision quotes is no norm of its own.
private struct OpenQuote {
  private var depth = 0

  /// Whether the passage stands in a quotation that an earlier one opened.
  mutating func hides(_ passage: Passage) -> Bool {
    let wasOpen = depth > 0
    let bytes = passage.bytes
    var opened = 0
    var closed = 0
    var i = passage.range.lowerBound
    while i + 2 < passage.range.upperBound {
      let lead = bytes[i]
      // “ is E2 80 9C, ” is E2 80 9D.
      if lead == 0xE2, bytes[i + 1] == 0x80 {
        if bytes[i + 2] == 0x9C { opened += 1 }
        if bytes[i + 2] == 0x9D { closed += 1 }
      }
      i += lead >= 0xE0 ? 3 : 1
    }
    depth = max(0, depth + opened - closed)
    if !wasOpen, closed == 0, opened > 1 { depth = 0 }
    // The passage that opens a quotation and leaves it open is quoted itself.
    let opens =
      depth > 0
      && bytes.has("“", at: passage.range.lowerBound, before: passage.range.upperBound)
    return wasOpen || opens
  }
}
