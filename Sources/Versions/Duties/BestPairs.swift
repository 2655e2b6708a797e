// Who goes with whom, so that all together fit best.

/// Chooses of weighted pairs those that weigh most together, none of them sharing a member: the assignment
/// problem, in cubic time (Kuhn 1955, Munkres 1957), part by part where the pairs fall apart.
///
/// Parts of more members than `mostMembers` on a side are settled from the heaviest pair down.
struct BestPairs {
  /// Indices of the pairs given, ascending.
  private(set) var chosen: [Int] = []
  private static let mostMembers = 200

  init(_ pairs: [CandidatePair]) {
    for part in Self.parts(pairs) {
      var rows: [Int: Int] = [:]
      var columns: [Int: Int] = [:]
      for index in part {
        rows[pairs[index].old] = rows[pairs[index].old] ?? rows.count
        columns[pairs[index].new] = columns[pairs[index].new] ?? columns.count
      }
      if max(rows.count, columns.count) > Self.mostMembers {
        chosen += Self.heaviestFirst(part, pairs)
        continue
      }
      // A column more for each row stands for staying alone, which weighs nothing.
      let width = columns.count + rows.count
      var costs = [[Double]](repeating: [Double](repeating: 0, count: width), count: rows.count)
      var numbers: [[Int]: Int] = [:]
      for index in part {
        guard let row = rows[pairs[index].old], let column = columns[pairs[index].new] else {
          continue
        }
        if -pairs[index].weight < costs[row][column] {
          costs[row][column] = -pairs[index].weight
          numbers[[row, column]] = index
        }
      }
      for (row, column) in Self.cheapestColumns(costs).enumerated() {
        if let index = numbers[[row, column]] { chosen.append(index) }
      }
    }
    chosen.sort()
  }

  /// The pairs in parts that share no member.
  private static func parts(_ pairs: [CandidatePair]) -> [[Int]] {
    var above = Array(pairs.indices)
    func top(_ index: Int) -> Int {
      var index = index
      while above[index] != index {
        above[index] = above[above[index]]
        index = above[index]
      }
      return index
    }
    var ofOld: [Int: Int] = [:]
    var ofNew: [Int: Int] = [:]
    for (index, pair) in pairs.enumerated() {
      for neighbour in [ofOld[pair.old], ofNew[pair.new]] {
        if let neighbour { above[top(index)] = top(neighbour) }
      }
      (ofOld[pair.old], ofNew[pair.new]) = (index, index)
    }
    let parts = Dictionary(grouping: pairs.indices) { top($0) }
    return parts.keys.sorted().compactMap { parts[$0] }
  }

  private static func heaviestFirst(_ part: [Int], _ pairs: [CandidatePair]) -> [Int] {
    var (olds, news): (Set<Int>, Set<Int>) = ([], [])
    return part.sorted { (pairs[$1].weight, $0) < (pairs[$0].weight, $1) }.filter { index in
      guard !olds.contains(pairs[index].old), !news.contains(pairs[index].new) else { return false }
      olds.insert(pairs[index].old)
      news.insert(pairs[index].new)
      return true
    }
  }

  /// The column of each row, so that the sum is least; there are at least as many columns as rows.
  private static func cheapestColumns(_ costs: [[Double]]) -> [Int] {
    let width = costs.first?.count ?? 0
    var rowPrices = [Double](repeating: 0, count: costs.count + 1)
    var columnPrices = [Double](repeating: 0, count: width + 1)
    // Rows and columns count from 1; 0 is none.
    var rowOfColumn = [Int](repeating: 0, count: width + 1)
    for row in 1..<costs.count + 1 {
      rowOfColumn[0] = row
      var column = 0
      var slack = [Double](repeating: .infinity, count: width + 1)
      var back = [Int](repeating: 0, count: width + 1)
      var isDone = [Bool](repeating: false, count: width + 1)
      repeat {
        isDone[column] = true
        let current = rowOfColumn[column]
        var step = Double.infinity
        var next = 0
        for candidate in 1..<width + 1 where !isDone[candidate] {
          let price =
            costs[current - 1][candidate - 1] - rowPrices[current] - columnPrices[candidate]
          if price < slack[candidate] { (slack[candidate], back[candidate]) = (price, column) }
          if slack[candidate] < step { (step, next) = (slack[candidate], candidate) }
        }
        for candidate in 0..<width + 1 {
          if isDone[candidate] {
            rowPrices[rowOfColumn[candidate]] += step
            columnPrices[candidate] -= step
          } else {
            slack[candidate] -= step
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        rowOfColumn[column] = rowOfColumn[back[column]]
        column = back[column]
      } while column != 0
    }
    var columns = [Int](repeating: -1, count: costs.count)
    for column in 1..<width + 1 where rowOfColumn[column] > 0 {
      columns[rowOfColumn[column] - 1] = column - 1
    }
    return columns
  }
}
