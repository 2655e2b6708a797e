// What a text says a cited provision says.

import HanText

/// The words that go with a mention: quoted from the provision, or said of it.
struct Claim {
  /// Words between quotation marks.
  struct Quotation {
    /// UTF-8 bytes of the source, without the marks.
    var range: ByteRange
    /// Whether the words name a rule (“通知—删除”规则), which the provision need not do.
    var isLabel = false
  }

  var quotations: [Quotation] = []
  /// What is said of the provision without quoting it, in UTF-8 bytes of the source.
  var statement: ByteRange?
  /// The quotations inside the statement, without their marks.
  var embedded: [ByteRange] = []
}
