// How cited provisions lie to the one that is asked for, by their numbers alone.

import Testing

@testable import LawLibrary

@Suite struct CitedSpanTests {
  @Test(
    arguments: [
      ("art_21", nil, "art_21", nil, .exact), ("art_21__para_2", nil, "art_21", nil, .inside),
      ("art_21__para_2__item_1", "3", "art_21", nil, .inside),
      ("art_20", "25", "art_21", nil, .around), ("art_20", "25", "art_21__para_1", nil, .around),
      ("art_21", nil, "art_21__para_1", nil, .around), ("art_22", nil, "art_21", nil, nil),
      ("art_21-1", nil, "art_21", nil, nil), ("art_20", "22", "art_21-1", nil, .around),
      ("art_20", "25", "art_22", "30", .overlaps), ("art_23", "24", "art_22", "30", .inside),
      ("art_22", "30", "art_22", "30", .exact), ("art_21__item_1", nil, "art_21__para_2", nil, nil),
      ("art_21__item_1", nil, "art_21__para_2__item_1", nil, .exact),
      ("chp_2", nil, "art_21", nil, nil), ("chp_2__sec_1", nil, "chp_2", nil, .inside),
      ("part_2__chp_2", nil, "chp_2", nil, .exact), ("att_1__art_2", nil, "art_2", nil, nil),
      ("att_1__art_2", nil, "att_1", nil, .inside), ("art_21", nil, "", nil, .inside),
      ("", nil, "", nil, .exact), ("", nil, "art_21", nil, nil),
      ("preamble", nil, "preamble__para_7", nil, .around),
    ] as [(String, String?, String, String?, CitationRelation?)])
  func relation(
    _ eId: String, _ last: String?, _ asked: String, _ askedLast: String?,
    _ relation: CitationRelation?
  ) {
    let target = CitedSpan(eId: eId, last: last)
    #expect(target.relation(to: CitedSpan(eId: asked, last: askedLast), in: nil) == relation)
  }

  @Test func steps() {
    #expect(CitedSpan.steps("art_120-1__para_2__item_3") == ["art_120-1", "para_2", "item_3"])
    #expect(CitedSpan.steps("preamble__para_7") == ["preamble", "para_7"])
    #expect(CitedSpan.steps("") == [])
    #expect(CitedSpan(eId: "art_1__para_2", last: "4").lastEId == "art_1__para_4")
    #expect(CitedSpan(eId: "att_1__art_1__para_2", last: nil).article.eId == "att_1__art_1")
  }
}
