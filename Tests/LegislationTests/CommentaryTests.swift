// Commentary, questions and answers, cases: texts of ours in the shapes of real ones.

import HanText
import Legislation
import Testing

@Suite struct CommentaryTests {
  static let article = """
    [首页](#)[专栏](#)

    让合成内容看得见——《碧海市标识办法》评述

    林 舟 2031年07月02日

    碧海市近日公布标识办法。办法回应了社会的关切，也给企业留出了准备的时间，值得各地参考。

    办法的背景

    合成内容需要规则。

    合成技术进步很快，普通人已经难以分辨真假，由此产生的纠纷逐年增多，各方都期待规则尽早出台。

    市场需要稳定的预期。

    规则不明时，守法的企业反而吃亏，投机者却能获利，这样的局面不利于行业的长远发展，也损害用户的信任。

    办法的意义

    第一，责任更清楚。提供者、使用者和平台各有义务，发生纠纷时不再互相推诿。


    林舟

    碧海大学教授，长期研究数据法
    著有《海的数据》

    第二，成本可控。办法允许企业选择标识的方式，并给予六个月的过渡期。

    【责任编辑：某某】

    [关于我们](#) | [联系我们](#)

    京公网安备00000000号
    """

  @Test func readsAnArticle() {
    #expect(
      outline(Self.article) == """
        para_1
          para_1__sent_1 碧海市近日公布标识办法。
          para_1__sent_2 办法回应了社会的关切，也给企业留出了准备的时间，值得各地参考。
        hdg_1 办法的背景
          hdg_1__hdg_1 合成内容需要规则。
            hdg_1__hdg_1__para_1
              hdg_1__hdg_1__para_1__sent_1 合成技术进步很快，普通人已经难以分辨真假，由此产生的纠纷逐年增多，各方都期待规则尽早出台。
          hdg_1__hdg_2 市场需要稳定的预期。
            hdg_1__hdg_2__para_1
              hdg_1__hdg_2__para_1__sent_1 规则不明时，守法的企业反而吃亏，投机者却能获利，这样的局面不利于行业的长远发展，也损害用户的信任。
        hdg_2 办法的意义
          hdg_2__para_1
            hdg_2__para_1__sent_1 第一，责任更清楚。
            hdg_2__para_1__sent_2 提供者、使用者和平台各有义务，发生纠纷时不再互相推诿。
          hdg_2__para_2
            hdg_2__para_2__sent_1 第二，成本可控。
            hdg_2__para_2__sent_2 办法允许企业选择标识的方式，并给予六个月的过渡期。
        """)
    let metadata = ParsedDocument(parsing: SourceText(Self.article)).metadata
    #expect(metadata.title == "让合成内容看得见——《碧海市标识办法》评述")
    #expect(metadata.genre == .commentary)
    #expect(metadata.authors == ["林舟"])
    #expect(metadata.published?.description == "2031-07-02")
  }

  /// A heading may end in quoted words; a quotation by itself or a note in brackets is none.
  @Test(arguments: [
    ("从“看不清”走向“看得见”", true), ("“三步走”怎么走", true), ("“守法者不吃亏”", false), ("（图为发布会现场）", false),
  ])
  func headingsWithQuotes(_ line: String, _ isHeading: Bool) {
    let article = Self.article.replacing("办法的背景", with: line)
    #expect(outline(article).contains("hdg_1 \(line)") == isHeading)
  }

  @Test func keepsQuestionAndAnswerApart() {
    let text = """
      # 《碧海市标识办法》答记者问

      日前，市网信部门负责人就办法回答了记者提问。

      **问：为什么制定办法？**

      **答：**为了保护公众。**一是**回应关切。

      办法征求了三次意见。

      问：何时施行？

      答：明年一月一日。
      """
    #expect(
      outline(text) == """
        para_1
          para_1__sent_1 日前，市网信部门负责人就办法回答了记者提问。
        qst_1 为什么制定办法？
        ans_1
          ans_1__para_1
            ans_1__para_1__sent_1 为了保护公众。
            ans_1__para_1__sent_2 一是回应关切。
          ans_1__para_2
            ans_1__para_2__sent_1 办法征求了三次意见。
        qst_2 何时施行？
        ans_2
          ans_2__para_1
            ans_2__para_1__sent_1 明年一月一日。
        """)
  }

  @Test func readsACase() {
    let text = """
      # 平台未标识合成音频应当担责

      <!-- INFO END -->

      ## 基本案情

      林某起诉某平台。

      ## 裁判结果

      法院判决平台赔偿。
      """
    #expect(
      outline(text) == """
        hdg_1 基本案情
          hdg_1__para_1
            hdg_1__para_1__sent_1 林某起诉某平台。
        hdg_2 裁判结果
          hdg_2__para_1
            hdg_2__para_1__sent_1 法院判决平台赔偿。
        """)
    #expect(ParsedDocument(parsing: SourceText(text)).metadata.genre == .case)
  }

  @Test func leavesOutWhatAScriptPrinted() {
    let text = """
      # 《碧海市标识办法》答记者问

      问：为什么制定办法？

      答：合成内容需要规则。

      问：何时施行？

      答：明年施行。

      **欢迎关注本刊**

      向上滑动看下一个

      取消
      允许

      ×
      分析

      ，
      。

      分享
      收藏
      """
    let last = outline(text).split(separator: "\n").last
    #expect(last.map(String.init)?.contains("明年施行。") == true)
  }
}
