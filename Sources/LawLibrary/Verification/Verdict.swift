// What verifying a citation can come to, and what of it is told.

import Citations
import HanText

/// What a citation turned out to be. Only what was looked at and found is `exists`.
public enum Verdict: String, Sendable, CaseIterable {
  /// 确证: the library has the provision, and words quoted from it are its words.
  case exists
  /// 不存在: the library has the instrument, and it has no such provision.
  case missing
  /// 已废止: the instrument, or the version the text names, is no longer law on the day.
  case repealed
  /// 已重编号: the provision stands under another number now.
  case renumbered
  /// 引文不符: quoted words differ from the provision.
  case misquoted
  /// 意引: the provision is there; what is said of it is no quotation, and was not judged.
  case paraphrase
  /// 未核: not checked; the reason says why.
  case unchecked

  /// The word for people.
  public var name: String {
    switch self {
    case .exists: "确证"
    case .missing: "不存在"
    case .repealed: "已废止"
    case .renumbered: "已重编号"
    case .misquoted: "引文不符"
    case .paraphrase: "意引"
    case .unchecked: "未核"
    }
  }

  /// Whether the text has to be changed.
  public var fails: Bool { self == .missing || self == .repealed || self == .misquoted }
}

/// One piece of a quotation set against the provision.
public struct QuotationEdit: Sendable, Hashable {
  /// Where the piece is found.
  public enum Operation: String, Sendable {
    /// In both.
    case equal
    /// In the provision and not in the quotation.
    case delete
    /// In the quotation and not in the provision.
    case insert
  }

  public var operation: Operation
  /// The piece's words, of the provision where both have them.
  public var text: String
}

/// The verdict on one target of one mention.
public struct CheckedCitation: Sendable {
  /// The mention in the text that was checked.
  public var citation: Citation
  /// Its words as the source has them; where they are wrapped, with the line end.
  public var text: String
  /// Where it stands, in Unicode scalars of the source text.
  public var range: Range<Int>
  /// The line it begins in, from 1.
  public var line: Int
  /// The eId of the provision it stands in; empty outside all.
  public var provision: String
  /// Nil for a mention that points at nothing that can be told.
  public var target: CitationTarget?
  public var verdict: Verdict
  /// Why, for people; nil where the verdict says it all.
  public var reason: String?
  /// The day the verdict holds for, `YYYY-MM-DD`.
  public var day: String
  /// The title of the instrument that was looked at; nil where none was, or the text itself.
  public var instrument: String?
  /// The date of the version that was looked at, `YYYY-MM-DD`.
  public var version: String?
  /// Where the provision stands in the version of `version`, when it has another number there; the first place
  /// where it was split.
  public var now: CitationTarget?
  /// The quotation against the provision, in order, where they differ.
  public var edits: [QuotationEdit] = []
  /// Of a paraphrase, the share (0…1) of its characters that the provision has in the same order.
  public var share: Double?
}
