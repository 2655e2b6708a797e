// Where parts of articles go that change their level or their article.

import HanText
import Legislation
import Testing

@testable import LawLibrary

@Suite struct ProvisionMapTests {
  private static let old = """
    灯塔送信办法

    第一条　向灯塔送信，采用下列方式：
    （一）由信使乘船直接交给守塔人；
    （二）由过往商船的船长转交；
    （三）上述方式都不能送到的，在码头张贴告示，满三个月视为送到。

    第二条　守塔人收信后应当回执。
    回执应当写明收信的日期和时辰。
    守塔人不在的，由其家属代收，并在信封上签名。

    第三条　信使不得拆阅信件。
    信使遗失信件的，应当立即报告驿站。
    """

  private static let new = """
    灯塔送信办法

    第一条　向灯塔送信，采用下列方式：
    （一）由过往商船的船长转交；
    （二）由信使乘船直接交给守塔人。
    上述方式都不能送到的，在码头张贴告示，满六十日视为送到。

    第二条　守塔人收信后应当回执。
    回执应当写明收信的日期和时辰。

    第三条　守塔人不在的，由其家属代收，并在信封上签名。

    第四条　信使遗失信件的，应当立即报告驿站。
    信使不得拆阅信件。
    """

  /// Old address and new.
  @Test(arguments: [
    ("第一条", "art_1"), ("第一条第一款第（一）项", "art_1__para_1__item_2"),
    ("第一条第一款第（二）项", "art_1__para_1__item_1"), ("第一条第一款第（三）项", "art_1__para_2"),
    ("第二条第二款", "art_2__para_2"), ("第二条第三款", "art_3__para_1"), ("第三条第一款", "art_4__para_2"),
    ("第三条第二款", "art_4__para_1"), ("第三条", "art_4"),
  ]) func carries(_ old: String, _ new: String) throws {
    let documents = [Self.old, Self.new].map { ParsedDocument(parsing: SourceText($0)) }
    let map = ProvisionMap(old: documents[0], new: documents[1], FoldingTable())
    let node = try #require(documents[0].tree.node(at: Address(old)))
    #expect(map.carry(node, .forward).map { documents[1].tree.eId(of: $0) } == [new])
    let back = try #require(documents[1].tree.node(at: new))
    #expect(map.carry(back, .back) == [node])
  }
}
