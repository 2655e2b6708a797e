// What `terms` shows people: each term with its meaning, and where it is used.

import Citations
import Legislation

extension ParsedDocument {
  /// The title and the terms, as lines of at most `width` columns.
  public func termReport(_ terms: [TermEntry], width: Int = 80) -> String {
    var out = metadata.title.isEmpty ? "" : metadata.title.clipped(to: width) + "\n"
    for term in terms {
      let place = term.label.isEmpty ? term.provision : term.label
      let scope = term.scopeLabel.isEmpty ? "" : "（仅用于\(term.scopeLabel)）"
      out += "\(term.term.text)  \(term.form.name)  \(place)\(scope)".clipped(to: width) + "\n"
      for line in term.definition.text.oneLine.clipped(to: 3 * (width - 4)).wrapped(to: width - 4) {
        out += "    \(line)\n"
      }
      for line in term.usage.wrapped(to: width - 4) { out += "    \(line)\n" }
    }
    let uses = terms.reduce(0) { $0 + $1.uses.count }
    return out + "\(counted(terms.count, "term")), \(counted(uses, "use"))\n"
  }
}

extension TermEntry {
  /// 用 5 处：第三条、第五条第二款 2 …
  fileprivate var usage: String {
    guard !uses.isEmpty else { return "未再使用" }
    var places: [(name: String, count: Int)] = []
    for use in uses {
      let name = use.label.isEmpty ? use.provision : use.label
      if places.last?.name == name {
        places[places.count - 1].count += 1
      } else {
        places.append((name, 1))
      }
    }
    let shown = places.prefix(12).map { $0.count > 1 ? "\($0.name)×\($0.count)" : $0.name }
    let more = places.count > 12 ? " 等" : ""
    return "用 \(uses.count) 处：" + shown.joined(separator: "、") + more
  }
}

extension DefinitionForm {
  /// What people call it.
  public var name: String {
    switch self {
    case .meaning: "定义"
    case .inclusion: "包括"
    case .abbreviation: "简称"
    case .collective: "统称"
    }
  }
}

extension String {
  /// The text with its lines joined.
  public var oneLine: String { replacing("\n", with: " ") }
}
