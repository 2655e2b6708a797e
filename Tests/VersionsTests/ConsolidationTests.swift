// Decisions applied, a row for each thing that decisions say.

import Testing

@testable import Versions

@Suite struct ConsolidationTests {
  @Test func tablesAreThere() {
    #expect(ConsolidationCase.all.count > 200)
  }

  @Test(arguments: ConsolidationCase.all)
  func decisionsAreApplied(row: ConsolidationCase) {
    let (lines, remarks) = row.result()
    #expect(lines == row.new)
    #expect(remarks.count == row.remarks.count, "\(remarks)")
    for (remark, wanted) in zip(remarks, row.remarks) {
      #expect(remark.hasPrefix(wanted))
    }
  }
}
