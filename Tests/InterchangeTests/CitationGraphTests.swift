// Pictures of the graph: what their languages can't hold is escaped, and XML is well formed.

import Foundation
import Interchange
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct CitationGraphTests {
  static let graph: CitationGraph = {
    var graph = CitationGraph()
    let a = graph.node("甲", label: "《甲》")
    let b = graph.node("乙\"<&>\\", label: "《乙\"<&>\\#\n\u{1}》")
    graph.cite(from: a, to: b)
    graph.cite(from: a, to: b)
    graph.cite(from: b, to: graph.node("甲", label: "没人看"))
    return graph
  }()

  @Test func countsAndNames() {
    #expect(Self.graph.nodes.count == 2)
    #expect(Self.graph.edges.map(\.count) == [2, 1])
  }

  @Test func dot() {
    #expect(
      Self.graph.dot == """
        digraph citations {
          rankdir=LR;
          node [shape=box];
          n0 [label="《甲》"];
          n1 [label="《乙\\"<&>\\\\#\\n 》"];
          n0 -> n1 [label="2", weight=2];
          n1 -> n0;
        }

        """)
  }

  @Test func mermaid() {
    #expect(
      Self.graph.mermaid == """
        flowchart LR
          n0["《甲》"]
          n1["《乙#34;#60;#38;#62;#92;#35;  》"]
          n0 -->|2| n1
          n1 --> n0

        """)
  }

  @Test func graphML() throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(Self.graph.graphML.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.elements["node"] == 2 && reader.elements["edge"] == 2)
    #expect(reader.texts.contains("乙\"<&>\\"))
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String: Int] = [:]
    var texts: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements[name, default: 0] += 1
      texts.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      texts[texts.count - 1] += text
    }
  }
}
