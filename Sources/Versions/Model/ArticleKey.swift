// What an article is called inside one version.

import Legislation

/// The key of an article in its version: `12`, `133-1` for 第一百三十三条之一.
///
/// Texts without articles are compared by their points or paragraphs; those, and the articles of an
/// attachment, keep their eId: `point_3`, `att_1__art_2`.
public struct ArticleKey: Sendable, Hashable, CustomStringConvertible {
  /// The eId of the provision (see `ProvisionTree.eId(of:)`).
  public let eId: String

  public init(eId: String) { self.eId = eId }

  /// The key of an article outside attachments.
  public init(article number: ProvisionNumber) { eId = "art_\(number)" }

  /// As alignments write it: the number alone for an article outside attachments.
  public var description: String { eId.hasPrefix("art_") ? String(eId.dropFirst(4)) : eId }

  /// As legal texts write it: 第一百三十三条之一.
  public var chinese: String { Address(eId).chinese }
}
