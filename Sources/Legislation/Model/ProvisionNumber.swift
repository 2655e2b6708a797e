// The number of a provision: 第一百二十条之一 is 120 with the insert 1.

/// A provision's number among those of its level.
public struct ProvisionNumber: Sendable, Hashable, Comparable {
  /// 120 in 第一百二十条之一.
  public let main: Int
  /// 1 in 第一百二十条之一; nil where nothing was inserted.
  public let insert: Int?

  public init(_ main: Int, insert: Int? = nil) {
    self.main = main
    self.insert = insert
  }

  /// Whether `self` may follow `other` without a gap: 14 → 15, 120 → 120-1, 120-1 → 120-2, 120-2 → 121.
  public func follows(_ other: ProvisionNumber) -> Bool {
    if main == other.main, let insert { return insert == (other.insert ?? 0) + 1 }
    return main == other.main + 1 && (insert ?? 1) == 1
  }

  public static func < (a: ProvisionNumber, b: ProvisionNumber) -> Bool {
    (a.main, a.insert ?? 0) < (b.main, b.insert ?? 0)
  }
}

extension ProvisionNumber: CustomStringConvertible {
  /// As in an eId: `120`, `120-1`.
  public var description: String { insert.map { "\(main)-\($0)" } ?? "\(main)" }

  /// Reads `120` and `120-1`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let main = parts.first.flatMap({ Int($0) }), main >= 0, parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(main)
      return
    }
    guard let insert = Int(parts[1]), insert >= 0 else { return nil }
    self.init(main, insert: insert)
  }
}
