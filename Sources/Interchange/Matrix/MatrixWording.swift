// The words in which every form of the matrix speaks of its norms.

import Norms

extension NormKind {
  /// What people call it.
  public var chinese: String {
    switch self {
    case .duty: "义务"
    case .prohibition: "禁止"
    case .permission: "权利"
    case .competence: "职责"
    case .sanction: "处罚"
    }
  }
}

extension ResponsibilityMatrix {
  /// The party of norms that name none.
  static let nobody = "（未指明主体）"

  /// The name of a party; of the one after the last, that of nobody.
  func name(ofParty party: Int) -> String { party < parties.count ? parties[party] : Self.nobody }

  /// What the numbers of the matrix mean.
  var summary: String {
    "\(parties.count) 个主体，\(instruments.count) 份文件，\(entries.count) 条；一条规定有几个主体的，对每个主体各计一条。"
  }
}

extension ResponsibilityMatrix.Instrument {
  /// 2024-05-01，现行有效
  var state: String { [version, status].filter { !$0.isEmpty }.joined(separator: "，") }

  /// 《灯塔管理办法》（2024-05-01，现行有效）
  var words: String { title.bracketedTitle + (state.isEmpty ? "" : "（\(state)）") }
}

extension ResponsibilityMatrix.Entry {
  /// The trigger with what it governs: 应当记录灯光中断的时间. The action of a sanction begins with its
  /// trigger, unless that is a modal.
  var content: String { action.hasPrefix(trigger) ? action : trigger + action }

  /// Where it stands, for people.
  var place: String { label.isEmpty ? eId : label }

  /// What follows in words, without a sanction's own measures, which are its content already.
  var followingWords: [String] { consequences.map(\.words).filter { $0 != content } }

  /// The lower end of its fines in yuan, and the upper one.
  var leastFine: Int? { consequences.compactMap(\.leastFine).min() }
  var mostFine: Int? { consequences.compactMap(\.mostFine).max() }

  /// Who imposes what follows, each body once.
  var authorities: [String] { consequences.map(\.authority).onceEach }
}

extension ResponsibilityMatrix.Consequence {
  /// 责令改正（第三十条）
  var words: String { place.isEmpty ? measures : "\(measures)（\(place)）" }
}

extension [String] {
  /// What is not empty, each string where it comes first.
  var onceEach: [String] {
    var seen: Set<String> = []
    return filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
