// Where a sorted list turns: the one binary search over lines, marks and provisions.

extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part, `endIndex` where none does. All elements
  /// that belong to it must stand behind those that do not.
  @inlinable
  package func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
