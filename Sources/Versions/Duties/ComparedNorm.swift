// A norm with all that it is compared by.

import HanText
import Legislation
import Norms

/// A norm of one version.
struct ComparedNorm {
  /// Its index among those of its version; of a chain of sanctions for one breach, those of all its parts.
  private(set) var indices: [Int]
  /// The norm, or the first of the chain.
  let norm: Norm
  /// The row of the alignment that its article stands in; nil outside articles.
  let row: Int?
  let trigger: NormPhrase
  private(set) var action: NormPhrase
  /// The action without its time limits.
  private(set) var content: NormPhrase
  /// Without time limits.
  let condition: NormPhrase?
  let exception: NormPhrase?
  /// Whether the exception asks or forbids something by an operator of its own: 但不得…. That is a norm too.
  let exceptionAsks: Bool
  /// All that its provision says.
  let provision: NormPhrase
  let topic: NormPhrase?
  private(set) var deadlines: [TimeLimit]
  private(set) var measures: [ComparedMeasure]
  /// Who bears it; of a sanction, those it names as whom it strikes: 对直接负责的主管人员.
  private(set) var parties: [String]
  private(set) var authorities: [String]
  /// The list below it, where it speaks of one.
  let list: NormList?

  /// What measures are called by, each as often as it occurs.
  var measureKinds: [MeasureKind] { measures.map(\.measure.kind) }

  /// Whether it is a graver step of a sanction, which is none of the plain ones: 拒不改正的，….
  var isGraver: Bool {
    norm.kind == .sanction && condition?.begins(with: DutyWords.graver) ?? false
  }

  /// Whether the other is a sanction that follows the same breach in the same provision.
  fileprivate func goesOn(in other: ComparedNorm) -> Bool {
    guard norm.kind == .sanction, other.norm.kind == .sanction, norm.node == other.norm.node,
      let condition, let otherCondition = other.condition
    else { return false }
    return condition.says(otherCondition)
  }

  fileprivate mutating func append(_ other: ComparedNorm) {
    indices += other.indices
    action = NormPhrase(action.text + Array("，".utf8) + other.action.text)
    content = NormPhrase(content.text + Array("，".utf8) + other.content.text)
    deadlines += other.deadlines
    measures += other.measures
    parties += other.parties.filter { !parties.contains($0) }
    authorities += other.authorities.filter { !authorities.contains($0) }
  }
}

/// A list that a norm leads in.
struct NormList {
  /// What the norm says of it.
  enum Role {
    /// 有下列情形之一的: each member is a case of its own.
    case cases
    /// 符合下列条件的: all must be given.
    case requirements
    /// 不得有下列行为, 应当载明下列事项: each member is forbidden, asked or permitted.
    case content
    /// 但有下列情形之一的除外
    case exceptions
    case unknown
  }

  let role: Role
  let items: [NormPhrase]
}

/// Makes the norms of one version comparable.
struct NormReading {
  let norms: [ComparedNorm]

  /// `parties` holds those of each bearer of each norm; `rows` the rows of articles by key.
  init(
    _ norms: [Norm], parties: [[[String]]], from source: PhraseSource, rows: [ArticleKey: Int]
  ) {
    let document = source.document
    let tree = document.tree
    let triggers = norms.map(\.trigger.lowerBound)
    var names = PartyNames(of: document)
    var compared: [ComparedNorm] = []
    compared.reserveCapacity(norms.count)
    // Norms of one provision stand together.
    var last: (node: Int, provision: NormPhrase)?
    for (index, norm) in norms.enumerated() {
      let deadlines = norm.deadlines.filter { Self.setsTime($0, of: norm, document) }
      let limits = deadlines.map(\.range)
      let condition = norm.condition.map {
        source.phrase($0, without: limits, leads: DutyWords.before)
      }
      let provision =
        last?.node == norm.node
        ? last!.provision : source.phrase(tree.nodes[norm.node].text)
      last = (norm.node, provision)
      let row = ([norm.node] + tree.ancestors(of: norm.node)).lazy
        .compactMap { rows[ArticleKey(eId: tree.eId(of: $0))] }.first
      let next = ComparedNorm(
        indices: [index], norm: norm, row: row, trigger: source.phrase(norm.trigger),
        action: source.phrase(norm.action),
        content: source.phrase(norm.action, without: limits, leads: DutyWords.before),
        condition: condition.flatMap { $0.isEmpty ? nil : $0 },
        exception: norm.exception.map { source.phrase($0) },
        exceptionAsks: norm.exception.map { Self.asks(in: $0, norms) } ?? false,
        provision: provision,
        topic: norm.topic.map { source.phrase($0) },
        deadlines: deadlines.map { TimeLimit($0, source) },
        measures: Self.measures(of: norm, source),
        parties: zip(norm.bearers, parties[index]).flatMap { bearer, parties in
          // Who broke the rule is often only inherited from what was said before.
          norm.kind != .sanction || norm.strikes(bearer) ? parties : []
        },
        authorities: norm.authorities.flatMap { names.parties(of: document.text(in: $0)) },
        list: Self.list(below: norm, triggers, source))
      if let last = compared.last, last.goesOn(in: next) {
        compared[compared.count - 1].append(next)
      } else {
        compared.append(next)
      }
    }
    self.norms = compared
  }

  /// Whether words set a time: 立即 does not in 死刑立即执行 of a condition, nor 及时 in 公正、及时的原则.
  private static func setsTime(
    _ deadline: Deadline, of norm: Norm, _ document: ParsedDocument
  ) -> Bool {
    guard deadline.relation == .immediately else { return true }
    let (bytes, range) = (document.source.bytes, deadline.range)
    let comma = "、" as Bytes
    return norm.action.contains(range.lowerBound)
      && !bytes.ends(norm.action.lowerBound..<range.lowerBound, with: comma)
      && !bytes.has(comma, at: range.upperBound, before: bytes.count)
  }

  /// Whether the operator of a duty or a prohibition stands in a range.
  private static func asks(in range: ByteRange, _ norms: [Norm]) -> Bool {
    let first = norms.partitioningIndex { $0.trigger.lowerBound >= range.lowerBound }
    return norms[first...].prefix { $0.trigger.upperBound <= range.upperBound }
      .contains { $0.kind == .duty || $0.kind == .prohibition }
  }

  private static func measures(of norm: Norm, _ source: PhraseSource) -> [ComparedMeasure] {
    var start = norm.action.lowerBound
    return norm.measures.map { measure in
      defer { start = measure.range.upperBound }
      return ComparedMeasure(measure, after: start, source)
    }
  }

  /// The items under the norm's provision that hold no norms of their own.
  private static func list(
    below norm: Norm, _ triggers: [Int], _ source: PhraseSource
  ) -> NormList? {
    let (document, tree) = (source.document, source.document.tree)
    let items = tree.children(of: norm.node).filter { node in
      let level = tree.nodes[node].level
      guard level == .item || level == .subitem else { return false }
      let range = tree.nodes[node].range
      let first = triggers.partitioningIndex { $0 >= range.lowerBound }
      return first == triggers.count || triggers[first] >= range.upperBound
    }
    guard !items.isEmpty, let role = role(of: norm, document) else { return nil }
    return NormList(role: role, items: items.map { source.phrase(tree.nodes[$0].text) })
  }

  private static func role(of norm: Norm, _ document: ParsedDocument) -> NormList.Role? {
    func speaks(_ range: ByteRange?) -> [UInt8]? {
      guard let range else { return nil }
      let text = document.utf8Text(in: range)
      return DutyWords.listing.occurs(text, in: 0..<text.count) ? text : nil
    }
    if speaks(norm.exception) != nil { return .exceptions }
    if let text = speaks(norm.condition) {
      let all = 0..<text.count
      if DutyWords.alternatives.occurs(text, in: all) { return .cases }
      return DutyWords.all.occurs(text, in: all) ? .requirements : .unknown
    }
    if speaks(norm.action) != nil || speaks(norm.topic) != nil { return .content }
    return nil
  }
}

extension Norm {
  /// Whether a bearer of a sanction stands where it says whom it strikes, behind what it follows.
  fileprivate func strikes(_ bearer: ByteRange) -> Bool {
    if action.contains(bearer.lowerBound) { return true }
    guard let condition, !isImplicit else { return false }
    return bearer.lowerBound >= condition.upperBound && bearer.upperBound <= action.lowerBound
  }
}
