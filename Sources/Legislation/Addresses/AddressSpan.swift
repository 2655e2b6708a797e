// An address, or a run of them: 网络安全法第二十一条至第二十五条.

import HanText

/// One provision, a run of provisions beside each other, or a whole law, as people write it.
public struct AddressSpan: Sendable, Hashable {
  /// Of a run, its first.
  public let address: Address
  /// The number of the run's last at the address's deepest level; nil for one provision.
  public let through: ProvisionNumber?

  /// An address, or the run from it through a number at its deepest level.
  public init(_ address: Address, through: ProvisionNumber? = nil) {
    self.address = address
    self.through = through
  }

  /// Reads what `Address` reads, and 第二十一条至第二十五条, 第（一）项到第（四）项, `21—25条`. Never fails: what is no
  /// number is the law's name.
  public init(_ text: some StringProtocol) {
    let bytes = Array(String(text).utf8)
    for (place, length) in joints(of: bytes) {
      let first = Address(String(decoding: bytes[..<place], as: UTF8.self))
      let last = Address(String(decoding: bytes[(place + length)...], as: UTF8.self))
      guard let from = first.path.last, let to = last.path.last, last.law == nil,
        from.level == to.level, let low = from.number, let high = to.number, low < high
      else { continue }
      self.init(first, through: high)
      return
    }
    self.init(Address(text))
  }

  /// As legal texts write it, without the law: 第二十一条至第二十五条.
  public var chinese: String {
    guard let through, let last = address.path.last else { return address.chinese }
    return address.chinese + "至" + Address(path: [Address.Step(last.level, through)]).chinese
  }
}

/// Where a run may be joined, the last place first: a name may hold these words too.
private func joints(of bytes: [UInt8]) -> [(place: Int, length: Int)] {
  let words: [Bytes] = ["至", "到", "—", "–", "～", "~"]
  return bytes.indices.reversed().compactMap { i in
    words.first { bytes.has($0, at: i, before: bytes.count) }.map { (i, $0.utf8.count) }
  }
}
