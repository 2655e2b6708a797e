// A library's register: whose norms a question means, from which texts, and who bears how many.

import Foundation
import LawLibrary
import Norms
import Testing

@Suite struct RegisterTests {
  static let lamp = """
    # 灯标服务管理办法

    2020年1月10日 国务院令第3号公布

    2020年3月1日 施行

    <!-- INFO END -->

    第一条 灯标服务提供者（以下简称服务提供者）应当登记。

    第二条 服务提供者不得熄灯。

    第三条 县级以上人民政府及其有关部门应当巡查。

    第四条 有关灯标服务提供者可以申请补贴。

    """
  static let ferry = """
    # 雾港市渡口条例

    2021年2月1日 雾港市人民代表大会常务委员会公告第1号公布

    2021年3月1日 施行

    <!-- INFO END -->

    第一条 市人民政府应当设置渡口。

    第二条 具有引航能力的灯标服务提供者应当**公布**航班。

    第三条 服务提供者应当清扫渡口。

    第四条 违反本条例规定，渡口经营人拒不停航的，由市交通运输部门处一万元以上三万元以下罚款。

    """
  static let pending = """
    # 灯标价格办法

    2024年2月1日 国务院令第9号公布

    2030年3月1日 施行

    <!-- INFO END -->

    第一条 灯标服务提供者应当公布价格。

    """

  private static func shelf(_ texts: [String: String]) throws -> Library {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in texts {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try Library(path: VerificationShelf.library(of: [folder.path]))
  }

  private static let texts = ["lamp.md": lamp, "ferry.md": ferry, "pending.md": pending]

  /// 题名 eId for each norm that a bearer has.
  private func places(
    _ library: Library, _ bearer: String?, on day: String = "2026-06-01", law: String? = nil,
    kinds: Set<NormKind> = []
  ) throws -> [String] {
    var request = RegisterRequest(asOf: day)
    request.bearer = bearer
    request.law = law
    request.kinds = kinds
    return try library.duties(of: request).versions.flatMap { version in
      version.norms.map { "\(version.title.prefix(2)) \($0.norm.provision.prefix(5))" }
    }
  }

  @Test func partiesAnswerByNearNames() throws {
    let library = try Self.shelf(Self.texts)
    let provider = ["灯标 art_1", "灯标 art_2", "灯标 art_4", "雾港 art_2"]
    #expect(try places(library, "灯标服务提供者") == provider)
    #expect(try places(library, "有关灯标服务提供者") == provider)
    // The phrase itself, whatever it is short for.
    #expect(
      try places(library, "服务提供者") == ["灯标 art_2", "雾港 art_3"])
    #expect(try places(library, "各级人民政府") == ["灯标 art_3", "雾港 art_1"])
    #expect(try places(library, "市人民政府") == ["雾港 art_1"])
    #expect(try places(library, "县级以上人民政府有关部门") == ["灯标 art_3"])
    #expect(try places(library, "有关部门") == ["灯标 art_3"])
    #expect(try places(library, "灯标服务提供者", kinds: [.prohibition]) == ["灯标 art_2"])
    #expect(try places(library, "灯标服务提供者", law: "渡口") == ["雾港 art_2"])
  }

  @Test func onlyWhatIsInForceBinds() throws {
    let library = try Self.shelf(Self.texts)
    var request = RegisterRequest(asOf: "2026-06-01")
    request.bearer = "灯标服务提供者"
    #expect(try library.duties(of: request).leftOut == 1)
    #expect(try places(library, "灯标服务提供者", on: "2031-01-01").contains("灯标 art_1"))
    #expect(try places(library, "灯标服务提供者", law: "灯标价格办法") == ["灯标 art_1"])
    #expect(try places(library, nil, law: "灯标价格办法") == ["灯标 art_1"])
  }

  @Test func wordsAreThoseOfTheText() throws {
    let library = try Self.shelf(Self.texts)
    var request = RegisterRequest(asOf: "2026-06-01")
    request.law = "渡口条例"
    let norms = try library.duties(of: request).versions[0].norms
    // Marks of emphasis are no words, in a library as in a file.
    #expect(norms[1].norm.action.text == "公布航班")
    #expect(norms[1].text == "具有引航能力的灯标服务提供者应当公布航班。")
    let fine = try #require(norms.last?.norm)
    #expect(fine.kind == .sanction && fine.authorities.map(\.text) == ["市交通运输部门"])
    #expect(fine.measures.map(\.value) == ["10000–30000 元"])
    #expect(norms.last?.text.hasPrefix("违反本条例规定") == true)
    #expect(norms.last?.norm.label == "第四条")
    request.id = norms[0].norm.id
    #expect(try library.duties(of: request).norms.map(\.provision) == ["art_1__para_1"])
  }

  @Test func idsStayWhenReadAgain() throws {
    func ids(_ library: Library) throws -> [String] {
      var request = RegisterRequest(asOf: "2026-06-01")
      request.law = "灯标服务管理办法"
      return try library.duties(of: request).norms.map(\.id)
    }
    let first = try ids(Self.shelf(Self.texts))
    #expect(!first.isEmpty && Set(first).count == first.count)
    #expect(try ids(Self.shelf(["other.md": Self.lamp])) == first)
  }

  @Test func nothingNamesWhatComesNear() throws {
    let library = try Self.shelf(Self.texts)
    let error = #expect(throws: LibraryError.self) { try self.places(library, "灯标提供者") }
    #expect(error.map { "\($0)" }?.contains("near: 灯标服务提供者") == true)
    #expect(throws: LibraryError.self) { try self.places(library, "海鸥") }
    #expect(throws: LibraryError.self) { try self.places(library, nil, law: "海鸥") }
  }

  @Test func partiesAreCountedOnce() throws {
    let library = try Self.shelf(Self.texts)
    let parties = try library.parties(PartyRequest(asOf: "2026-06-01"))
    let provider = try #require(parties.first { $0.name == "灯标服务提供者" })
    #expect(provider.norms == 4 && provider.instruments == 2 && provider.parent == nil)
    #expect(provider.counts == [.duty: 2, .prohibition: 1, .permission: 1])
    #expect(
      Set(provider.phrases.map(\.text)) == [
        "灯标服务提供者（以下简称服务提供者）", "服务提供者", "有关灯标服务提供者", "具有引航能力的灯标服务提供者",
      ])
    let governments = try #require(parties.first { $0.name == "各级人民政府" })
    #expect(governments.norms == 2 && governments.instruments == 2 && governments.phrases.isEmpty)
    #expect(parties.first { $0.name == "市人民政府" }?.parent == "各级人民政府")
    var request = PartyRequest(asOf: "2026-06-01")
    request.law = "渡口"
    request.kinds = [.sanction]
    #expect(try library.parties(request).map(\.name) == ["渡口经营人"])
  }
}
