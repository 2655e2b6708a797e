// The characters that the grammar of legal text turns on.

/// Scalars that begin, end or join the units of legal text.
enum Mark {
  static let ordinal: UInt32 = 0x7B2C  // 第
  static let article: UInt32 = 0x6761  // 条
  static let branch: UInt32 = 0x4E4B  // 之
  static let piece: UInt32 = 0x4E2A  // 个
  static let titleOpen: UInt32 = 0x300A  // 《
  static let titleClose: UInt32 = 0x300B  // 》
}
