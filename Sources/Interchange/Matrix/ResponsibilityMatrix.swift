// Who answers for what, and where it is written: the plain data that the matrix writers share.

import Norms

/// Parties, instruments, and the norms in which the one answers to the other.
///
///     var matrix = ResponsibilityMatrix()
///     let party = matrix.party("灯塔值守人")
///     let law = matrix.instrument(.init(title: "灯塔管理办法", version: "2024-05-01", status: "现行有效"))
///     matrix.append(.init(
///       party: party, phrase: "值守人", instrument: law, kind: .duty, label: "第三条",
///       eId: "art_3", trigger: "应当", action: "记录灯光中断的时间", id: "5e0c…"))
///     print(matrix.markdown)
///
/// The same matrix always gives the same output: nothing of the day or the machine gets into it.
public struct ResponsibilityMatrix: Sendable {
  /// A text that binds the parties, in one version.
  public struct Instrument: Sendable, Hashable {
    /// Without 《》.
    public var title: String
    /// The day of the version, `YYYY-MM-DD`; empty where it has none.
    public var version: String
    /// 现行有效; empty where nothing is known.
    public var status: String

    public init(title: String, version: String = "", status: String = "") {
      self.title = title
      self.version = version
      self.status = status
    }
  }

  /// What follows a breach, or what a norm of kind sanction imposes.
  public struct Consequence: Sendable, Hashable {
    /// 责令改正，处一万元以上十万元以下罚款
    public var measures: String
    /// Who imposes it; empty where the text names nobody.
    public var authority: String
    /// 第三十条, with the title where it is another instrument's; empty for a norm's own measures.
    public var place: String
    /// The fine in yuan, where it is a sum; nil for an end that is open or reckoned otherwise.
    public var leastFine: Int?
    public var mostFine: Int?

    public init(
      measures: String, authority: String = "", place: String = "", leastFine: Int? = nil,
      mostFine: Int? = nil
    ) {
      self.measures = measures
      self.authority = authority
      self.place = place
      self.leastFine = leastFine
      self.mostFine = mostFine
    }
  }

  /// One norm as it binds one party. A norm with two bearers is two entries with one id.
  public struct Entry: Sendable, Hashable {
    /// Index of the party; nil where the text names none.
    public var party: Int?
    /// What the text calls the party there: 其, 提供者.
    public var phrase: String
    /// Index of the instrument.
    public var instrument: Int
    public var kind: NormKind
    /// 第十九条第一款; empty where the provision has no name.
    public var label: String
    /// `art_19__para_1`
    public var eId: String
    /// 应当, 不得, 责令
    public var trigger: String
    /// The thing that is the grammatical subject, where there is one.
    public var topic: String?
    /// What is asked, from after the trigger; of a sanction, from its first verb.
    public var action: String
    public var condition: String?
    public var exception: String?
    /// 十五个工作日内
    public var deadlines: [String]
    public var consequences: [Consequence]
    /// Stays when the same text is indexed again. One that has a letter other than `e` in front is safe
    /// from spreadsheets, which take `12e45` for a number.
    public var id: String

    public init(
      party: Int?, phrase: String, instrument: Int, kind: NormKind, label: String, eId: String,
      trigger: String, topic: String? = nil, action: String, condition: String? = nil,
      exception: String? = nil, deadlines: [String] = [], consequences: [Consequence] = [],
      id: String
    ) {
      self.party = party
      self.phrase = phrase
      self.instrument = instrument
      self.kind = kind
      self.label = label
      self.eId = eId
      self.trigger = trigger
      self.topic = topic
      self.action = action
      self.condition = condition
      self.exception = exception
      self.deadlines = deadlines
      self.consequences = consequences
      self.id = id
    }
  }

  /// The heading of what is written.
  public var title: String
  /// What the reader should know of its making, such as the day it holds for; may be empty.
  public var note: String
  /// The names of the parties, in the order they were met.
  public private(set) var parties: [String] = []
  /// In the order they were met.
  public private(set) var instruments: [Instrument] = []
  /// In the order they were added.
  public private(set) var entries: [Entry] = []
  private var partyNumbers: [String: Int] = [:]
  private var instrumentNumbers: [Instrument: Int] = [:]

  public init(title: String = "责任矩阵", note: String = "") {
    self.title = title
    self.note = note
  }

  /// The index of a party, which is added where it is new.
  public mutating func party(_ name: String) -> Int {
    if let number = partyNumbers[name] { return number }
    partyNumbers[name] = parties.count
    parties.append(name)
    return parties.count - 1
  }

  /// The index of an instrument, which is added where it is new.
  public mutating func instrument(_ instrument: Instrument) -> Int {
    if let number = instrumentNumbers[instrument] { return number }
    instrumentNumbers[instrument] = instruments.count
    instruments.append(instrument)
    return instruments.count - 1
  }

  /// Adds an entry. Its indices must be ones that this matrix gave.
  public mutating func append(_ entry: Entry) {
    precondition(instruments.indices.contains(entry.instrument), "no such instrument")
    precondition(entry.party.map(parties.indices.contains) ?? true, "no such party")
    entries.append(entry)
  }
}
