// One row a pattern: a small text of ours and the tree it is.

import HanText
import Legislation
import Testing

@Suite struct StructureTests {
  static let cases: [(name: String, text: String, tree: String)] = [
    (
      "an amending decision: points, their items, the closing sentence",
      """
      碧海市人民代表大会常务委员会关于修改《碧海市算法备案条例》的决定
      碧海市人民代表大会常务委员会决定对《碧海市算法备案条例》作如下修改：
      一、将第三条修改为：“备案每年更新一次。
      “更新不收费。”
      二、对部分条文作如下修改：
      （一）删去第四条。
      （二）将第五条中的“市长”改为“市人民政府”。
      本决定自2032年1月1日起施行。
      """,
      """
      preamble
        preamble__para_1 碧海市人民代表大会常务委员会决定对《碧海市算法备案条例》作如下修改：
      point_1
        point_1__para_1 将第三条修改为：“备案每年更新一次。
        point_1__para_2 “更新不收费。”
      point_2
        point_2__para_1 对部分条文作如下修改：
        point_2__item_1 删去第四条。
        point_2__item_2 将第五条中的“市长”改为“市人民政府”。
      para_1 本决定自2032年1月1日起施行。
      """
    ),
    (
      "a decision whose lines begin with the article they amend",
      """
      碧海市人民代表大会常务委员会关于修改《碧海市算法备案条例》的决定
      碧海市人民代表大会常务委员会决定对《碧海市算法备案条例》作如下修改：
      一、将第八条第三款单列一条，作为第二十条。
      第八条增加一款，作为第三款：“备案结果应当公开。”
      二、删去第九条。
      """,
      """
      preamble
        preamble__para_1 碧海市人民代表大会常务委员会决定对《碧海市算法备案条例》作如下修改：
      point_1
        point_1__para_1 将第八条第三款单列一条，作为第二十条。
        point_1__para_2 第八条增加一款，作为第三款：“备案结果应当公开。”
      point_2
        point_2__para_1 删去第九条。
      """
    ),
    (
      "an order before the text, an attachment and a signature after it",
      """
      碧海市人民政府
      令
      第7号
      《碧海市标识办法》已经市人民政府通过，现予公布，自2032年1月1日起施行。
      市长 林舟
      2031年12月1日
      碧海市标识办法
      第一条 合成内容应当标识。
      附件1
      标识式样
      一、文字标识。
      第一条 式样另定。
      """,
      """
      signature 碧海市人民政府⏎令⏎第7号⏎《碧海市标识办法》已经市人民政府通过，现予公布，自2032年1月1日起施行。⏎市长 林舟⏎2031年12月1日
      art_1
        art_1__para_1 合成内容应当标识。
      att_1 标识式样
        att_1__point_1
          att_1__point_1__para_1 文字标识。
        att_1__art_1
          att_1__art_1__para_1 式样另定。
      """
    ),
    (
      "names and date under the text",
      """
      关于合成音频标识的批复
      碧海市中级人民法院：
      你院的请示收悉。经研究，答复如下：
      合成音频应当标识。
      此复。
      东陵省高级人民法院
      2031年6月5日
      """,
      """
      para_1 碧海市中级人民法院：
      para_2 你院的请示收悉。经研究，答复如下：
      para_3 合成音频应当标识。
      para_4 此复。
      signature 东陵省高级人民法院⏎2031年6月5日
      """
    ),
    (
      "headings 一、 above articles",
      """
      最高法院关于算法纠纷的解释
      一、管辖
      第一条 由被告住所地法院管辖。
      二、附则
      第二条 本解释自公布之日起施行。
      """,
      """
      hdg_1 管辖
        art_1
          art_1__para_1 由被告住所地法院管辖。
      hdg_2 附则
        art_2
          art_2__para_1 本解释自公布之日起施行。
      """
    ),
    (
      "parts, subparts, inserted articles",
      """
      碧海法典
      第一编 总则
      第一章 通则
      第一条 甲。
      第二编 合同
      第一分编 通则
      第一章 订立
      第二条 乙。
      第二条之一 丙。
      第三条 丁。
      """,
      """
      part_1 总则
        part_1__chp_1 通则
          art_1
            art_1__para_1 甲。
      part_2 合同
        part_2__subpart_1 通则
          part_2__subpart_1__chp_1 订立
            art_2
              art_2__para_1 乙。
            art_2-1
              art_2-1__para_1 丙。
            art_3
              art_3__para_1 丁。
      """
    ),
    (
      "序言",
      """
      # 碧海宪章

      ## 序言

      海是共有的。

      海由人民管理。

      ## 第一章 总纲

      第一条 海属于人民。
      """,
      """
      preamble
        preamble__para_1 海是共有的。
        preamble__para_2 海由人民管理。
      chp_1 总纲
        art_1
          art_1__para_1 海属于人民。
      """
    ),
    (
      "words between two items belong to the first; a list without numbers to its lead",
      """
      碧海市职责规定
      第一条 职责如下：
      （一）制定规划。
      规划每年修订。
      （二）组织实施。
      第二条 委员会由下列人员组成：
      主任，
      委员若干人。
      委员会实行主任负责制。
      """,
      """
      art_1
        art_1__para_1 职责如下：
          art_1__para_1__item_1 制定规划。⏎规划每年修订。
          art_1__para_1__item_2 组织实施。
      art_2
        art_2__para_1 委员会由下列人员组成：⏎主任，⏎委员若干人。
        art_2__para_2 委员会实行主任负责制。
      """
    ),
    (
      "a list inside an item, words after it, the next item; a list of (1) in one line",
      """
      碧海市认定规定
      第一条 按下列规定认定：
      （一）处理
      1.责令改正；
      2.处以罚款。
      罚款应当缴纳。
      （二）当事人
      第二条 企业必须遵守：
      (1)不出厂；(2)不销售；(3)不使用。
      第三条 一级标识从严。
      一、二级标识由市人民政府批准。
      """,
      """
      art_1
        art_1__para_1 按下列规定认定：
          art_1__para_1__item_1 处理
            art_1__para_1__item_1__subitem_1 责令改正；
            art_1__para_1__item_1__subitem_2 处以罚款。⏎罚款应当缴纳。
          art_1__para_1__item_2 当事人
      art_2
        art_2__para_1 企业必须遵守：
          art_2__para_1__item_1 不出厂；
          art_2__para_1__item_2 不销售；
          art_2__para_1__item_3 不使用。
      art_3
        art_3__para_1 一级标识从严。
        art_3__para_2 一、二级标识由市人民政府批准。
      """
    ),
    (
      "a form's own 附件： between two attachments; a preamble that ends in a narrow colon",
      """
      # 碧海市法院解释

      <!-- INFO END -->

      为惩治伪造，现解释如下:

      第一条 甲。

      附件1

      文书样式

      附件：有关材料

      附件2

      封面
      """,
      """
      preamble
        preamble__para_1 为惩治伪造，现解释如下:
      art_1
        art_1__para_1 甲。
      att_1 文书样式
        att_1__para_1 附件：有关材料
      att_2 封面
      """
    ),
    (
      "a list of headings above the preamble, each of which comes again",
      """
      # 碧海市法院解释

      <!-- INFO END -->

      ## 一、管辖
      ## 二、证据
      ## 三、附则

      2031年8月31日，会议通过了新法，制定本解释。

      ## 一、管辖

      第一条 甲。

      ## 二、证据

      第二条 乙。

      ## 三、附则

      第三条 丙。
      """,
      """
      preamble
        preamble__para_1 2031年8月31日，会议通过了新法，制定本解释。
      hdg_1 管辖
        art_1
          art_1__para_1 甲。
      hdg_2 证据
        art_2
          art_2__para_1 乙。
      hdg_3 附则
        art_3
          art_3__para_1 丙。
      """
    ),
    (
      "the last item without its number, a line broken without marks, a list of who gets copies",
      """
      # 碧海市巡查办法

      <!-- INFO END -->

      第一条 有下列情形之一的，责令改正：

      （一）未巡查的；

      有其他失职行为的。

      第二条 甲。

      本办法所称日常巡查是指每日对合成内容的标识情况进行的现场和

      网络检查。

      第三条 本办法自2031年1月1日起施行。

      送：碧海市人大常委会

      市政府
      """,
      """
      art_1
        art_1__para_1 有下列情形之一的，责令改正：
          art_1__para_1__item_1 未巡查的；
          art_1__para_1__item_2 有其他失职行为的。
      art_2
        art_2__para_1 甲。
        art_2__para_2 本办法所称日常巡查是指每日对合成内容的标识情况进行的现场和网络检查。
      art_3
        art_3__para_1 本办法自2031年1月1日起施行。
      """
    ),
  ]

  @Test(arguments: cases.indices)
  func givesTheTree(_ index: Int) {
    let row = Self.cases[index]
    #expect(outline(row.text) == row.tree, "\(row.name)")
  }

  @Test func citationsAreNoArticles() {
    let text = """
      碧海市条例
      第一条 甲。
      第二条规定的期限为十日。
      第二条 乙的，依照
      第一条第二款和第二条规定处理。
      第三条、第四条的规定不适用。
      第三条 丙。
      """
    #expect(articleIds(text) == ["art_1", "art_2", "art_3"])
  }

  @Test(arguments: [
    ("某市办法\n第一条 甲。\n第三条 乙，自2031年1月1日起施行。", ["article-gap"]),
    ("某市办法\n第一条 甲。\n第一条 乙，自2031年1月1日起施行。", ["duplicate-number"]),
    ("某市办法\n第一条 甲。\n监督管理\n第二条 乙，自2031年1月1日起施行。", ["orphan-heading"]),
    ("某市办法\n第一条 甲：\n（一）乙；\n（三）丙。\n第二条 自2031年1月1日起施行。", ["item-gap"]),
    ("某市办法\n第一条 甲：\n乙；\n（二）丙。\n第二条 自2031年1月1日起施行。", ["item-gap"]),
    ("某市办法\n第一条 甲：\n（一)乙。\n第二条 自2031年1月1日起施行。", ["mixed-brackets"]),
    ("某市办法\n第一条 甲：\n（一）乙；\n其他丙。\n第二条 自2031年1月1日起施行。", ["item-gap"]),
    ("某市办法\n第一条 甲。\n笫二条 自2031年1月1日起施行。", ["look-alike"]),
    ("某市办法\n第一条 甲。\n第二条\n第三条 自2031年1月1日起施行。", ["empty-body"]),
    ("某市办法\n第一条 甲。\n第二条 市人民政府应当制定规划，并按", ["truncated"]),
    ("某市办法\n第二章 管理\n第一条 自2031年1月1日起施行。", ["heading-gap"]),
    ("某市办法\n第一条 甲，自2031年1月1日起施行。第二条 乙。", ["glued-article"]),
    ("某市办法", ["empty-body"]),
    ("依照《某市办法》第三条处理", []),
    ("依照《某市办法》第三条，可以退货\n也可以换货。", []),
    ("", ["empty-body"]),
  ])
  func warns(_ text: String, _ codes: [String]) {
    #expect(warningCodes(text) == codes)
  }
}
