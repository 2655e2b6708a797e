// Every use of the defined terms inside their scopes; a use of a longer term is none of a shorter.

import HanText
import Legislation

/// One use of a defined term.
public struct TermUse: Sendable, Hashable {
  /// UTF-8 bytes of the source text.
  public let range: ByteRange
  /// The innermost provision it stands in, an index of the document's tree.
  public let node: Int
}

extension DefinitionFinder {
  /// The uses of each definition inside its scope, in text order; the place that defines the term is no use.
  ///
  /// Where several definitions of one term hold, the one with the smallest scope has the use.
  public func uses(of definitions: [Definition], in document: ParsedDocument) -> [[TermUse]] {
    var uses = [[TermUse]](repeating: [], count: definitions.count)
    let terms = TermTable(definitions, source: document.source.bytes)
    let defining = Set(definitions.map(\.term.lowerBound))
    document.forEachPassage { passage in
      let bytes = passage.bytes
      var i = passage.range.lowerBound
      while i < passage.range.upperBound {
        let next = scalar(bytes, at: i)
        guard let candidates = terms.candidates(next.value) else {
          i += next.length
          continue
        }
        var end = i + next.length
        for candidate in candidates
        where bytes.has(candidate.term, at: i, before: passage.range.upperBound) {
          let range = passage.source(i..<i + candidate.term.count)
          let isDefining = defining.contains(range.lowerBound)
          guard
            let holder = candidate.definitions.first(where: {
              definitions[$0].scope.contains(range.lowerBound)
            })
          else {
            if isDefining {
              end = i + candidate.term.count
              break
            }
            continue
          }
          if !isDefining { uses[holder].append(TermUse(range: range, node: passage.node)) }
          end = i + candidate.term.count
          break
        }
        i = end
      }
    }
    return uses
  }
}

/// The terms by their first scalar, longest first.
private struct TermTable {
  struct Candidate {
    let term: [UInt8]
    /// Definitions of the term, the one with the smallest scope first.
    var definitions: [Int]
  }

  private var byScalar: [UInt32: [Candidate]] = [:]

  init(_ definitions: [Definition], source: [UInt8]) {
    var numbers: [[UInt8]: [Int]] = [:]
    for (number, definition) in definitions.enumerated() where !definition.term.isEmpty {
      // A term that is wrapped is used on one line.
      let words = source[definition.term].filter { $0 != UInt8(ascii: "\n") }
      numbers[Array(words), default: []].append(number)
    }
    for (term, definitionsOfTerm) in numbers {
      let candidate = Candidate(
        term: term,
        definitions: definitionsOfTerm.sorted {
          (definitions[$0].scope.count, $0) < (definitions[$1].scope.count, $1)
        })
      byScalar[scalar(term, at: 0).value, default: []].append(candidate)
    }
    for key in byScalar.keys {
      byScalar[key]!.sort { $0.term.count > $1.term.count }
    }
  }

  func candidates(_ first: UInt32) -> [Candidate]? { byScalar[first] }
}
