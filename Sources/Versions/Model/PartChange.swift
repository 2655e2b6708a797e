// What changed outside articles: title, preamble, headings, attachments.

/// A part of an instrument that is no article, where it differs between two versions.
public struct PartChange: Sendable, Hashable {
  public enum Kind: String, Sendable { case title, preamble, heading, attachment }

  /// A part as one version has it.
  public struct Part: Sendable, Hashable {
    /// The eId of the provision; empty for the title.
    public let eId: String
    /// 第一章; empty where the part has none.
    public let label: String
    /// 总则, or the title itself; empty where the part has none.
    public let heading: String

    public init(eId: String, label: String, heading: String) {
      (self.eId, self.label, self.heading) = (eId, label, heading)
    }
  }

  public let kind: Kind
  /// Nil where the old version has no such part.
  public let old: Part?
  public let new: Part?
  public let operation: AlignmentOperation
  /// Of the heading; of preambles and attachments, of the text.
  public let changes: [TextChange]

  public init(
    _ kind: Kind, old: Part?, new: Part?, operation: AlignmentOperation, changes: [TextChange]
  ) {
    (self.kind, self.old, self.new, self.operation, self.changes) = (
      kind, old, new, operation, changes
    )
  }
}
