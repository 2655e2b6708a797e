// Duties joined to the sanctions that cite them, in texts of our own.

import Citations
import HanText
import Legislation
import Norms
import Testing

@Suite struct ConsequenceTests {
  private static let duties = """
    第一条　经营者应当建立台账。
    经营者不得涂改台账。
    第二条　经营者应当公示备案编号，不得出租编号。
    第三条　经营者可以委托他人记账。
    第四条　经营者应当履行下列义务：
    （一）应当保存票据；
    （二）不得遗失票据。
    第五条　经营者应当报告停业。
    """

  /// Each duty or prohibition as `address trigger`, with the sanctions' actions it is joined to.
  private static func joined(_ sanctions: String) -> [String] {
    let document = ParsedDocument(
      parsing: SourceText("某某管理规定\n\n" + duties + "\n" + sanctions))
    let norms = NormFinder().norms(in: document)
    let citations = CitationFinder().citations(in: document)
    return Consequences(norms, citations, in: document).links.map { link in
      let norm = norms[link.norm]
      return document.tree.eId(of: norm.node) + " " + document.text(in: norm.trigger) + " → "
        + document.text(in: norms[link.sanction].action)
    }
  }

  @Test(arguments: [
    // An article: all its norms but permissions.
    (
      "第六条　违反本规定第二条规定的，处一千元以下罚款。",
      ["art_2__para_1 应当 → 处一千元以下罚款", "art_2__para_1 不得 → 处一千元以下罚款"]
    ),
    ("第六条　违反本规定第三条规定的，给予警告。", []),
    // A paragraph and no more.
    ("第六条　违反本规定第一条第二款规定的，给予警告。", ["art_1__para_2 不得 → 给予警告"]),
    // An item.
    (
      "第六条　违反本规定第四条第二项规定的，给予警告。",
      ["art_4__para_1__item_2 不得 → 给予警告"]
    ),
    // A list of provisions.
    (
      "第六条　违反本规定第一条第一款、第五条规定的，责令改正。",
      ["art_1__para_1 应当 → 责令改正", "art_5__para_1 应当 → 责令改正"]
    ),
    // A run of articles.
    (
      "第六条　违反本规定第三条至第五条规定的，责令改正。",
      [
        "art_4__para_1 应当 → 责令改正", "art_4__para_1__item_1 应当 → 责令改正",
        "art_4__para_1__item_2 不得 → 责令改正", "art_5__para_1 应当 → 责令改正",
      ]
    ),
    // What goes on about the same breach.
    (
      "第六条　违反本规定第五条规定的，责令改正；情节严重的，吊销营业执照。",
      ["art_5__para_1 应当 → 责令改正", "art_5__para_1 应当 → 吊销营业执照"]
    ),
    // Another paragraph is another breach.
    (
      "第六条　违反本规定第五条规定的，责令改正。\n未按期年检的，处五百元罚款。",
      ["art_5__para_1 应当 → 责令改正"]
    ),
    // The items of a list.
    (
      "第六条　有下列行为之一的，由县级人民政府处五百元以下罚款：\n（一）违反本规定第五条规定，不报告的；\n（二）拒绝检查的。",
      ["art_5__para_1 应当 → 处五百元以下罚款"]
    ),
    // 前条 and 前款 are citations too.
    ("第六条　违反前条规定的，给予警告。", ["art_5__para_1 应当 → 给予警告"]),
    (
      "第六条　经营者应当配合检查。\n违反前款规定的，给予警告。",
      ["art_6__para_1 应当 → 给予警告"]
    ),
    // What a sanction is imposed by is no breach.
    ("第六条　未经备案的，依照本规定第五条处罚。", []),
    // Those who watch over the party punished have broken nothing.
    (
      "第六条　经营者应当申请换证。海事机构应当十日内答复。\n第七条　违反第六条规定的，由海事机构给予警告。",
      ["art_6__para_1 应当 → 给予警告"]
    ),
    (
      "第六条　经营者应当申请换证。有关部门应当十日内答复。\n第七条　经营者违反第六条规定的，由海事机构给予警告。",
      ["art_6__para_1 应当 → 给予警告"]
    ),
    // Who is punished is not said: either may be.
    (
      "第六条　经营者应当申请换证。有关部门应当十日内答复。\n第七条　违反第六条规定的，由海事机构给予警告。",
      ["art_6__para_1 应当 → 给予警告", "art_6__para_1 应当 → 给予警告"]
    ),
    // The whole text, and another text, name no provision of this one.
    ("第六条　违反本规定的，给予警告。", []),
    ("第六条　违反《别的规定》第一条规定的，给予警告。", []),
  ])
  func joins(sanctions: String, expected: [String]) {
    #expect(Self.joined(sanctions) == expected)
  }

  @Test func citesByItsWords() {
    let document = ParsedDocument(
      parsing: SourceText("第一条　甲方应当报告。\n第二条　甲方违反第一条规定的，给予警告。"))
    let norms = NormFinder().norms(in: document)
    let links = Consequences(norms, CitationFinder().citations(in: document), in: document).links
    #expect(links.map { document.text(in: $0.citation) } == ["第一条"])
  }

  /// What each sanction cites beyond its own text's breaches: `role address` in the order of the text.
  private static func cited(_ sanctions: String) -> [String] {
    let document = ParsedDocument(
      parsing: SourceText("某某管理规定\n\n" + duties + "\n" + sanctions))
    let norms = NormFinder().norms(in: document)
    let citations = CitationFinder().citations(in: document)
    return Consequences(norms, citations, in: document).cited.flatMap { cited in
      citations[cited.citation].targets.map { target in
        var law = ""
        if case .titled(let title) = target.instrument { law = title + "/" }
        return "\(document.text(in: norms[cited.sanction].action)): \(cited.role.rawValue) "
          + law + target.address.eId
      }
    }
  }

  @Test(arguments: [
    (
      "第六条　违反《灯器条例》第八条规定的，处一千元以下罚款。",
      ["处一千元以下罚款: breach 灯器条例/art_8"]
    ),
    // 违反 reaches over what is joined to it.
    (
      "第六条　违反《灯器条例》第八条、第九条第二款和《渡口条例》第三条规定的，给予警告。",
      [
        "给予警告: breach 灯器条例/art_8", "给予警告: breach 灯器条例/art_9__para_2",
        "给予警告: breach 渡口条例/art_3",
      ]
    ),
    // In front of the condition, behind the party.
    (
      "第六条　经营者违反《灯器条例》第八条规定，未保存记录的，给予警告。",
      ["给予警告: breach 灯器条例/art_8"]
    ),
    ("第六条　有《灯器条例》第八条所列行为之一的，给予警告。", ["给予警告: breach 灯器条例/art_8"]),
    (
      "第六条　违反《灯器条例》第八条规定的，责令改正；情节严重的，吊销营业执照。",
      ["责令改正: breach 灯器条例/art_8", "吊销营业执照: breach 灯器条例/art_8"]
    ),
    (
      "第六条　有下列行为之一的，处五百元以下罚款：\n（一）违反《灯器条例》第八条规定，不报告的；\n（二）拒绝检查的。",
      ["处五百元以下罚款: breach 灯器条例/art_8"]
    ),
    // Whom a text means by another's provision has broken nothing.
    ("第六条　依照《灯器条例》第八条取得许可的经营者熄灯的，给予警告。", []),
    ("第六条　《灯器条例》第八条规定的经营者熄灯的，给予警告。", []),
    ("第六条　违反《灯器条例》规定的，给予警告。", []),
    // What it is imposed under.
    (
      "第六条　未经备案的，由海事机构依照《灯器条例》第二十条的规定处罚。",
      ["处罚: basis 灯器条例/art_20"]
    ),
    (
      "第六条　未经备案的，依照《灯器条例》第二十条、第二十一条第一款的规定给予处罚。",
      ["给予处罚: basis 灯器条例/art_20", "给予处罚: basis 灯器条例/art_21__para_1"]
    ),
    ("第六条　未经备案的，依照本规定第五条的规定处罚。", ["处罚: basis art_5"]),
    ("第六条　未经备案的，依照《灯器条例》的规定处罚。", ["处罚: basis 灯器条例/"]),
    ("第六条　未经备案的，依照本规定的规定处罚。", []),
    (
      "第六条　违反本规定第五条规定的，责令改正；情节严重的，依照《灯器条例》第二十条的规定处罚。",
      ["处罚: basis 灯器条例/art_20"]
    ),
    // Both, each for what it is.
    (
      "第六条　违反《灯器条例》第八条的规定，擅自熄灯的，依照《灯器条例》第二十条的规定给予处罚。",
      ["给予处罚: breach 灯器条例/art_8", "给予处罚: basis 灯器条例/art_20"]
    ),
  ])
  func tellsCitations(sanctions: String, expected: [String]) {
    #expect(Self.cited(sanctions) == expected)
  }
}
