// What counts as a citation, where it begins and ends, and what it points at: tables of sentences.

import Testing

@testable import Citations

@Suite("Citations in articles")
struct CitationTests {
  @Test(
    "Numbers, lists and runs",
    arguments: [
      ("违反本条例第三条的，责令改正。", ["本条例第三条 | internal | self a3"]),
      ("违反第三条的，责令改正。", ["第三条 | internal | self a3"]),
      ("依照本条例第三条第二款处理。", ["本条例第三条第二款 | internal | self a3 p2"]),
      ("依照本条例第二条第（三）项处理。", ["本条例第二条第（三）项 | internal | self a2 i3"]),
      ("依照本条例第二条第三项处理。", ["本条例第二条第三项 | internal | self a2 i3"]),
      ("依照本条例第二条(三)处理。", ["本条例第二条(三) | internal | self a2 i3"]),
      (
        "依照本条例第六条第四款、第五款和第七项处理。",
        ["本条例第六条第四款、第五款和第七项 | internal | self a6 p4, self a6 p5, self a6 p5 i7"]
      ),
      ("有第二条第一、二项情形的，不予登记。", ["第二条第一、二项 | internal | self a2 i1, self a2 i2"]),
      (
        "有第二条第（一）、（三）项情形的，不予登记。",
        ["第二条第（一）、（三）项 | internal | self a2 i1, self a2 i3"]
      ),
      (
        "有第二条第（一）、（二）两项情形的，不予登记。",
        ["第二条第（一）、（二）两项 | internal | self a2 i1, self a2 i2"]
      ),
      (
        "有第二条第（一）项至第（三）项情形的，不予登记。",
        ["第二条第（一）项至第（三）项 | internal | self a2 i1-3"]
      ),
      ("有第二条第（一）至（三）项情形的，不予登记。", ["第二条第（一）至（三）项 | internal | self a2 i1-3"]),
      ("有第二条第一至第三项情形的，不予登记。", ["第二条第一至第三项 | internal | self a2 i1-3"]),
      ("违反本条例第三条至第五条的，处以罚款。", ["本条例第三条至第五条 | internal | self a3-5"]),
      (
        "违反本条例第三条至第五条、第七条的，处以罚款。",
        ["本条例第三条至第五条、第七条 | internal | self a3-5, self a7"]
      ),
      ("违反本条例第三条或者第四条的，处以罚款。", ["本条例第三条或者第四条 | internal | self a3, self a4"]),
      (
        "违反本条例第三条，第四条第一款的，处以罚款。",
        ["本条例第三条，第四条第一款 | internal | self a3, self a4 p1"]
      ),
      (
        "第三条改为第四条，第一款修改。",
        ["第三条 | internal | self a3", "第四条 | internal | self a4", "第一款 | relative | self a5 p1"]
      ),
      ("违反本条例第三、四条的，处以罚款。", ["本条例第三、四条 | internal | self a3, self a4"]),
      (
        "违反本条例第12条第3款第（2）项的，处以罚款。",
        ["本条例第12条第3款第（2）项 | internal | self a12 p3 i2"]
      ),
      ("违反本条例第 三 条第 二 款的，处以罚款。", ["本条例第 三 条第 二 款 | internal | self a3 p2"]),
      ("违反本条例第四条之一第二款的，处以罚款。", ["本条例第四条之一第二款 | internal | self a4-1 p2"]),
      ("违反本条例第四条之一、之二的，处以罚款。", ["本条例第四条之一、之二 | internal | self a4-1, self a4-2"]),
      ("依照第三条之规定办理。", ["第三条 | internal | self a3"]),
      ("依照第二条第一项第二目的规定办理。", ["第二条第一项第二目 | internal | self a2 i1 t2"]),
      (
        "违反本条例第二章规定的，适用第三章。",
        ["本条例第二章 | internal | self c2", "第三章 | internal | self c3"]
      ),
      ("依照第二章第一节、第六条办理。", ["第二章第一节、第六条 | internal | self c2 s1, self a6"]),
      (
        "第三条规定的，或者第四条规定的，从其规定。",
        ["第三条 | internal | self a3", "第四条 | internal | self a4"]
      ),
      ("依照第十三条甲款办理。", ["第十三条甲款 | internal | self a13 p1"]),
    ] as [(String, [String])])
  func numbers(words: String, expected: [String]) {
    #expect(cited(inArticle: words) == expected)
  }

  @Test(
    "From where the mention stands",
    arguments: [
      ("处理者应当登记。\n前款规定的登记由中心办理。", ["前款 | relative | self a5 p1"]),
      (
        "处理者应当登记。\n登记有效期三年。\n前两款规定的事项可以公开。",
        ["前两款 | relative | self a5 p1, self a5 p2"]
      ),
      (
        "处理者应当登记。\n登记有效期三年。\n前二款规定的事项可以公开。",
        ["前二款 | relative | self a5 p1, self a5 p2"]
      ),
      (
        "处理者应当登记。\n登记有效期三年。\n续期另行申请。\n前各款不适用于个人。",
        ["前各款 | relative | self a5 p1, self a5 p2, self a5 p3"]
      ),
      (
        "处理者应当登记。\n登记有效期三年。\n实施本条前两款行为的，予以公示。",
        ["本条前两款 | relative | self a5 p1, self a5 p2"]
      ),
      (
        "处理者应当提交：\n（一）申请；\n（二）章程。\n前款第二项的章程应当公证。",
        ["前款第二项 | relative | self a5 p1 i2"]
      ),
      ("处理者应当提交：\n（一）申请；\n（二）章程。\n前款两项材料可以补交。", ["前款 | relative | self a5 p1"]),
      (
        "处理者应当提交：\n（一）申请；\n（二）章程。\n第（二）项的章程应当公证。",
        ["第（二）项 | relative | self a5 p1 i2"]
      ),
      (
        "处理者应当提交：\n（一）申请；\n（二）章程；\n（三）其他材料。\n第一项至第三项可以电子提交。",
        ["第一项至第三项 | relative | self a5 p1 i1-3"]
      ),
      ("处理者应当提交：\n（一）申请；\n（二）前项以外的材料。", ["前项 | relative | self a5 p1 i1"]),
      ("处理者应当登记。\n对第一款规定的登记，中心应当公开。", ["第一款 | relative | self a5 p1"]),
      ("处理者应当登记。\n本条第一款的登记，中心应当公开。", ["本条第一款 | relative | self a5 p1"]),
      (
        "处理者应当登记。\n登记有效期三年。\n违反本条第一款、第二款的，予以公示。",
        ["本条第一款、第二款 | relative | self a5 p1, self a5 p2"]
      ),
      ("本条所称数据，是指信息的记录。", ["本条 | relative | self a5"]),
      ("处理者应当登记。\n本款规定适用于个人。", ["本款 | relative | self a5 p2"]),
      ("依照前条的规定办理。", ["前条 | relative | self a4"]),
      ("依照前两条的规定办理。", ["前两条 | relative | self a3, self a4"]),
      ("依照前条第二款的规定办理。", ["前条第二款 | relative | self a4 p2"]),
      ("违反本章规定的，处以罚款。", ["本章 | internal | self c2"]),
      ("违反本节规定的，处以罚款。", ["本节 | internal | self c2 s1"]),
      ("违反本章第二节规定的，处以罚款。", ["本章第二节 | internal | self c2 s2"]),
      ("违反本章第一节至第二节规定的，处以罚款。", ["本章第一节至第二节 | internal | self c2 s1-2"]),
      ("违反本章第三条的，处以罚款。", ["本章第三条 | internal | self a3"]),
      (
        "违反第三条第一款规定的，依照该条第二款处罚。",
        ["第三条第一款 | internal | self a3 p1", "该条第二款 | relative | self a3 p2"]
      ),
      (
        "适用民法典第一百八十八条；同条第二款的期间不适用中断。",
        [
          "民法典第一百八十八条 | external | 中华人民共和国民法典 a188",
          "同条第二款 | relative | 中华人民共和国民法典 a188 p2",
        ]
      ),
      ("明知他人从事前款以外的活动的，不予处罚。", ["前款 | relative | "]),
      ("目前条件不具备的，前款项另行支付。", []),
    ] as [(String, [String])])
  func relative(words: String, expected: [String]) {
    #expect(cited(inArticle: words) == expected)
  }

  @Test(
    "This instrument as a whole",
    arguments: [
      ("违反本条例规定的，责令改正。", ["本条例 | self | self"]),
      ("违反本条例，情节严重的，处以罚款。", ["本条例 | self | self"]),
      ("依照本条例取得登记的，应当公示。", ["本条例 | self | self"]),
      ("参照本条例执行。", ["本条例 | self | self"]),
      ("不适用本条例。", ["本条例 | self | self"]),
      ("应当遵守本条例。", ["本条例 | self | self"]),
      ("具备本条例规定条件的，予以登记。", ["本条例 | self | self"]),
      ("本条例没有规定的，从其规定。", ["本条例 | self | self"]),
      ("本条例另有规定的除外。", ["本条例 | self | self"]),
      ("在本条例的处罚幅度内确定数额。", ["本条例 | self | self"]),
      ("依照有关法律、行政法规和本条例执行。", ["本条例 | self | self"]),
      ("除遵守本条例的有关规定外，还应当备案。", ["本条例 | self | self | open"]),
      ("依照本条例对销售者的处罚规定处罚。", ["本条例 | self | self | open"]),
      ("为了规范活动，制定本条例。", []),
      ("本条例所称数据，是指信息的记录。", []),
      ("本条例自2024年5月1日起施行。", []),
      ("本条例由数据局负责解释。", []),
      ("本条例适用于云图市。", []),
      ("本条例施行前已经登记的，应当补正。", []),
      ("与本条例不一致的，以本条例为准。", []),
      ("执行本条例所需的文书由数据局制定。", []),
      ("负责本条例的组织实施。", []),
      ("基本条件由数据局规定，本法院不予受理。", []),
    ] as [(String, [String])])
  func itself(words: String, expected: [String]) {
    #expect(cited(inArticle: words) == expected)
  }

  @Test(
    "Other instruments",
    arguments: [
      ("依照《云图市信用管理办法》处理。", ["《云图市信用管理办法》 | external | 云图市信用管理办法"]),
      ("依照《数据安全法》第二十七条处理。", ["《数据安全法》第二十七条 | external | 中华人民共和国数据安全法 a27"]),
      ("依照数据安全法第二十七条处理。", ["数据安全法第二十七条 | external | 中华人民共和国数据安全法 a27"]),
      ("依照中华人民共和国数据安全法处理。", ["中华人民共和国数据安全法 | external | 中华人民共和国数据安全法"]),
      ("适用民法典1165条。", ["民法典1165条 | external | 中华人民共和国民法典 a1165"]),
      ("依照刑法第一百二十条之一处罚。", ["刑法第一百二十条之一 | external | 中华人民共和国刑法 a120-1"]),
      (
        "依照刑法分则第三章第二节、第一百九十条处罚。",
        ["刑法分则第三章第二节、第一百九十条 | external | 中华人民共和国刑法 P2 c3 s2, 中华人民共和国刑法 a190"]
      ),
      ("依照民法典第七编第四章处理。", ["民法典第七编第四章 | external | 中华人民共和国民法典 P7 c4"]),
      ("宪法序言第七自然段规定了任务。", ["宪法序言第七自然段 | external | 中华人民共和国宪法 preamble p7"]),
      ("遵守宪法和法律。", ["宪法 | external | 中华人民共和国宪法"]),
      ("应当进行宪法宣誓。", []),
      ("依照刑法有关规定追究责任。", ["刑法 | external | 中华人民共和国刑法 | open"]),
      (
        "依照《数据安全法》、《网络安全法》的有关规定处理。",
        [
          "《数据安全法》 | external | 中华人民共和国数据安全法 | open",
          "《网络安全法》 | external | 中华人民共和国网络安全法 | open",
        ]
      ),
      (
        "依照《数据安全法》以及其他法律法规的有关规定处理。",
        ["《数据安全法》 | external | 中华人民共和国数据安全法 | open"]
      ),
      ("依照《数据安全法》等法律处理。", ["《数据安全法》 | external | 中华人民共和国数据安全法"]),
      (
        "依照本条例和《数据安全法》的规定处理。",
        ["本条例 | self | self", "《数据安全法》 | external | 中华人民共和国数据安全法"]
      ),
      ("民法典施行前成立的合同，适用当时的规定。", ["民法典 | external | 中华人民共和国民法典"]),
      (
        "依照劳动合同法实施条例第五条处理。",
        ["劳动合同法实施条例第五条 | external | 中华人民共和国劳动合同法实施条例 a5"]
      ),
      ("依照网络安全法实施条例处理。", ["网络安全法实施条例 | external | 网络安全法实施条例"]),
      ("依照民诉法第五十八条起诉。", ["民诉法第五十八条 | external | 中华人民共和国民事诉讼法 a58"]),
      (
        "依照民诉法解释第九十条举证。",
        ["民诉法解释第九十条 | external | 最高人民法院关于适用《中华人民共和国民事诉讼法》的解释 a90"]
      ),
      (
        "依照《数据安全法》（2021年公布）第二十七条处理。",
        ["《数据安全法》（2021年公布）第二十七条 | external | 中华人民共和国数据安全法 a27"]
      ),
      (
        "最高人民法院《关于审理云图案件的解释》第三条已有规定。",
        ["《关于审理云图案件的解释》第三条 | external | 最高人民法院关于审理云图案件的解释 a3"]
      ),
      (
        "违反云图省数据促进办法第五条的，依照其规定。",
        ["云图省数据促进办法第五条 | external | 云图省数据促进办法 a5"]
      ),
      (
        "属于《云图市目录办法》附件第四类第（一）项的数据，依照前述办法第三条处理。",
        ["《云图市目录办法》 | external | 云图市目录办法", "第三条 | internal | self a3"]
      ),
      ("凭《数据经营许可证》办理，并在《云图日报》公告。", []),
      ("填写《登记申请表》，依照本条例所附《收费目录》缴费。", ["本条例 | self | self"]),
      ("公司法定代表人应当到场，保险法人机构应当备案。", []),
      ("有关法律、行政法规和国家有关规定另有要求的，从其规定。", []),
      ("依照〈数据安全法〉第二十七条处理。", ["〈数据安全法〉第二十七条 | external | 中华人民共和国数据安全法 a27"]),
      (
        "依照《关于修改〈云图办法〉的决定》办理。",
        ["《关于修改〈云图办法〉的决定》 | external | 关于修改《云图办法》的决定"]
      ),
    ] as [(String, [String])])
  func others(words: String, expected: [String]) {
    #expect(cited(inArticle: words) == expected)
  }

  @Test(
    "Names a text gives",
    arguments: [
      (
        "依照《云图市信用管理办法》（以下简称《办法》）评价。\n评价结果依照《办法》第九条公开。",
        [
          "《云图市信用管理办法》 | external | 云图市信用管理办法",
          "《办法》第九条 | external | 云图市信用管理办法 a9",
        ]
      ),
      (
        "依照《云图市信用管理办法》（以下简称信用办法）评价。\n评价结果依照信用办法第九条公开。",
        [
          "《云图市信用管理办法》 | external | 云图市信用管理办法",
          "信用办法第九条 | external | 云图市信用管理办法 a9",
        ]
      ),
      (
        "依照《云图市信用管理办法》(下称“信用办法”)评价，并遵守信用办法。",
        ["《云图市信用管理办法》 | external | 云图市信用管理办法", "信用办法 | external | 云图市信用管理办法"]
      ),
      (
        "依照《云图市信用管理办法》评价。\n《办法》第九条另有规定的除外。",
        [
          "《云图市信用管理办法》 | external | 云图市信用管理办法",
          "《办法》第九条 | external | 云图市信用管理办法 a9",
        ]
      ),
      (
        "依照《云图市信用管理办法》（以下简称《办法》）和国家有关办法评价。",
        ["《云图市信用管理办法》 | external | 云图市信用管理办法"]
      ),
    ] as [(String, [String])])
  func abbreviations(words: String, expected: [String]) {
    #expect(cited(inArticle: words) == expected)
  }

  @Test(
    "Bare 款 and 项 of the article cited before",
    arguments: [
      (
        "违反本条例第二条规定的，按照下列规定处罚：\n（一）违反第一项、第三项的，警告。",
        [
          "本条例第二条 | internal | self a2",
          "第一项、第三项 | relative | self a2 p1 i1, self a2 p1 i3",
        ]
      ),
      (
        "违反本条例第二条规定的，按照下列规定处罚：\n（一）违反第一项的，警告；\n（二）违反第二项的，罚款。",
        [
          "本条例第二条 | internal | self a2", "第一项 | relative | self a2 p1 i1",
          "第二项 | relative | self a2 p1 i2",
        ]
      ),
      (
        "除第二条规定的数据外，应当提交：\n（一）申请；\n（二）第一项的附件。",
        ["第二条 | internal | self a2", "第一项 | relative | self a5 p1 i1"]
      ),
      (
        "违反第二条第三项的，警告；违反本条第二项的，罚款。",
        ["第二条第三项 | internal | self a2 i3", "本条第二项 | relative | self a2 p1 i2"]
      ),
      (
        "数据安全法第二十条第（一）项是指登记；第（二）项是指备案。",
        [
          "数据安全法第二十条第（一）项 | external | 中华人民共和国数据安全法 a20 i1",
          "第（二）项 | relative | 中华人民共和国数据安全法 a20 i2",
        ]
      ),
    ] as [(String, [String])])
  func antecedents(words: String, expected: [String]) {
    #expect(cited(inArticle: words) == expected)
  }

  @Test("A number beyond the text's own is of the instrument last named")
  func beyondOwn() {
    #expect(
      cited(inArticle: "民法典第一百九十条的期间届满后，再次出现第一百九十五条情形的，不予支持。") == [
        "民法典第一百九十条 | external | 中华人民共和国民法典 a190",
        "第一百九十五条 | external | 中华人民共和国民法典 a195",
      ])
  }
}
