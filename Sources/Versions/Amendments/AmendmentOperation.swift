// What a decision does to an instrument, one act at a time, as its words say it.

import Citations
import HanText
import Legislation

/// What is done.
public enum AmendmentAction: String, Sendable, CaseIterable {
  /// 修改为: a provision gets a new text.
  case replace
  /// 中的“A”修改为“B”: words in a provision are exchanged.
  case substitute
  /// 增加一条、一款、一项、一章: a provision is put in.
  case insert
  /// 增加规定“B”, 末尾增加“B”, 在“A”后增加“B”: words are put in.
  case add
  /// 删去第九条: a provision is taken out.
  case delete
  /// 删去…中的“A”: words are taken out.
  case strike
  /// 改为第X条: a provision gets a new number.
  case renumber
  /// 第十条、第二十五条合并，作为第十条: provisions become one.
  case merge
  /// 第八条第三款单列一条: a part becomes a provision of its own.
  case separate
  /// 将第十条分为两条: a provision becomes several.
  case split
  /// 第三章并入第二章, 第八条移至第二章: articles go on under another heading.
  case fold
  /// 章名修改为, 名称修改为: a heading or the title is changed.
  case rename
  /// 条文顺序作相应调整: what is not named fills the numbers that are left.
  case reorder
}

/// Where words are put in: beside other words, or at an end of the provision.
public enum AmendmentPosition: String, Sendable, CaseIterable { case start, end, after, before }

/// Where words are put in, with the words they stand beside.
enum AmendmentPlace: Sendable, Hashable {
  case start, end
  case after(SourcedText)
  case before(SourcedText)
  /// 作为第二句: as the sentence of that number.
  case sentence(Int)
}

/// What of a provision is meant.
enum AmendedPart: Sendable, Hashable {
  case whole
  /// 第一自然段, 开始部分: the line before its list.
  case lead
  /// 章名, 名称, 标题
  case heading
  /// 第二句, 后两句: the first of them, counted from 1, or from the end with -1, and how many.
  case sentences(Int, count: Int)
}

/// A provision as the old version numbers it, or a run of them.
struct AmendedProvision: Sendable, Hashable {
  /// Outermost first; empty for the whole instrument.
  var path: [Address.Step]
  var through: ProvisionNumber?

  init(_ path: [Address.Step], through: ProvisionNumber? = nil) {
    (self.path, self.through) = (path, through)
  }

  /// As legal texts write it; empty for the whole instrument.
  var chinese: String {
    guard let attachment = path.first, attachment.level == .attachment else {
      return AddressSpan(Address(path: path), through: through).chinese
    }
    let number = attachment.number.map { ChineseNumeral.format($0.main) } ?? ""
    let below = AmendedProvision(Array(path.dropFirst()), through: through)
    return "附件" + number + (below.path.isEmpty ? "" : below.chinese)
  }
}

/// One act of a decision.
struct AmendmentOperation: Sendable, Hashable {
  var action: AmendmentAction
  /// What it is done to, in the numbers of the old version.
  var targets: [AmendedProvision] = []
  var part = AmendedPart.whole
  /// What it becomes, in the numbers of the new version; of a chapter that is put in, behind its own number
  /// those of its articles, where the decision says them.
  var destinations: [AmendedProvision] = []
  /// The words exchanged or taken out.
  var phrases: [SourcedText] = []
  /// The new words, a text for each line; of exchanged words, one for each phrase or one for all.
  var texts: [QuotedText] = []
  var place: AmendmentPlace?
  /// What is put in: the level of 增加一款.
  var level: Level?
  /// The point of the decision that says so: 十五、（一）.
  var point: String
  /// UTF-8 bytes of the decision.
  var range: ByteRange
}

/// New words as a decision quotes them.
struct QuotedText: Sendable, Hashable {
  /// A line each, without the marks around them.
  var lines: [SourcedText]
  /// UTF-8 bytes of the decision, marks included.
  var range: ByteRange

  /// Its lines as one text.
  var joined: SourcedText {
    Array(lines.joined(separator: [SourcedScalar(value: 0x0A, origin: .made)]))
  }
}

/// Words of a decision that ask for something this reader does not know.
struct UnreadInstruction: Sendable, Hashable {
  var point: String
  /// UTF-8 bytes of the decision.
  var range: ByteRange
}
