// A defined term as people and scripts read it: its meaning, how far it holds, where it is used.

import Citations
import HanText
import Legislation

/// A definition taken out of its document. Ranges are in Unicode scalars of the source.
public struct TermEntry: Sendable {
  /// Words of the source and where they stand.
  public struct Words: Sendable {
    public var text: String
    public var range: Range<Int>

    package init(text: String, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  /// One use of the term.
  public struct Use: Sendable {
    /// The eId of the provision it stands in.
    public var provision: String
    /// 第十九条第二款; empty where the provision has no name.
    public var label: String
    public var range: Range<Int>
  }

  /// The eId of the provision that defines it: `art_19__para_2`.
  public var provision: String
  /// 第十九条第二款; empty where the provision has no name.
  public var label: String
  public var term: Words
  /// What it means; of an abbreviation, the words it stands for.
  public var definition: Words
  public var form: DefinitionForm
  /// The eId of the provision it holds in; nil for the whole text.
  public var scope: String?
  /// 第三章; empty for the whole text.
  public var scopeLabel: String
  /// Where its uses count.
  public var scopeRange: Range<Int>
  /// In text order.
  public var uses: [Use]
}

extension ParsedDocument {
  /// The terms this document defines, each with its uses.
  public func terms() -> [TermEntry] {
    let finder = DefinitionFinder()
    let definitions = finder.definitions(in: self)
    var offsets = ScalarOffsets(source)
    var labels = PlaceLabels(self)
    func words(_ range: ByteRange) -> TermEntry.Words {
      TermEntry.Words(text: text(in: range), range: offsets.scalars(range))
    }
    return zip(definitions, finder.uses(of: definitions, in: self)).map { definition, uses in
      TermEntry(
        provision: tree.eId(of: definition.node), label: labels.label(of: definition.node),
        term: words(definition.term), definition: words(definition.definition),
        form: definition.form, scope: definition.scopeNode.map(tree.eId),
        scopeLabel: definition.scopeNode.map { labels.label(of: $0) } ?? "",
        scopeRange: offsets.scalars(definition.scope),
        uses: uses.map {
          TermEntry.Use(
            provision: tree.eId(of: $0.node), label: labels.label(of: $0.node),
            range: offsets.scalars($0.range))
        })
    }
  }
}

extension TermEntry {
  /// The term as one line of JSON, the line ended. `file` is printed as it is given.
  public func json(file: String) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.string(file)
      writer.key("provision")
      writer.string(provision)
      writer.key("term")
      writer.string(term.text)
      writer.key("range")
      writer.range(term.range)
      writer.key("definition")
      writer.words(definition)
      writer.key("form")
      writer.string(form.rawValue)
      writer.key("scope")
      writer.object { writer in
        writer.key("provision")
        writer.optional(scope)
        writer.key("range")
        writer.range(scopeRange)
      }
      writer.key("uses")
      writer.array { writer in
        for use in uses {
          writer.object { writer in
            writer.key("provision")
            writer.string(use.provision)
            writer.key("range")
            writer.range(use.range)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Words with their place.
  mutating func words(_ words: TermEntry.Words) {
    object { writer in
      writer.key("text")
      writer.string(words.text)
      writer.key("range")
      writer.range(words.range)
    }
  }
}
