// The measures of a sanction: what is done to whoever breaks the rule, each act by itself.

import HanText
import Legislation

/// Reads the measures of a sanction.
public enum MeasureReader {
  /// The measures in `range` of `bytes`, a passage's words in UTF-8: what is imposed, from the first verb of the
  /// sanction to its end. Ranges of the measures are of `bytes`.
  public static func measures(in bytes: [UInt8], _ range: ByteRange) -> [Measure] {
    guard !range.isEmpty else { return [] }
    var reading = MeasureReading(bytes: bytes)
    for clause in MeasureScan(bytes: bytes, range: range).clauses() {
      reading.read(clause, isFirst: clause.range.lowerBound == range.lowerBound)
    }
    return reading.measures
  }
}
