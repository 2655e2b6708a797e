// Text put together from an old version and a decision, each scalar with where it came from.

import HanText
import Legislation

/// A scalar of a text that is being made.
struct SourcedScalar: Sendable, Hashable {
  enum Origin: Sendable, Hashable {
    /// Carried over: the UTF-8 byte of the old version where it begins.
    case old(Int)
    /// Written by the decision: the UTF-8 byte of the decision where it begins.
    case decision(Int)
    /// A separator or number that only the new surroundings ask for.
    case made
  }

  var value: UInt32
  var origin: Origin

  /// UTF-8 bytes it takes.
  var byteCount: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

  var isCarriedOver: Bool {
    if case .old = origin { true } else { false }
  }
}

typealias SourcedText = [SourcedScalar]

extension [SourcedScalar] {
  /// The words of a range of a document, lines joined by a line feed, white space at line ends gone.
  init(
    _ document: ParsedDocument, _ range: ByteRange,
    origin: (Int) -> SourcedScalar.Origin
  ) {
    self = []
    for (piece, beginsLine) in document.words(in: range) {
      if beginsLine, !isEmpty { append(SourcedScalar(value: 0x0A, origin: .made)) }
      append(document.source.bytes, trimmed(document.source.bytes, piece), origin: origin)
    }
  }

  /// Text of no source.
  init(made text: some StringProtocol) {
    self = text.unicodeScalars.map { SourcedScalar(value: $0.value, origin: .made) }
  }

  mutating func append(
    _ bytes: [UInt8], _ range: ByteRange, origin: (Int) -> SourcedScalar.Origin
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      append(SourcedScalar(value: next.value, origin: origin(i)))
      i += next.length
    }
  }

  /// For people and for the new text.
  var string: String {
    var view = String.UnicodeScalarView()
    for scalar in self { view.append(Unicode.Scalar(scalar.value) ?? "\u{FFFD}") }
    return String(view)
  }

  /// Without white space at its ends.
  func trimmedSpaces() -> SourcedText {
    var slice = self[...]
    while let first = slice.first, isSpace(first.value) { slice.removeFirst() }
    while let last = slice.last, isSpace(last.value) { slice.removeLast() }
    return Array(slice)
  }

  /// The last scalar that is no space.
  var lastValue: UInt32? { last { !isSpace($0.value) }?.value }
}
