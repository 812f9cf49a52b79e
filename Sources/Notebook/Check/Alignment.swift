/// The longest way to pair elements of two rows in their order.
enum Alignment {
  /// Pairs of indexes that match, both ascending, as many as possible.
  static func pairs<Left, Right>(
    _ left: [Left], _ right: [Right], _ match: (Left, Right) -> Bool
  ) -> [(Int, Int)] {
    var start = 0
    while start < min(left.count, right.count), match(left[start], right[start]) { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, match(left[leftEnd - 1], right[rightEnd - 1]) {
      leftEnd -= 1
      rightEnd -= 1
    }
    var pairs = (0..<start).map { ($0, $0) }
    pairs += middle(left, start..<leftEnd, right, start..<rightEnd, match)
    pairs += (0..<left.count - leftEnd).map { (leftEnd + $0, rightEnd + $0) }
    return pairs
  }

  /// The stretches without a pair: one before each pair, then one behind the last, each of them empty where nothing lies
  /// between.
  static func gaps<Left, Right>(
    _ left: [Left], _ right: [Right], _ match: (Left, Right) -> Bool
  ) -> [(left: Range<Int>, right: Range<Int>)] {
    var (leftStart, rightStart) = (0, 0)
    return (pairs(left, right, match) + [(left.count, right.count)]).map { (leftEnd, rightEnd) in
      defer { (leftStart, rightStart) = (leftEnd + 1, rightEnd + 1) }
      return (leftStart..<leftEnd, rightStart..<rightEnd)
    }
  }

  /// How many comparisons of the middle are worth their time; beyond it nothing there is paired.
  private static let limit = 4_000_000

  private static func middle<Left, Right>(
    _ left: [Left], _ rows: Range<Int>, _ right: [Right], _ columns: Range<Int>, _ match: (Left, Right) -> Bool
  ) -> [(Int, Int)] {
    guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= limit else { return [] }
    let width = columns.count + 1
    // The most pairs of what lies behind each place.
    var best = [Int32](repeating: 0, count: (rows.count + 1) * width)
    var matches = [Bool](repeating: false, count: rows.count * columns.count)
    for row in rows.reversed() {
      for column in columns.reversed() {
        let (y, x) = (row - rows.lowerBound, column - columns.lowerBound)
        let isMatch = match(left[row], right[column])
        matches[y * columns.count + x] = isMatch
        best[y * width + x] =
          isMatch
          ? best[(y + 1) * width + x + 1] + 1
          : max(best[(y + 1) * width + x], best[y * width + x + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (y, x) = (0, 0)
    while y < rows.count, x < columns.count {
      if matches[y * columns.count + x] {
        pairs.append((y + rows.lowerBound, x + columns.lowerBound))
        (y, x) = (y + 1, x + 1)
      } else if best[(y + 1) * width + x] >= best[y * width + x + 1] {
        y += 1
      } else {
        x += 1
      }
    }
    return pairs
  }
}
