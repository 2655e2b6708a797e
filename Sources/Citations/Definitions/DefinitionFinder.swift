// The terms a document defines: reads its passages in order and knows when a list of terms is open.

import HanText
import Legislation

/// Finds the terms that a document defines: 本规定所称…是指…, lists of 下列用语的含义, and what stands
/// behind （以下简称…）.
///
/// ```swift
/// for definition in DefinitionFinder().definitions(in: document) {
///   print(document.text(in: definition.term), document.text(in: definition.definition))
/// }
/// ```
public struct DefinitionFinder: Sendable {
  public init() {}

  /// The definitions of a document in text order, ordered by their terms.
  public func definitions(in document: ParsedDocument) -> [Definition] {
    var found: [Definition] = []
    var list: TermList?
    document.forEachPassage { passage in
      if let open = list, passage.source(passage.range).lowerBound >= open.end { list = nil }
      let reader = MeaningReader(
        passage: passage, isListed: list != nil && document.isListItem(passage.node))
      if let lead = reader.listLead() {
        list = TermList(
          end: document.listEnd(after: passage.node), scope: lead.scope)
      }
      for meaning in reader.meanings() {
        append(meaning, of: passage, in: document, scope: meaning.scope ?? list?.scope, to: &found)
      }
      AbbreviationReader(passage: passage).read { abbreviation in
        let end = passage.source(passage.range.lowerBound..<abbreviation.end).upperBound
        for term in abbreviation.terms {
          found.append(
            Definition(
              term: passage.source(term), definition: passage.source(abbreviation.phrase),
              form: abbreviation.form, scopeNode: nil,
              scope: end..<document.source.bytes.count, node: passage.node))
        }
      }
    }
    return found.sorted {
      ($0.term.lowerBound, $0.term.upperBound) < ($1.term.lowerBound, $1.term.upperBound)
    }
  }

  private func append(
    _ meaning: Meaning, of passage: Passage, in document: ParsedDocument, scope: ScopeWord?,
    to found: inout [Definition]
  ) {
    let node = scope.flatMap { document.node(of: $0, from: passage.node) }
    let lineEnd = passage.source(passage.range).upperBound
    var definition =
      meaning.definition.isEmpty ? lineEnd..<lineEnd : passage.source(meaning.definition)
    // 下列…： goes on in the list below.
    if meaning.opensList {
      let whole = document.tree.nodes[passage.node].range
      definition =
        definition
        .lowerBound..<trimmed(
          document.source.bytes,
          definition.lowerBound..<max(whole.upperBound, definition.upperBound)
        ).upperBound
      definition = trimmed(document.source.bytes, definition)
    }
    guard !definition.isEmpty else { return }
    for term in meaning.terms {
      found.append(
        Definition(
          term: passage.source(term), definition: definition, form: meaning.form,
          scopeNode: node,
          scope: node.map { document.tree.nodes[$0].range } ?? 0..<document.source.bytes.count,
          node: passage.node))
    }
  }
}

/// An open list of terms.
private struct TermList {
  /// Where it ends, in bytes of the source.
  let end: Int
  let scope: ScopeWord?
}

/// Words that say where a definition holds: 本章, 前款.
struct ScopeWord {
  let level: Level

  /// The scope words with their levels, nil for the whole text.
  private static let levels: [Bytes: Level?] = Dictionary(
    resourceLines(PackageResources.ScopeWords_txt).map {
      (Bytes(keeping: $0[0]), Level(rawValue: String($0[1])))
    }, uniquingKeysWith: { first, _ in first })
  private static let words = WordList(
    Array(
      resourceLines(PackageResources.ScopeWords_txt).map { $0[0] }.joined(separator: "\n").utf8))

  /// The last scope word that stands in `range`; nil where it is none or means the whole text.
  init?(_ bytes: [UInt8], in range: ByteRange) {
    var found: Level?
    var i = range.lowerBound
    while i < range.upperBound {
      if let word = Self.words.word(bytes, at: i, before: range.upperBound) {
        found = Self.levels[word] ?? nil
        i += word.utf8.count
      } else {
        i += 1
      }
    }
    guard let found else { return nil }
    level = found
  }
}

extension ParsedDocument {
  /// The provision a scope word means at `node`; nil for the whole text.
  fileprivate func node(of word: ScopeWord, from node: Int) -> Int? {
    let line = [node] + tree.ancestors(of: node)
    if let found = line.first(where: { tree.nodes[$0].level == word.level }) { return found }
    // A text without articles says 本条 of its points, and one without chapters 本章 of its headings.
    switch word.level {
    case .article: return line.first { tree.nodes[$0].level == .point }
    case .chapter, .section: return line.first { tree.nodes[$0].level == .heading }
    default: return nil
    }
  }

  /// Where a list of terms that `node` introduces ends.
  fileprivate func listEnd(after node: Int) -> Int {
    for at in [node] + tree.ancestors(of: node) {
      switch tree.nodes[at].level {
      case .article, .point, .attachment, .question, .answer: return tree.nodes[at].range.upperBound
      default: break
      }
    }
    let above = tree.nodes[node].parent ?? node
    return tree.nodes[above].range.upperBound
  }

  /// Whether a line at `node` can be one of a list: an item, or a line of its own beside the lead.
  fileprivate func isListItem(_ node: Int) -> Bool {
    switch tree.nodes[node].level {
    case .item, .subitem, .paragraph, .point, .sentence, .attachment: true
    default: false
    }
  }
}
