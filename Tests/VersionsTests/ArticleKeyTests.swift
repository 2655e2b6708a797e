// Keys as alignments and people write them.

import Legislation
import Testing

@testable import Versions

@Test(arguments: [
  ("art_12", "12", "第十二条"), ("art_133-1", "133-1", "第一百三十三条之一"),
  ("att_1__art_2", "att_1__art_2", "附件一第二条"),
])
func keysAreWritten(eId: String, key: String, chinese: String) {
  #expect(ArticleKey(eId: eId).description == key)
  #expect(ArticleKey(eId: eId).chinese == chinese)
}
