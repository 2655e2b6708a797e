// One step from an old text to a new one.

/// A stretch of words that two texts share, or that one of them lacks, in the order of reading.
public struct TextChange: Sendable, Hashable {
  public enum Operation: String, Sendable { case equal, delete, insert }

  public let operation: Operation
  /// The words as the source writes them: of the old text for `delete`, else of the new one. A line's end is `\n`.
  public let text: String

  public init(_ operation: Operation, _ text: String) {
    (self.operation, self.text) = (operation, text)
  }
}
