// What an instrument carries out: the laws that its title or its first articles say it is made under.

import HanText
import Legislation

extension DelegationFinder {
  /// The full titles of the instruments that a document says it is made under: 根据《某法》，制定本办法 in
  /// its preamble or first three articles, or 某法实施细则 as its title.
  ///
  /// `mentions` are the other instruments that the document names, by their full titles and the UTF-8 byte
  /// where each mention begins; `title` is its own.
  public func parents(
    of document: ParsedDocument, titled title: String, among mentions: [(start: Int, title: String)]
  ) -> [String] {
    var parents = Self.parents(inTitle: title)
    document.forEachPassage { passage in
      guard document.opensText(passage.node) else { return }
      let bytes = passage.bytes
      for sentence in Clauses(bytes, passage.range).parts(of: passage.range, at: [.stop]) {
        guard let made = Self.making.first(bytes, in: sentence) else { continue }
        let reach = passage.source(sentence.lowerBound..<made.at)
        parents += mentions.filter { reach.contains($0.start) }.map(\.title)
      }
    }
    var seen: Set<String> = []
    return parents.filter { $0 != title && seen.insert($0).inserted }
  }

  private static let making = DelegationReader.words["making"]
  private static let children = DelegationReader.words["child"]
  private static let carrying = DelegationReader.words["carry"]

  /// 某法 of 某法实施细则 and of 某省实施《某法》办法.
  private static func parents(inTitle title: String) -> [String] {
    let bytes = Array(title.utf8)
    let whole = 0..<bytes.count
    if let child = children.word(bytes, ending: whole), child.utf8.count < bytes.count {
      return [String(decoding: bytes.dropLast(child.utf8.count), as: UTF8.self)]
    }
    guard carrying.occurs(bytes, in: whole), let open = bytes.find("《", in: whole),
      let close = bytes.find("》", in: open..<bytes.count)
    else { return [] }
    return [String(decoding: bytes[open + 3..<close], as: UTF8.self)]
  }
}

extension ParsedDocument {
  /// Whether a provision stands in the preamble or the first three articles, or a text without articles.
  fileprivate func opensText(_ node: Int) -> Bool {
    for at in [node] + tree.ancestors(of: node) {
      switch tree.nodes[at].level {
      case .preamble: return true
      case .article: return (tree.nodes[at].number?.main ?? 9) <= 3
      case .attachment, .signature: return false
      default: break
      }
    }
    return node < 3
  }
}
