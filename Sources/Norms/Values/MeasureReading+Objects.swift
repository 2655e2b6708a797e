// Verbs that need an object to be a measure: 处…罚款, 给予警告.

import HanText
import Legislation

extension MeasureReading {
  mutating func begin(impose verb: ByteRange) {
    // 处 behind 没有违法所得的: what stands before is an antecedent.
    if followsParticle(links.start(of: verb)) { values.amounts.removeAll() }
    // 对个人处一千元、对单位处五千元罚款: two fines.
    if let first = impose, let start = values.start, start >= first.lowerBound {
      closeFine(at: values.basisStart ?? verb.lowerBound)
    }
    if let first = impose, measures.count == imposed, open == nil, values.amounts.isEmpty {
      impose = first.lowerBound..<verb.upperBound
    } else {
      closeOpen(before: verb)
      impose = verb
      imposed = imposed ?? measures.count
    }
    values.endPer(at: verb.lowerBound)
    values.basisStart = verb.upperBound
  }

  mutating func take(noun kind: MeasureKind, _ word: ByteRange, next: MeasureEvent?) {
    guard !links.isPassive(before: word), !isOrderOpen || impose != nil else { return }
    // 通报 and 公告 are acts of many kinds where nobody imposes them.
    if kind == .publication, impose == nil { return }
    // 给予警告直至吊销许可证的处罚 names them all once more.
    if kind == .penalty || kind == .discipline, followsParticle(word.lowerBound),
      open != nil || (kind == .penalty && imposed.map { measures.count > $0 } ?? false)
    {
      closeOpen(at: word.lowerBound - ("的" as Bytes).utf8.count)
      return
    }
    closeOpen(before: word)
    if kind == .discipline, extendDiscipline(to: word.upperBound) { return }
    values.endPer(at: word.lowerBound)
    var measure = Measure(kind: kind, range: word)
    measure.isDiscretionary = isDiscretionary
    var start = links.start(of: word, adverbsOnly: true)
    if let impose,
      measures.count == imposed
        || measures.last.map({ $0.range.upperBound < impose.lowerBound }) ?? true
    {
      start = min(start, impose.lowerBound)
    }
    if kind.hasAmounts {
      start = min(start, values.start ?? start)
      measure.amounts = values.take()
    } else if kind.hasDuration, let time = times.last {
      start = min(start, time.range.lowerBound)
      measure.duration = time.span
      times.removeAll()
    }
    measure.range = start..<word.upperBound
    // 罚款五百元: the amount follows its noun.
    if let next, next.range.lowerBound - word.upperBound <= Self.near, next.isValue(of: kind) {
      open = Open(measure: measure)
      values.basisStart = word.upperBound
    } else {
      measures.append(measure)
    }
  }

  /// Room for 人民币 between a noun and its amount, in bytes.
  private static let near = 9

  /// 警告、记过处分 and 降级、撤职或者开除的处分 are one measure.
  mutating func extendDiscipline(to end: Int) -> Bool {
    guard let imposed, measures.count > imposed, let last = measures.last,
      last.kind == .discipline || last.kind == .warning,
      last.range.lowerBound >= clause.lowerBound
    else { return false }
    measures[measures.count - 1].kind = .discipline
    measures[measures.count - 1].range = last.range.lowerBound..<end
    return true
  }
}
