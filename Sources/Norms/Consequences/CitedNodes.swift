// Which provisions of a text a citation means.

import Citations
import Legislation

extension ProvisionTree {
  /// The provisions that a target means, where this is the tree of its instrument; of a run, each of them. None
  /// for a whole instrument, and for what the tree does not have.
  package func nodes(meantBy target: CitationTarget) -> [Int] {
    guard !target.path.isEmpty, let first = node(at: target.address) else { return [] }
    guard let through = target.through else { return [first] }
    var path = target.path
    path[path.count - 1] = Address.Step(path[path.count - 1].level, through)
    guard let end = node(at: Address(path: path)), end > first, end - first <= Self.longestRun
    else { return [first] }
    let level = nodes[first].level
    return (first...end).filter { nodes[$0].level == level }
  }

  /// How many provisions, those below counted too, a run reaches over at most.
  private static let longestRun = 20_000
}
