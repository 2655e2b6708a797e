// Numbers with their nouns in what people read.

/// 1 version, 2 versions.
public func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
