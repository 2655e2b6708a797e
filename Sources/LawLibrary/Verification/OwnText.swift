// Citations of the very text that is checked: 本法第三条, 前款.

import Citations
import Legislation

/// The document's own provisions, where it has any.
struct OwnText {
  private let shelf: ProvisionShelf?
  private let why: String

  init(_ document: ParsedDocument) {
    let hasArticles = document.tree.nodes.contains { $0.level == .article }
    switch document.metadata.genre {
    case .decision:
      (shelf, why) = (nil, "修改决定里的条号是被修改的法规的，没有核对")
    case .regulation, .interpretation, .unknown:
      (shelf, why) = (hasArticles ? ProvisionShelf(document) : nil, "没有写明是哪部法规的")
    case .commentary, .case:
      (shelf, why) = (nil, "没有写明是哪部法规的")
    }
  }

  /// Whether 第三条 may be one of the document's own.
  var hasProvisions: Bool { shelf != nil }

  func check(_ blank: CheckedCitation, _ target: CitationTarget) -> CheckedCitation {
    if blank.citation.isOpen { return blank.with(.unchecked, "只说有关规定，没有指明条款") }
    guard let shelf else { return blank.with(.unchecked, why) }
    // 本法 alone is the text itself.
    guard !target.path.isEmpty else { return blank.with(.exists, nil) }
    switch shelf.look(up: target) {
    case .found: return blank.with(.exists, nil)
    case .missing(let reason): return blank.with(.missing, "本文\(reason)")
    case .unknown(let reason): return blank.with(.unchecked, reason)
    }
  }
}
