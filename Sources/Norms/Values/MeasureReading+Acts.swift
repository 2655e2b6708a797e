// Verbs that are measures by themselves: 没收…, 责令….

import HanText
import Legislation

extension MeasureReading {
  mutating func begin(
    act kind: MeasureKind, frame: MeasureWords.Frame?, _ verb: ByteRange
  ) {
    guard !links.isPassive(before: verb),
      !bytes.has("的", at: verb.upperBound, before: clause.upperBound)
    else { return }
    if let current = open, links.joint(before: verb) == nil {
      // 没收销毁: one act in two words.
      if current.measure.range.upperBound == verb.lowerBound, current.frame == nil {
        open!.measure.range = current.measure.range.lowerBound..<verb.upperBound
        return
      }
      // 责令收回: the act is the object.
      if current.frame == .order, !current.hasObject {
        // 责令其一年内不得进入
        if kind == .ban { open!.measure.duration = times.last?.span }
        (open!.measure.kind, open!.hasObject) = (kind, true)
        return
      }
    }
    closeOpen(before: verb)
    var start = links.start(of: verb, adverbsOnly: true)
    // 予以取缔, 处以吊销: the verb in front adds nothing but its place.
    if let impose, impose.upperBound == verb.lowerBound { start = impose.lowerBound }
    impose = nil
    var measure = Measure(kind: kind, range: start..<verb.upperBound)
    measure.isDiscretionary = isDiscretionary
    if kind == .ban || kind == .disqualification {
      if let time = times.last {
        measure.duration = time.span
        measure.range = min(start, time.range.lowerBound)..<verb.upperBound
      }
      if let lifelong {
        measure.duration = TimeSpan(
          lower: measure.duration?.lower, upper: measure.duration?.upper, isLifelong: true)
        measure.range = min(measure.range.lowerBound, lifelong.lowerBound)..<verb.upperBound
      }
    }
    (times, lifelong) = ([], nil)
    open = Open(measure: measure, frame: frame)
    values.basisStart = verb.upperBound
  }

  mutating func take(
    object kind: MeasureKind, of frame: MeasureWords.Frame, _ word: ByteRange
  ) {
    if let current = open, let verb = current.frame {
      guard verb == frame else { return }
      if !current.hasObject || current.measure.kind == .liability {
        open!.measure.kind = kind
        open!.hasObject = true
        values.basisStart = word.upperBound
      } else if frame == .order, kind != current.measure.kind, links.joint(before: word) != nil {
        closeOpen(before: word)
        begin(object: kind, word)
      }
    } else if open == nil, frame == .order,
      links.isFirst(word, in: clause) || links.joint(before: word) != nil
        || impose?.upperBound == word.lowerBound
        || (impose != nil && kind == .businessSuspension)
    {
      // 限期拆除: an order that goes on in a clause of its own; 予以赔偿, 给予停止执业的处罚.
      begin(object: kind, word)
    }
  }

  mutating func begin(object kind: MeasureKind, _ word: ByteRange) {
    let start = min(
      links.start(of: word, adverbsOnly: true), impose?.lowerBound ?? word.lowerBound)
    impose = nil
    var measure = Measure(kind: kind, range: start..<word.upperBound)
    measure.isDiscretionary = isDiscretionary
    // 一年内暂停承接业务
    if kind.hasDuration, let time = times.last, times.count == 1 {
      measure.duration = time.span
      measure.range = min(start, time.range.lowerBound)..<word.upperBound
      times.removeAll()
    }
    open = Open(measure: measure, frame: .order, hasObject: true)
    values.basisStart = word.upperBound
  }

  mutating func closeOpen(at end: Int) {
    guard var current = open else { return }
    open = nil
    let start = current.measure.range.lowerBound
    current.measure.range = trimmed(bytes, start..<max(end, current.measure.range.upperBound))
    if let frame = current.frame, frame != .order, !current.hasObject { return }
    // 但罚款不得低于二千元 limits the fine before.
    if current.measure.amounts.first?.isCap == true, let last = measures.last, last.kind.hasAmounts
    {
      measures[measures.count - 1].amounts += current.measure.amounts
      return
    }
    // 禁止其五年内直至终身从事: also behind its verb.
    if current.measure.kind == .ban, lifelong != nil {
      let span = current.measure.duration
      current.measure.duration = TimeSpan(lower: span?.lower, upper: span?.upper, isLifelong: true)
      lifelong = nil
    }
    measures.append(current.measure)
  }

  /// Ends the open measure in front of `next`, at the joint before it if there is one.
  mutating func closeOpen(before next: ByteRange) {
    closeOpen(at: links.start(of: next))
  }
}
