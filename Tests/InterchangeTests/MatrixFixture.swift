// A small matrix of our own that the tests of every form write out.

import Interchange

enum MatrixFixture {
  /// Two parties, two instruments, five entries: what follows a breach, a norm of two bearers, words
  /// that mean something to HTML, Markdown and spreadsheets, and a norm without a party.
  static let small: ResponsibilityMatrix = {
    var matrix = ResponsibilityMatrix(note: "截至2026年1月1日")
    let keeper = matrix.party("灯塔值守人")
    let owner = matrix.party("灯塔|所有人")
    let rules = matrix.instrument(
      .init(title: "灯塔管理办法", version: "2024-05-01", status: "现行有效"))
    let decision = matrix.instrument(.init(title: "关于修改《灯塔管理办法》的<决定> & \"附件\""))
    matrix.append(
      .init(
        party: keeper, phrase: "值守人", instrument: rules, kind: .duty, label: "第三条第一款",
        eId: "art_3__para_1", trigger: "应当", action: "在三日内报告主管部门", condition: "灯光中断的",
        exception: "但遇台风的除外", deadlines: ["三日内"],
        consequences: [
          .init(
            measures: "责令改正，处一千元以上五千元以下罚款", authority: "航道管理机构", place: "第九条",
            leastFine: 1000, mostFine: 5000)
        ], id: "a1"))
    for party in [keeper, owner] {
      matrix.append(
        .init(
          party: party, phrase: matrix.parties[party], instrument: rules, kind: .prohibition,
          label: "第四条", eId: "art_4", trigger: "不得", action: "遮挡灯光", id: "a2"))
    }
    matrix.append(
      .init(
        party: owner, phrase: "其", instrument: decision, kind: .sanction, label: "", eId: "point_2",
        trigger: "处", action: "处五千元罚款",
        consequences: [
          .init(measures: "处五千元罚款", authority: "航道管理机构", leastFine: 5000, mostFine: 5000)
        ], id: "b1"))
    matrix.append(
      .init(
        party: nil, phrase: "", instrument: decision, kind: .duty, label: "三、", eId: "point_3",
        trigger: "应当", topic: "报告", action: "写明=A1*B2\n和\"时间\"", id: "b2"))
    return matrix
  }()
}
