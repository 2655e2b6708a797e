// What a norm is called for good: the same text has the same names, whenever it is read again.

import HanText
import Legislation
import Norms

/// Gives the norms of a document their ids.
///
/// An id is the FNV-1a hash, 64 bits, of the title, the eId of the provision, its words, and the place of the
/// trigger among them. Layout, path and day play no part, so notes
/// kept by id still fit when the text is read again; where a later version changes the provision, its
/// norms have other ids.
package struct NormIdentity {
  private let document: ParsedDocument
  /// The hash of the title, which all ids begin with.
  private let title: UInt64
  /// The provision last met: the hash of all but the place, and how far places are counted.
  private struct Last {
    var node: Int
    var hash: UInt64
    var offset: Int
    var place: Int
  }
  private var last: Last?

  /// `title` is that of the text, where it is not the document's own.
  package init(_ document: ParsedDocument, titled title: String? = nil) {
    self.document = document
    self.title = Self.hash(
      (title ?? document.metadata.title).utf8, from: 0xCBF2_9CE4_8422_2325)
  }

  /// The id of a norm of the document.
  package mutating func id(of norm: Norm) -> UInt64 {
    let provision = document.tree.nodes[norm.node].text
    let trigger = norm.trigger.lowerBound
    if last?.node != norm.node || last?.offset ?? 0 > trigger {
      // A byte that no text holds parts the fields.
      var hash = Self.hash(CollectionOfOne(0xFF), from: title)
      hash = Self.hash(document.tree.eId(of: norm.node).utf8, from: hash)
      hash = Self.hash(CollectionOfOne(0xFF), from: hash)
      hash = Self.hash(document.utf8Text(in: provision), from: hash)
      last = Last(
        node: norm.node, hash: Self.hash(CollectionOfOne(0xFF), from: hash),
        offset: min(provision.lowerBound, trigger), place: 0)
    }
    guard var last else { return title }
    last.place += document.utf8Text(in: last.offset..<trigger).count
    last.offset = trigger
    self.last = last
    return Self.hash(String(last.place).utf8, from: last.hash)
  }

  /// An id as people and scripts see it: 16 hexadecimal digits.
  package static func text(of id: UInt64) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The id that `text` is; nil for text that is none.
  package static func id(_ text: String) -> UInt64? {
    text.utf8.count == 16 ? UInt64(text, radix: 16) : nil
  }

  private static func hash(_ bytes: some Collection<UInt8>, from start: UInt64) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
