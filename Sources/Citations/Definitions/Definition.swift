// A term and what it means in its text: what the definition finder finds.

import HanText
import Legislation

/// How a text gives a term its meaning.
public enum DefinitionForm: String, Sendable, CaseIterable {
  /// 本法所称网络，是指…
  case meaning
  /// 本法所称“以上”，包括本数。
  case inclusion
  /// 国家互联网信息办公室（以下简称国家网信办）
  case abbreviation
  /// 收款人或者付款人（以下统称用户）
  case collective
}

/// A term defined in a document. Ranges are UTF-8 bytes of its source text.
public struct Definition: Sendable, Hashable {
  /// The term, without the quotation marks or 《》 around it.
  public let term: ByteRange
  /// What it is said to mean or to hold; of an abbreviation, the words it stands for.
  public let definition: ByteRange
  public let form: DefinitionForm
  /// The provision it holds in, an index of the document's tree; nil where it holds in the whole text.
  public let scopeNode: Int?
  /// Where its uses count: the scope, of an abbreviation only from where it stands.
  public let scope: ByteRange
  /// The innermost provision it stands in, an index of the document's tree.
  public let node: Int
}
