// One regulation of ours in every layout real sources use: each must give the same tree.

import HanText
import Legislation
import Testing

@Suite struct LayoutTests {
  static let tree = """
    chp_1 总则
      art_1
        art_1__para_1 为了规范算法备案，制定本办法。
      art_2
        art_2__para_1 本市的算法备案，适用本办法。
        art_2__para_2 下列算法不备案：
          art_2__para_2__item_1 内部使用的；
          art_2__para_2__item_2 依法保密的，包括：
            art_2__para_2__item_2__subitem_1 军用的；
            art_2__para_2__item_2__subitem_2 警用的。
        art_2__para_3 前款算法的名单由市网信部门公布。
    chp_2 附则
      art_3
        art_3__para_1 本办法自2031年5月1日起施行。
    """

  static let layouts: [(name: String, text: String)] = [
    (
      "markdown",
      """
      # 碧海市算法备案办法

      2031年3月2日 碧海市人民政府第4次常务会议通过

      <!-- INFO END -->

      ## 第一章 总 则

      第一条 为了规范算法备案，制定本办法。

      第二条 本市的算法备案，适用本办法。

      下列算法不备案：

      （一）内部使用的；

      （二）依法保密的，包括：

      1.军用的；

      2.警用的。

      前款算法的名单由市网信部门公布。

      ## 第二章 附 则

      第三条 本办法自2031年5月1日起施行。
      """
    ),
    (
      "contents and wide spaces",
      """
      \u{FEFF}碧海市算法备案办法

      （2031年3月2日碧海市人民政府第4次常务会议通过）

      目　　录
      　　第一章　总　　则
      　　第二章　附　　则

      第一章　总　　则
      　　第一条　为了规范算法备案，制定本办法。
      　　第二条　本市的算法备案，适用本办法。
      　　下列算法不备案：
      　　（一）内部使用的；
      　　（二）依法保密的，包括：
      　　１．军用的；
      　　２．警用的。
      　　前款算法的名单由市网信部门公布。
      第二章　附　　则
      　　第三条　本办法自2031年5月1日起施行。
      """
    ),
    (
      "bold and front matter",
      """
      ---
      title: 碧海市算法备案办法
      ---

      # 碧海市算法备案办法

      ## 第一章　总则

      **第一条**　为了规范算法备案，制定本办法。

      **第二条**　本市的算法备案，适用本办法。

      下列算法不备案：

      (一）内部使用的；

      (二）依法保密的，包括：

      (1)军用的；

      (2)警用的。

      前款算法的名单由市网信部门公布。

      ## 第二章　附则

      **第三条**　本办法自2031年5月1日起施行。
      """
    ),
    (
      "no spaces, one line a list, zero-width marks",
      """
      碧海市算法备案办法
      第一章总则
      第一条为了规范算法备案，制定本办法。\u{200B}
      第二条本市的算法备案，适用本办法。\u{200B}
      下列算法不备案：（一）内部使用的；（二）依法保密的，包括：
      ①军用的；
      ②警用的。
      前款算法的名单由市网信部门公布。
      第二章附则
      第三条本办法自2031年5月1日起施行。
      """
    ),
    (
      "numbers alone on their lines, spaces inside",
      """
      碧海市算法备案办法

      第 一 章
      总则
      第 1 条
      为了规范算法备案，制定本办法。
      第 2 条
      本市的算法备案，适用本办法。
      下列算法不备案：
      （一）内部使用的；
      （二）依法保密的，包括：
      1、军用的；
      2、警用的。
      前款算法的名单由市网信部门公布。
      第 二 章
      附则
      第 3 条
      本办法自2031年5月1日起施行。
      """
    ),
    (
      "articles glued together",
      """
      碧海市算法备案办法
      第一章　总则
      第一条　为了规范算法备案，制定本办法。 第二条　本市的算法备案，适用本办法。
      下列算法不备案：
      （一）内部使用的；
      （二）依法保密的，包括：
      1.军用的；
      2.警用的。
      前款算法的名单由市网信部门公布。
      第二章　附则
      第三条　本办法自2031年5月1日起施行。
      """
    ),
  ]

  @Test(arguments: layouts.indices)
  func givesTheSameTree(_ index: Int) {
    let layout = Self.layouts[index]
    #expect(outline(layout.text) == Self.tree, "\(layout.name)")
    let source = SourceText(layout.text)
    #expect(ParsedDocument(parsing: source).tree.validate(in: source) == [], "\(layout.name)")
  }

  @Test func joinsHardWraps() {
    let wrapped = """
      碧海市机房能效规定
      第一条　新建机房的电能利用效率应当符合市发展改革部门公布的限
      值，并接入能耗监测平台，向社会公开年度数据，接受行业组织和用户的
      监督。
      第二条　机房运营者每季度向市发展改革部门报送能耗数据，数据应当
      真实、完整，并保存三年以上；市发展改革部门发现数据异常的，依照本
      规定第一条要求运营者说明，运营者应当在十五日内书面说明原因，并按

      - 3 -

      <br/>
      照要求整改。
      逾期不说明的，由市发展改革部门责令改正，并向社会公布名单和理由。
      """
    #expect(
      outline(wrapped) == """
        art_1
          art_1__para_1 新建机房的电能利用效率应当符合市发展改革部门公布的限值，并接入能耗监测平台，向社会公开年度数据，接受行业组织和用户的监督。
        art_2
          art_2__para_1 机房运营者每季度向市发展改革部门报送能耗数据，数据应当真实、完整，并保存三年以上；市发展改革部门发现数据异常的，依照本规定第一条要求运营者说明，运营者应当在十五日内书面说明原因，并按照要求整改。
          art_2__para_2 逾期不说明的，由市发展改革部门责令改正，并向社会公布名单和理由。
        """)
  }
}
