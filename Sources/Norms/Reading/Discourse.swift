// What a norm may take from the text in front of it: the party spoken of, a condition, an authority.

import HanText

/// What has been said in the article so far. Ranges are UTF-8 bytes of the source text.
struct Discourse {
  /// The parties that bore norms, the last one last, with their names.
  var parties: [(ranges: [ByteRange], names: [[UInt8]])] = []
  /// Who the last statement of the passage was about that made no norm, where no norm's party came after it.
  var speaker: (ranges: [ByteRange], names: [[UInt8]])?
  /// Who breaches, as the last antecedent of the passage named them.
  var violators: [ByteRange] = []
  /// The sentence that spoke of them last.
  var violation = -1
  /// The last norm of the passage, and the sentence that holds it.
  var last: (norm: Norm, sentence: Int)?
  /// The sentence that named the authorities last.
  var imposing = -1
  /// Whether the condition stands in front of its norm's subject, and so may hold for other subjects too.
  var conditionLeads = false
  /// Who imposes the sanctions of the passage.
  var authorities: [ByteRange] = []
  /// The condition of the last norm, and the sentence it stands in.
  var condition: (range: ByteRange, sentence: Int)?
  /// The first condition of that sentence.
  var firstCondition: (range: ByteRange, sentence: Int)?
  /// Whether the passage has told of a breach.
  var tellsBreach = false
  /// The norm whose list is being read.
  var lead: Lead?

  /// What the items of a list inherit from the words in front of it.
  struct Lead {
    var bearers: [ByteRange]
    var topic: ByteRange?
    var authorities: [ByteRange]
    var kind: NormKind
    var isSanction: Bool { kind == .sanction }
  }

  /// Keeps the parties of a norm. 任何单位 is nobody to come back to.
  mutating func remember(_ ranges: [ByteRange], names: [[UInt8]]) {
    guard !names.contains(where: { NormWords.anyone.word($0, ending: 0..<$0.count) != nil }) else {
      return
    }
    parties.append((ranges, names))
    if parties.count > Self.memory { parties.removeFirst() }
  }

  private static let memory = 8

  /// Forgets what holds in one passage alone.
  mutating func beginPassage() {
    speaker = nil
    violators = []
    violation = -1
    imposing = -1
    last = nil
    authorities = []
    condition = nil
    firstCondition = nil
    tellsBreach = false
  }
}
