// Norms as tables, JSON lines and rows, and the ids that stay.

import HanText
import Legislation
import Testing

@testable import Interchange
@testable import Norms

@Suite struct NormEntryTests {
  static let text = "灯塔管理办法\n\n第一条　灯塔值守人应当在三日内记录，但是雾天除外。\n\n第二条　申请书应当写明灯塔的名称。\n"

  static func document(_ text: String = text) -> ParsedDocument {
    ParsedDocument(parsing: SourceText(text))
  }

  /// The bytes of the first occurrence of some words.
  static func range(_ words: String, in document: ParsedDocument) -> ByteRange {
    let bytes = document.source.bytes
    let start = bytes.find(Array(words.utf8), in: 0..<bytes.count) ?? 0
    return start..<start + words.utf8.count
  }

  /// A norm put together by hand out of words of the text.
  static func norm(
    in document: ParsedDocument, at eId: String, trigger: ByteRange, bearers: [String] = [],
    topic: String? = nil, action: String, exception: String? = nil, deadlines: [String] = []
  ) -> Norm {
    func range(_ words: String) -> ByteRange { Self.range(words, in: document) }
    return Norm(
      node: document.tree.node(at: eId) ?? 0, kind: .duty, trigger: trigger,
      bearers: bearers.map(range), isImplicit: false, topic: topic.map(range),
      action: range(action), condition: nil, exception: exception.map(range), authorities: [],
      measures: [],
      deadlines: deadlines.map {
        Deadline(relation: .within, length: TimeLength(3, .day), range: range($0))
      }, reasons: [Reason(.trigger, "应当")])
  }

  static func entries(_ text: String = text) -> [NormEntry] {
    let document = document(text)
    let first = range("应当在", in: document)
    let second = range("应当写", in: document)
    return document.entries(of: [
      norm(
        in: document, at: "art_1__para_1", trigger: first.lowerBound..<first.lowerBound + 6,
        bearers: ["灯塔值守人"], action: "在三日内记录", exception: "但是雾天除外", deadlines: ["三日内"]),
      norm(
        in: document, at: "art_2__para_1", trigger: second.lowerBound..<second.lowerBound + 6,
        topic: "申请书", action: "写明灯塔的名称"),
    ])
  }

  @Test func jsonLines() {
    let lines = Self.entries().map { $0.json(file: "a.md") }
    #expect(
      lines[0].hasPrefix(
        """
        {"file":"a.md","provision":"art_1__para_1","id":"\(Self.entries()[0].id)","kind":"duty",\
        "trigger":{"text":"应当","range":[17,19]},"bearers":[{"text":"灯塔值守人","range":[12,17]}],\
        "implicit":false,"topic":null,"action":{"text":"在三日内记录","range":[19,25]},"condition":null,\
        "exception":{"text":"但是雾天除外","range":[26,32]},"authority":[]
        """), "\(lines[0])")
    #expect(lines[0].contains("\"parties\":[[\"灯塔值守人\"]]"))
    #expect(
      lines[0].contains(
        "\"relation\":\"within\",\"value\":\"3日内\",\"length\":{\"count\":3,\"unit\":\"day\"}"))
    #expect(lines[1].contains("\"bearers\":[],\"implicit\":false,\"topic\":{\"text\":\"申请书\""))
    #expect(!lines[0].contains("reasons"))
    #expect(
      Self.entries()[0].json(file: "a.md", explaining: true)
        .contains("\"reasons\":[{\"field\":\"trigger\",\"rule\":\"应当\"}]"))
  }

  @Test func report() {
    let document = Self.document()
    #expect(
      document.normReport(Self.entries()) == """
        灯塔管理办法
        第一条
          义务  灯塔值守人
            应当在三日内记录
            例外：但是雾天除外
            期限：三日内
        第二条
          义务  〔申请书〕
            应当写明灯塔的名称
        2 norms: 义务 2

        """)
    #expect(
      document.normReport(Self.entries(), explaining: true)
        .contains("      id \(Self.entries()[0].id)\n      trigger   应当\n"))
    for width in [24, 40, 80] {
      for line in document.normReport(Self.entries(), width: width).split(separator: "\n") {
        #expect(line.columns <= width, "\(line)")
      }
    }
  }

  @Test func idsStay() {
    let ids = Self.entries().map(\.id)
    #expect(Set(ids).count == 2 && ids.allSatisfy { $0.utf8.count == 16 })
    for id in ids { #expect(NormIdentity.id(id).map(NormIdentity.text) == id) }
    // A line wrapped otherwise, and other articles beside it, change nothing.
    let wrapped = Self.text.replacing("三日内记录，但是", with: "三日内记录，\n但是")
    #expect(
      Self.entries(wrapped.replacing("第二条　申", with: "第三条　略。\n\n第二条　申")).map(\.id)[1] == ids[1])
    // Another title or other words in the provision do.
    #expect(Self.entries(Self.text.replacing("灯塔管理", with: "渡口管理")).map(\.id)[0] != ids[0])
    #expect(Self.entries(Self.text.replacing("雾天除外", with: "雾天除外者")).map(\.id)[0] != ids[0])
    #expect(NormIdentity.id("5") == nil && NormIdentity.id("zzzzzzzzzzzzzzzz") == nil)
  }

  @Test func filters() {
    let entries = Self.entries()
    var filter = NormFilter()
    #expect(filter.passing(entries).count == 2)
    filter.bearer = "有关灯塔值守人"
    #expect(filter.passing(entries).map(\.provision) == ["art_1__para_1"])
    filter.kinds = [.prohibition]
    #expect(filter.passing(entries).isEmpty)
    filter = NormFilter()
    filter.id = entries[1].id
    #expect(filter.passing(entries).map(\.provision) == ["art_2__para_1"])
  }

  @Test func matrix() {
    var matrix = ResponsibilityMatrix()
    let instrument = ResponsibilityMatrix.Instrument(title: "灯塔管理办法")
    matrix.append(Self.entries(), of: instrument)
    #expect(matrix.parties == ["灯塔值守人"])
    #expect(matrix.entries.map(\.party) == [0, nil])
    var asked = ResponsibilityMatrix()
    asked.append(Self.entries(), of: instrument, bearer: PartyQuestion("灯塔值守人"))
    #expect(asked.entries.map(\.phrase) == ["灯塔值守人"])
  }
}
