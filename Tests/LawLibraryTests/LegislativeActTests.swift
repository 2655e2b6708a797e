// Lines of history → the acts that made versions.

import Testing

@testable import LawLibrary

@Suite struct LegislativeActTests {
  /// Events as `date event words`, and the acts as `first last event`.
  @Test(arguments: [
    // Adopted, then made public: one act.
    (["2016-11-07 通过 第五次会议通过"], ["2016-11-07 2016-11-07 通过"]),
    (
      ["2007-02-14 通过 第九次常务会议通过", "2007-02-24 公布 令第4号公布", "2007-04-01 施行 "],
      ["2007-02-14 2007-02-24 公布"]
    ),
    (["1994-01-05 批准 某局批准", "1994-01-25 发布 令第6号发布"], ["1994-01-05 1994-01-25 发布"]),
    // Two bodies adopt one text.
    (["2021-01-08 通过 第一次会议通过", "2021-02-20 通过 第三次会议通过"], ["2021-01-08 2021-02-20 通过"]),
    // A text adopted again years later is another version.
    (
      ["2003-12-04 通过 第七次会议通过", "2020-12-23 通过 第八次会议通过", "2022-02-15 通过 第九次会议通过"],
      ["2003-12-04 2003-12-04 通过", "2020-12-23 2020-12-23 通过", "2022-02-15 2022-02-15 通过"]
    ),
    // Amendments are acts of their own, however close.
    (
      ["2002-09-29 公布 令第3号公布", "2013-07-18 修订 《关于修改的决定》第一次修订", "2013-12-07 修订 《关于修改的决定》第二次修订"],
      ["2002-09-29 2002-09-29 公布", "2013-07-18 2013-07-18 修订", "2013-12-07 2013-12-07 修订"]
    ),
    (
      ["2018-10-26 修正 第六次会议《关于修改的决定》修正", "2019-01-10 修正 第八次会议《关于修改的决定》第二次修正"],
      ["2018-10-26 2018-10-26 修正", "2019-01-10 2019-01-10 修正"]
    ),
    // A revision adopted in a meeting and made public by an order is one.
    (
      [
        "1997-05-08 发布 令第2号发布", "2017-02-08 修订 第六次常务会议修订通过", "2017-03-16 公布 令第7号公布",
        "2017-06-01 施行 ",
      ],
      ["1997-05-08 1997-05-08 发布", "2017-02-08 2017-03-16 修订"]
    ),
    (["2019-12-18 修订 第七次常务会议修订通过", "2020-01-01 修订 令第8号修订"], ["2019-12-18 2020-01-01 修订"]),
    // The same text made public by another order is another version.
    (
      ["2000-03-01 公布 令第1号公布", "2000-06-01 公布 令第2号公布"],
      ["2000-03-01 2000-03-01 公布", "2000-06-01 2000-06-01 公布"]
    ),
    (["2015-06-18 公布 令第1号公布", "2023-01-01 废止 "], ["2015-06-18 2015-06-18 公布"]),
    // Lines come in any order.
    (
      ["2020-05-01 修正 修正", "2010-05-01 通过 通过"],
      ["2010-05-01 2010-05-01 通过", "2020-05-01 2020-05-01 修正"]
    ),
  ]) func acts(_ lines: [String], _ acts: [String]) {
    let events = lines.map { line in
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      return StoredEvent(date: String(parts[0]), event: String(parts[1]), text: String(parts[2]))
    }
    #expect(
      LegislativeAct.acts(of: events).map { "\($0.first) \($0.last) \($0.event)" } == acts)
  }

  @Test(arguments: [
    ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
    ("1999-12-31", "2000-01-01", 1),
    ("2000-01-01", "2001-01-01", 366), ("1900-02-28", "1900-03-01", 1),
    ("2024-03-01", "2024-02-28", -2),
  ]) func daysBetween(_ start: String, _ end: String, _ count: Int) {
    #expect(days(from: start, to: end) == count)
    #expect(days(from: start, to: "someday") == nil)
  }
}
