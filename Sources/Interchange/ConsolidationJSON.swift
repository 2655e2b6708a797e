// A consolidation as JSON (CONTRACT: `consolidate --format json`).

import HanText
import Legislation
import Versions

extension Consolidation {
  /// One object with its line's end; files are printed as they are given, ranges are those of the decision.
  public func json(
    old: String, _ oldDocument: ParsedDocument, decision: String,
    _ decisionDocument: ParsedDocument
  ) -> String {
    var offsets = ScalarOffsets(decisionDocument.source)
    return JSONWriter.line { writer in
      writer.key("old")
      writer.string(old)
      writer.key("decision")
      writer.string(decision)
      writer.key("amends")
      writer.array { writer in
        for title in amended { writer.string(title) }
      }
      writer.key("operations")
      writer.array { writer in
        for operation in operations {
          writer.object { operation.write(to: &$0, &offsets) }
        }
      }
      writer.key("discrepancies")
      writer.array { writer in
        for discrepancy in discrepancies {
          writer.object { discrepancy.write(to: &$0, &offsets) }
        }
      }
      writer.key("articles")
      writer.array { writer in
        for article in articles { writer.object { article.write(to: &$0) } }
      }
      writer.key("alignment")
      comparison(with: oldDocument).alignment.write(to: &writer)
      writer.key("text")
      writer.string(markdown)
    }
  }
}

extension AppliedOperation {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: inout ScalarOffsets) {
    writer.key("address")
    writer.string(address)
    writer.key("action")
    writer.string(action.rawValue)
    writer.key("text")
    writer.string(text)
    writer.key("phrase")
    writer.string(phrase)
    writer.key("position")
    writer.optional(position?.rawValue)
    writer.key("destination")
    writer.string(destination)
    writer.key("point")
    writer.string(point)
    writer.key("source")
    writer.range(offsets.scalars(source))
    writer.key("applied")
    writer.boolean(misfit == nil)
    writer.key("reason")
    writer.optional(misfit)
  }
}

extension ConsolidationDiscrepancy {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: inout ScalarOffsets) {
    writer.key("kind")
    writer.string(kind.rawValue)
    writer.key("place")
    writer.string(place)
    writer.key("message")
    writer.string(message)
    writer.key("source")
    if let source { writer.range(offsets.scalars(source)) } else { writer.null() }
  }
}

extension ConsolidatedArticle {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("article")
    writer.string(key.description)
    writer.key("old")
    writer.array { writer in
      for key in old { writer.string(key.description) }
    }
    writer.key("operations")
    writer.array { writer in
      for operation in operations { writer.integer(operation) }
    }
  }
}
