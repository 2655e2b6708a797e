// Who cites whom as a picture: nodes, counted edges, and the three languages tools draw them from.

/// Provisions or instruments, and how often one cites another.
public struct CitationGraph: Sendable {
  /// Something that cites or is cited.
  public struct Node: Sendable {
    /// What tells it from all others: a title with an eId.
    public var name: String
    /// What people read on it.
    public var label: String
  }

  /// Citations from one node to another, by index.
  public struct Edge: Sendable {
    /// The citing node.
    public var from: Int
    /// The cited node.
    public var to: Int
    /// How many citations go this way.
    public var count: Int
  }

  /// In the order they were met.
  public private(set) var nodes: [Node] = []
  /// In the order they were met, each pair of nodes once.
  public private(set) var edges: [Edge] = []
  private var numbers: [String: Int] = [:]
  private var places: [[Int]: Int] = [:]

  package init() {}

  /// The node of a name, made where there is none yet.
  package mutating func node(_ name: String, label: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = nodes.count
    nodes.append(Node(name: name, label: label))
    return nodes.count - 1
  }

  /// Counts one more citation.
  package mutating func cite(from: Int, to: Int) {
    if let place = places[[from, to]] {
      edges[place].count += 1
    } else {
      places[[from, to]] = edges.count
      edges.append(Edge(from: from, to: to, count: 1))
    }
  }
}

extension CitationGraph {
  /// The graph in the DOT language of Graphviz.
  public var dot: String {
    var out = "digraph citations {\n  rankdir=LR;\n  node [shape=box];\n"
    for (number, node) in nodes.enumerated() {
      out += "  n\(number) [label=\"\(node.label.escapedForDOT)\"];\n"
    }
    for edge in edges {
      out += "  n\(edge.from) -> n\(edge.to)"
      out += edge.count > 1 ? " [label=\"\(edge.count)\", weight=\(edge.count)];\n" : ";\n"
    }
    return out + "}\n"
  }

  /// The graph as a Mermaid flowchart.
  public var mermaid: String {
    var out = "flowchart LR\n"
    for (number, node) in nodes.enumerated() {
      out += "  n\(number)[\"\(node.label.escapedForMermaid)\"]\n"
    }
    for edge in edges {
      out += "  n\(edge.from) -->\(edge.count > 1 ? "|\(edge.count)|" : "") n\(edge.to)\n"
    }
    return out
  }

  /// The graph as GraphML (http://graphml.graphdrawing.org), counts as weights of the edges.
  public var graphML: String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
        <graph id="citations" edgedefault="directed">

      """
    for (number, node) in nodes.enumerated() {
      out += "    <node id=\"n\(number)\"><data key=\"name\">\(node.name.escapedForXML)</data>"
      out += "<data key=\"label\">\(node.label.escapedForXML)</data></node>\n"
    }
    for edge in edges {
      out += "    <edge source=\"n\(edge.from)\" target=\"n\(edge.to)\">"
      out += "<data key=\"weight\">\(edge.count)</data></edge>\n"
    }
    return out + "  </graph>\n</graphml>\n"
  }
}

extension String {
  /// For a quoted string of DOT.
  fileprivate var escapedForDOT: String {
    escaped { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      default: scalar.value < 0x20 ? " " : nil
      }
    }
  }

  /// For a quoted label of Mermaid, whose own escapes are `#` codes.
  fileprivate var escapedForMermaid: String {
    escaped { scalar in
      switch scalar {
      case "\"", "#", "<", ">", "&", "`", "\\": "#\(scalar.value);"
      default: scalar.value < 0x20 ? " " : nil
      }
    }
  }

  /// For the text of an XML element; XML 1.0 has no way to write most control characters.
  fileprivate var escapedForXML: String {
    escaped { scalar in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\n", "\t": nil
      default: scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE ? " " : nil
      }
    }
  }

  private func escaped(_ escape: (Unicode.Scalar) -> String?) -> String {
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let other = escape(scalar) {
        out.append(contentsOf: other.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
