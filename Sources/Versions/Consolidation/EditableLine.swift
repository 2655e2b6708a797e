// One line of an instrument that is being amended: a 款, the lead of a list, a 项 or a 目.

import HanText
import Legislation

/// A line; what stands below it follows it, until the next line of its level or a higher one.
struct EditableLine {
  var level: Level
  /// Its number in the old version; nil where the decision wrote the line.
  var number: ProvisionNumber?
  /// The number the decision gives it.
  var assigned: ProvisionNumber?
  /// Label and text.
  var scalars: SourcedText
  /// How many of `scalars` are the label （一）; 0 in a 款.
  var labelCount = 0
  var isDeleted = false
  /// The line's provision in the old version.
  var node: Int?

  var label: SourcedText { Array(scalars[..<labelCount]) }
  var text: SourcedText { Array(scalars[labelCount...]) }

  /// The provision's own line out of the old version.
  init(_ document: ParsedDocument, node: Int, level: Level) {
    let provision = document.tree.nodes[node]
    let child = document.tree.children(of: node).first { _ in true }
    let end = child.map { document.tree.nodes[$0].range.lowerBound } ?? provision.text.upperBound
    (self.level, number, self.node) = (level, provision.number, node)
    let label = SourcedText(document, provision.label) { .old($0) }
    labelCount = label.count
    scalars =
      label
      + SourcedText(
        document, provision.text.lowerBound..<max(end, provision.text.lowerBound)
      ) { .old($0) }
  }

  /// A line as a decision writes it; （一） and 1. at its beginning make it a 项 or a 目.
  init(written scalars: SourcedText, inList: Bool) {
    self.scalars = scalars
    level = .paragraph
    readLabelAgain(inList: inList)
  }

  /// The raw text of a line that is no provision.
  init(raw scalars: SourcedText) {
    (self.scalars, level) = (scalars, .paragraph)
  }

  /// Finds label and level anew, after words at the beginning changed.
  mutating func readLabelAgain(inList: Bool) {
    let bytes = Array(scalars.string.utf8)
    guard let label = readLabel(bytes, in: 0..<bytes.count) else {
      (labelCount, level) = (0, .paragraph)
      return
    }
    switch label.style {
    case .bracketed, .enumerated: level = .item
    case .arabic, .bracketedArabic, .circled: level = inList ? .subitem : .item
    case .ordinal:
      labelCount = 0
      return
    }
    labelCount = String(decoding: bytes[label.range], as: UTF8.self).unicodeScalars.count
  }

  /// Its number as the label says it.
  var labelNumber: ProvisionNumber? {
    guard labelCount > 0 else { return nil }
    let bytes = Array(label.string.utf8)
    return readLabel(bytes + [0x20], in: 0..<bytes.count + 1)?.number
  }

  /// Gives the label another number, in the style it has.
  mutating func relabel(_ number: ProvisionNumber) {
    guard labelCount > 0, labelNumber != number else { return }
    let old = label.string
    let isArabic = old.unicodeScalars.contains {
      ("0"..."9").contains($0) || ("０"..."９").contains($0)
    }
    let isCircled = old.unicodeScalars.contains { (0x2460...0x2473).contains($0.value) }
    var made = String.UnicodeScalarView()
    var wroteNumber = false
    for scalar in old.unicodeScalars {
      if isCircled, let circled = Unicode.Scalar(0x245F + UInt32(number.main)) {
        made.append(circled)
        break
      }
      let isNumeral = ChineseNumeral.parse(String(scalar)) != nil
      if !isNumeral {
        made.append(scalar)
      } else if !wroteNumber {
        wroteNumber = true
        let text = isArabic ? String(number.main) : ChineseNumeral.format(number.main)
        made.append(contentsOf: text.unicodeScalars)
      }
    }
    let label = SourcedText(made: String(made))
    scalars.replaceSubrange(..<labelCount, with: label)
    labelCount = label.count
  }
}
