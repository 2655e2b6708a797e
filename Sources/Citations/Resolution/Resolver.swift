// From a mention's words to what it points at: carried levels, places, names.

import HanText
import Legislation

/// Resolves the mentions of a document in text order; what was cited last is remembered for 该条, 同法.
struct Resolver {
  let document: ParsedDocument
  /// What a decision amends: the instrument of its title, or of the point it has come to.
  private var amended: String?
  private let isDecision: Bool
  private var point: Int?
  private let ownTitles: Set<String>
  /// Whether the text is an instrument itself, so that 第三条 alone is its own.
  private let hasArticles: Bool
  /// What a text without provisions of its own is about: the instrument in its title.
  private let subject: CitedInstrument?
  private var lastInstrument: CitedInstrument?
  /// The instrument of the last article cited in the same line.
  private var lineInstrument: CitedInstrument?
  private var line: ByteRange = 0..<0
  /// The last target with an article: what 该条 means.
  private var lastProvision: CitationTarget?
  /// The last article named by its number, with the article it was named in, and whether its breach is
  /// spoken of.
  private var cited: (target: CitationTarget, place: Int?, isBreach: Bool)?

  init(_ document: ParsedDocument, names: InstrumentNames) {
    self.document = document
    let title = document.metadata.title
    let amendment = amendmentBase(title)
    isDecision = document.metadata.genre == .decision || amendment != nil
    amended = isDecision ? (amendment ?? amendedTitle(title)).map(names.fullTitle(of:)) : nil
    subject = isDecision ? nil : amendedTitle(title).map { .titled(names.fullTitle(of: $0)) }
    ownTitles = title.isEmpty ? [] : [title, names.fullTitle(of: title)]
    hasArticles =
      document.metadata.genre != .commentary && document.metadata.genre != .case
      && document.tree.nodes.contains { $0.level == .article || $0.level == .point }
  }

  /// The mention as a citation; nil for words that turn out to cite nothing.
  mutating func citation(_ mention: RawMention, in line: LogicalLine) -> Citation? {
    let range = line.sourceRange(mention.range)
    guard let place = Place(document.tree, at: range.lowerBound) else { return nil }
    if isDecision { enter(place, mention) }
    if line.range != self.line { (self.line, lineInstrument) = (line.range, nil) }
    let resolved = resolve(mention, place, line)
    guard let (kind, targets) = resolved else { return nil }
    if let last = targets.last {
      lastInstrument = last.instrument
      if last.path.contains(where: { $0.level == .article }) {
        lastProvision = last
        lineInstrument = last.instrument
        if mention.namesArticle {
          let before = line.range.lowerBound..<mention.range.lowerBound
          cited = (last, place.article, line.bytes.ends(before, with: "违反"))
        }
      }
    }
    return Citation(
      range: range, kind: kind, targets: targets, isOpen: mention.isOpen, node: place.node)
  }

  /// In a decision on many instruments the first title of a point is what the point amends.
  private mutating func enter(_ place: Place, _ mention: RawMention) {
    guard let current = place.enclosing(.point), current != point else { return }
    point = current
    if case .instrument(let title, isMarked: true) = mention.lead, mention.references.isEmpty {
      amended = title
    }
  }

  /// 本决定, whereas 本法 in a decision is the law it amends.
  private func namesDecision(_ mention: RawMention, _ line: LogicalLine) -> Bool {
    amended != nil && mention.references.isEmpty && line.bytes.ends(mention.range, with: "决定")
  }

  private func resolve(
    _ mention: RawMention, _ place: Place, _ line: LogicalLine
  ) -> (kind: CitationKind, targets: [CitationTarget])? {
    switch mention.lead {
    case .instrument(let title, let isMarked): named(title, isMarked, mention, place)
    case .ownInstrument where namesDecision(mention, line):
      (.itself, [CitationTarget(.itself, [])])
    case .ownInstrument:
      own(mention.references, place, kind: mention.references.isEmpty ? .itself : .internal)
    case .sameInstrument:
      (.external, targets(in: lastInstrument ?? ownInstrument, mention.references))
    case .nothing: numbered(mention.references, place)
    case .this(let level): this(level, mention.references, place)
    case .preceding(let level, let count):
      (.relative, preceding(level, count, mention.references, place))
    case .same(let level): same(level, mention.references)
    }
  }

  private func named(
    _ title: String, _ isMarked: Bool, _ mention: RawMention, _ place: Place
  ) -> (CitationKind, [CitationTarget])? {
    let isOwn = ownTitles.contains(title) && hasArticles && amended == nil
    // A text that names itself in an order of publication does not cite; in its articles a title in 《》
    // that is its own is that of the text it takes the place of.
    if isOwn, place.enclosing(.signature) != nil || place.enclosing(.preamble) != nil { return nil }
    guard isOwn, !isMarked else {
      return (.external, targets(in: .titled(title), mention.references))
    }
    guard mention.isObject else { return nil }
    return own(mention.references, place, kind: mention.references.isEmpty ? .itself : .internal)
  }

  /// What 本法 means: in a decision the instrument it amends.
  private var ownInstrument: CitedInstrument { amended.map { .titled($0) } ?? .itself }

  private func own(
    _ references: [Reference], _ place: Place, kind: CitationKind
  ) -> (CitationKind, [CitationTarget]) {
    (kind, targets(in: ownInstrument, references))
  }

  private func targets(
    in instrument: CitedInstrument, _ references: [Reference]
  ) -> [CitationTarget] {
    guard !references.isEmpty else { return [CitationTarget(instrument, [])] }
    return references.map { CitationTarget(instrument, $0.steps, through: $0.through) }
  }

  /// 第三条 alone, 第一款 alone.
  private func numbered(
    _ references: [Reference], _ place: Place
  ) -> (CitationKind, [CitationTarget])? {
    guard let first = references.first?.steps.first else { return nil }
    if first.level.depth > Level.article.depth {
      // 第二款 in a text without articles of its own goes on from the article last cited; in a decision,
      // from the one it changes.
      if !hasArticles || amended != nil {
        guard let last = lastProvision else { return nil }
        return (.relative, references.map { below(last, $0) })
      }
      guard let article = place.article else { return nil }
      return (
        .relative,
        antecedent(of: references, in: article, place)
          ?? references.map { below(article, $0, place) }
      )
    }
    if let amended { return (.external, targets(in: .titled(amended), references)) }
    // In commentary a number goes on from the line's last, else it is that of what the text is about.
    if !hasArticles, let instrument = lineInstrument ?? subject ?? lastInstrument,
      instrument != .itself
    {
      return (.external, targets(in: instrument, references))
    }
    // A number the text does not have, after another instrument was named, is that one's.
    if case .titled? = lastInstrument, let instrument = lastInstrument, isBeyondOwn(first) {
      return (.external, targets(in: instrument, references))
    }
    if let attachment = place.enclosing(.attachment), first.level == .article {
      let path = place.path(to: attachment)
      return (
        .internal,
        references.map { CitationTarget(.itself, path + $0.steps, through: $0.through) }
      )
    }
    return (.internal, targets(in: .itself, references))
  }

  /// What bare 款 and 项 mean where they are those of the article cited before them: in a list of penalties
  /// under 违反第三十三条, and wherever the mention's own article has not so many.
  private func antecedent(
    of references: [Reference], in article: Int, _ place: Place
  ) -> [CitationTarget]? {
    guard let cited, cited.place == article else { return nil }
    let ownHasThem = references.allSatisfy { has($0, under: article) }
    guard cited.target.instrument == .itself else {
      return ownHasThem ? nil : references.map { below(cited.target, $0) }
    }
    let path = cited.target.path.prefix { $0.level.depth <= Level.article.depth }
    guard let node = document.tree.node(at: Address(path: Array(path))), node != article,
      references.allSatisfy({ has($0, under: node) })
    else { return nil }
    let isPenalty = cited.isBreach && place.enclosing(.item) != nil
    return isPenalty || !ownHasThem ? references.map { below(node, $0, place) } : nil
  }

  /// Whether an article has the 款 or 项 that a reference names.
  private func has(_ reference: Reference, under article: Int) -> Bool {
    let level = reference.steps[0].level
    let number =
      reference.steps.count == 1
      ? reference.through ?? reference.steps[0].number : reference.steps[0].number
    return (article..<document.tree.nodes[article].subtreeEnd).contains {
      document.tree.nodes[$0].level == level && document.tree.nodes[$0].number == number
    }
  }

  private func isBeyondOwn(_ step: Address.Step) -> Bool {
    guard let number = step.number else { return false }
    let last = document.tree.nodes.last { $0.level == step.level }?.number
    return last.map { $0.main < number.main } ?? true
  }

  /// 本章第二节, 本条第一款, 本款第二项.
  private func this(
    _ level: Level, _ references: [Reference], _ place: Place
  ) -> (CitationKind, [CitationTarget])? {
    if level.depth < Level.article.depth {
      guard let container = place.enclosing(level) else { return (.internal, []) }
      let path = place.path(toContainer: container)
      guard !references.isEmpty else { return (.internal, [CitationTarget(ownInstrument, path)]) }
      return (
        .internal,
        references.map { reference in
          // 本章第五条 is the article.
          let isArticle = reference.steps[0].level == .article
          return CitationTarget(
            ownInstrument, isArticle ? reference.steps : path + reference.steps,
            through: reference.through)
        }
      )
    }
    if amended != nil {
      guard let last = lastProvision else { return (.relative, []) }
      return (.relative, references.map { below(last, $0) })
    }
    let node: Int? =
      switch level {
      case .article: place.article
      default: place.enclosing(level)
      }
    guard let node else { return (.relative, []) }
    guard !references.isEmpty else {
      return (.relative, [CitationTarget(ownInstrument, place.path(to: node))])
    }
    if level == .article, !references.allSatisfy({ has($0, under: node) }),
      let meant = antecedent(of: references, in: node, place)
    {
      return (.relative, meant)
    }
    return (.relative, references.map { below(node, $0, place) })
  }

  /// What stands under a provision of this text; 第二项 of an article is looked for in its 款.
  private func below(_ node: Int, _ reference: Reference, _ place: Place) -> CitationTarget {
    var path = place.path(to: node)
    let first = reference.steps[0]
    // 前款第三项和第六条: the list goes on beyond the 款.
    if first.level.depth <= document.tree.nodes[node].level.depth {
      return CitationTarget(ownInstrument, reference.steps, through: reference.through)
    }
    if first.level == .item, document.tree.nodes[node].level == .article, let number = first.number,
      let paragraph = place.paragraph(of: node, holdingItem: number)
    {
      path = place.path(to: paragraph)
    }
    return CitationTarget(ownInstrument, path + reference.steps, through: reference.through)
  }

  private func below(_ target: CitationTarget, _ reference: Reference) -> CitationTarget {
    let depth = reference.steps[0].level.depth
    return CitationTarget(
      target.instrument, target.path.filter { $0.level.depth < depth } + reference.steps,
      through: reference.through)
  }

  /// 前款, 前两条, 前项; nothing where there are not so many.
  private func preceding(
    _ level: Level, _ count: Int?, _ references: [Reference], _ place: Place
  ) -> [CitationTarget] {
    let nodes: [Int]
    // In a decision these words stand in the new text that it quotes.
    guard amended == nil else { return [] }
    switch level {
    case .article:
      nodes = place.articles(before: count ?? .max)
    case .paragraph, .item, .chapter, .section, .part:
      guard let own = place.enclosing(level), let above = siblings(of: own) else { return [] }
      let earlier = above.filter { $0 < own && document.tree.nodes[$0].level == level }
      nodes = Array(earlier.suffix(count ?? .max))
    default: nodes = []
    }
    guard nodes.count >= count ?? 1 else { return [] }
    guard references.isEmpty else {
      return references.map { below(nodes[nodes.count - 1], $0, place) }
    }
    return nodes.map { node in
      let isContainer = document.tree.nodes[node].level.isContainer
      return CitationTarget(
        ownInstrument, isContainer ? place.path(toContainer: node) : place.path(to: node))
    }
  }

  private func siblings(of node: Int) -> [Int]? {
    document.tree.nodes[node].parent.map { Array(document.tree.children(of: $0)) }
      ?? Array(document.tree.roots)
  }

  /// 该条第二款, 同款: what was cited last, up to the level.
  private func same(
    _ level: Level, _ references: [Reference]
  ) -> (CitationKind, [CitationTarget])? {
    guard let last = lastProvision, last.path.contains(where: { $0.level == level }) else {
      return nil
    }
    var base = last
    base.through = nil
    base.path.removeAll { $0.level.depth > level.depth }
    guard !references.isEmpty else { return (.relative, [base]) }
    return (
      .relative,
      references.map {
        CitationTarget(base.instrument, base.path + $0.steps, through: $0.through)
      }
    )
  }
}

/// 《…》 of a decision's title: what it amends.
private func amendedTitle(_ title: String) -> String? {
  let bytes = Array(title.utf8)
  guard let mark = bytes.find("《", in: 0..<bytes.count),
    let marked = markedTitle(bytes, at: mark, before: bytes.count)
  else { return nil }
  return titleText(bytes, marked.text)
}

/// The law that an amendment changes: 刑法 of 刑法修正案（八）.
private func amendmentBase(_ title: String) -> String? {
  let bytes = Array(title.utf8)
  guard let end = bytes.find("修正案", in: 0..<bytes.count), end > 0,
    bytes.find("《", in: 0..<bytes.count) == nil
  else { return nil }
  return String(decoding: bytes[..<end], as: UTF8.self)
}
