// One document read: what it says about itself, its provisions, and what did not fit.

import HanText

/// What kind of text a document is.
public enum Genre: String, Sendable, CaseIterable {
  /// A law, regulation, rule or other normative text.
  case regulation
  /// An instrument that amends or decides, point by point.
  case decision
  /// A judicial interpretation or reply.
  case interpretation
  /// An article, explanation or press answer about a text.
  case commentary
  /// A court case.
  case `case`
  case unknown
}

/// One thing that happened to an instrument.
public struct HistoryEvent: Sendable, Hashable {
  public let date: CalendarDate
  /// 公布, 通过, 修订, 修正, 施行, 废止 …; empty where the text names none.
  public let event: String
  /// The words of the source, for people.
  public let text: String
  /// Where they stand, in UTF-8 bytes.
  public let range: ByteRange
}

/// A text that another one says is no longer in force.
public struct Repeal: Sendable, Hashable {
  /// The title between 《 and 》.
  public let title: String
  /// From when; nil where the text gives no day.
  public let date: CalendarDate?
  /// Where the title stands, in UTF-8 bytes.
  public let range: ByteRange
}

/// What a document says about itself.
public struct Metadata: Sendable {
  /// For people: lines joined, outer white space gone.
  public var title = ""
  /// The line or lines of the title.
  public var titleRange: ByteRange = 0..<0
  public var genre = Genre.unknown
  public var issuers: [String] = []
  /// 第12号, 法释〔2022〕15号
  public var number: String?
  public var history: [HistoryEvent] = []
  /// The day it was first adopted (通过).
  public var adopted: CalendarDate?
  /// The day this version was made public; of a commentary, when it appeared.
  public var published: CalendarDate?
  /// The day it takes effect (自…起施行).
  public var effective: CalendarDate?
  /// Who wrote a commentary.
  public var authors: [String] = []
  /// What the text repeals (…同时废止).
  public var repeals: [Repeal] = []

  public init() {}
}

/// A document parsed: metadata, provisions, warnings. All ranges point into `source`.
public struct ParsedDocument: Sendable {
  public let source: SourceText
  public let metadata: Metadata
  public let tree: ProvisionTree
  public let warnings: [ParseWarning]
  /// The stretches of text that provisions are made of, in order.
  let stretches: [TextStretch]
}
