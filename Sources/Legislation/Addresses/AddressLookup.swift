// From an address to a node of a tree.

extension ProvisionTree {
  /// The node an address's path names; nil where the text has none.
  ///
  /// An article is found in whatever chapter it stands. 第X条第（Y）项 without 款 finds the item in the one
  /// 款 of the article that has the list. An empty path names the whole text, which is no node.
  public func node(at address: Address) -> Int? {
    var steps = address.path[...]
    guard let last = steps.last else { return nil }
    // Chapters above an article do not help to find it.
    if let article = steps.lastIndex(where: { $0.level == .article }) {
      let attachments = steps[..<article].filter { $0.level == .attachment }
      steps = attachments[...] + steps[article...]
    }
    var scope = 0..<nodes.count
    var found: Int?
    for step in steps {
      let above = found
      found =
        if step.number != nil, step.level == .article || step.level == .point {
          numbered[step]?.first { scope.contains($0) && matches($0, step, under: above) }
        } else {
          scope.first { matches($0, step, under: above) }
        }
      guard let node = found else { return nil }
      scope = node + 1..<nodes[node].subtreeEnd
    }
    return found.flatMap { nodes[$0].level == last.level ? $0 : nil }
  }

  private func matches(_ index: Int, _ step: Address.Step, under parent: Int?) -> Bool {
    let node = nodes[index]
    guard node.level == step.level, step.number == nil || node.number == step.number else {
      return false
    }
    // What stands in an attachment is found there only.
    let attachment = ancestors(of: index).first { nodes[$0].level == .attachment }
    if let attachment { return parent.map { $0 >= attachment } ?? (node.level == .attachment) }
    return true
  }
}
