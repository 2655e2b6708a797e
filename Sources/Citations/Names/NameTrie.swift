// The longest name that ends at a place: names are looked for from their ends, where they are alike.

import HanText
import Legislation

/// Names stored from back to front.
struct NameTrie: Sendable {
  /// Node and scalar → node.
  private var edges: [UInt64: Int32] = [:]
  /// Node → the number of the name that begins there, −1 for none.
  private var values: [Int32] = [-1]
  /// A bit for each scalar of the BMP that ends a name.
  private var ends = [UInt64](repeating: 0, count: 1024)

  /// Whether a name may end in the scalar.
  @inline(__always)
  func mayEnd(in scalar: UInt32) -> Bool {
    scalar < 0x10000 && ends[Int(scalar >> 6)] & 1 << UInt64(scalar & 63) != 0
  }

  /// Enters a name; one that is there keeps its first value.
  mutating func insert(_ name: String, value: Int) {
    var node: Int32 = 0
    let scalars = name.unicodeScalars.map(\.value)
    guard let last = scalars.last, last < 0x10000 else { return }
    ends[Int(last >> 6)] |= 1 << UInt64(last & 63)
    for scalar in scalars.reversed() {
      let key = UInt64(node) << 32 | UInt64(scalar)
      if let next = edges[key] {
        node = next
      } else {
        node = Int32(values.count)
        values.append(-1)
        edges[key] = node
      }
    }
    if values[Int(node)] < 0 { values[Int(node)] = Int32(value) }
  }

  /// The longest name that ends at byte `end` and begins no earlier than `start`.
  func longest(_ bytes: [UInt8], endingAt end: Int, notBefore start: Int) -> (
    start: Int, value: Int
  )? {
    var node: Int32 = 0
    var position = end
    var found: (Int, Int)?
    while position > start {
      let next = scalar(bytes, before: position)
      guard let child = edges[UInt64(node) << 32 | UInt64(next.value)] else { break }
      node = child
      position -= next.length
      let value = values[Int(node)]
      if value >= 0 { found = (position, Int(value)) }
    }
    return found
  }
}
