/// Which columns of a table stand beside each other and how wide they are.
///
/// Columns are taken from left to right while the line has room. Where one does not fit, the table is continued below
/// with the key column repeated; the break moves back to the last change of group if the group that would be cut fits
/// on a line as a whole. A column without a title, such as a bar, stays beside the figures on its left, and a bar that
/// has no room there is left out: alone it would say nothing. Titles are put
/// on two lines only where that saves a continuation or a cut through a group.
struct TableLayout {
  /// A part of the table as wide as the line allows: the key column and the columns that follow it.
  struct Chunk: Equatable {
    var columns: [Int]
    var widths: [Int]
  }

  /// Where a table may be cut.
  private struct Joints {
    var groups: [Int]
    /// Whether a column stays beside the one on its left.
    var isAttached: [Bool]

    func isGroupStart(_ column: Int) -> Bool {
      groups[column - 1] != groups[column] && !isAttached[column]
    }

    /// The number of continuations that cut a group.
    func cuts(in ranges: [Range<Int>]) -> Int {
      ranges.dropFirst().count { !isGroupStart($0.lowerBound) }
    }

    func group(startingAt column: Int) -> Range<Int> {
      column..<(groups[column...].firstIndex { $0 != groups[column] } ?? groups.endIndex)
    }
  }

  /// The blanks between two columns.
  static let gap = 2

  var chunks: [Chunk]

  /// Lays a table out, or gives nil if the key and some other column have no room side by side.
  init?(_ allColumns: [TableContent.MeasuredColumn], width: Int) {
    let kept = Self.attachments(allColumns, width: width)
    let columns = kept.map { allColumns[$0.column] }
    let wide = columns.map(\.wideWidth)
    let narrow = columns.map(\.narrowWidth)
    let joints = Joints(groups: columns.map(\.group), isAttached: kept.map(\.isAttached))
    guard var ranges = Self.pack(narrow, joints, width: width) else { return nil }
    if let wideRanges = Self.pack(wide, joints, width: width), wideRanges.count <= ranges.count,
      joints.cuts(in: wideRanges) <= joints.cuts(in: ranges)
    {
      ranges = wideRanges
    }
    chunks = ranges.map { range in
      let indices = [0] + range
      var widths = indices.map { wide[$0] }
      if Self.total(widths) > width { widths = indices.map { narrow[$0] } }
      let flexible = indices.indices.filter { columns[indices[$0]].isFlexible }
      if !flexible.isEmpty {
        let share = (width - Self.total(widths)) / flexible.count
        for index in flexible { widths[index] = max(widths[index], min(Bar.greatestWidth, widths[index] + share)) }
      }
      return Chunk(columns: indices.map { kept[$0].column }, widths: widths)
    }
  }

  /// All columns but the bars that have no room beside the key and the figures on their left; and for each whether it
  /// stays beside the column on its left.
  private static func attachments(
    _ columns: [TableContent.MeasuredColumn], width: Int
  ) -> [(column: Int, isAttached: Bool)] {
    let key = columns.first?.narrowWidth ?? 0
    var used = key
    return columns.indices.compactMap { index in
      let needed = gap + columns[index].narrowWidth
      if index == 0 { return (index, false) }
      if columns[index].title.isEmpty, used + needed <= width {
        used += needed
        return (index, true)
      }
      if columns[index].title.isEmpty, columns[index].isFlexible { return nil }
      used = key + needed
      return (index, false)
    }
  }

  /// The width of columns side by side.
  static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * (widths.count - 1)
  }

  /// The ranges of columns after the key that fit beside it, or nil if one does not fit even alone or beside what it is
  /// attached to.
  private static func pack(_ widths: [Int], _ joints: Joints, width: Int) -> [Range<Int>]? {
    guard let key = widths.first, key <= width else { return nil }
    guard widths.count > 1 else { return [1..<1] }
    var ranges: [Range<Int>] = []
    var start = 1
    while start < widths.count {
      var end = start
      var used = key
      while end < widths.count, used + gap + widths[end] <= width {
        used += gap + widths[end]
        end += 1
      }
      guard end > start, start == 1 || !joints.isAttached[start] else { return nil }
      if end < widths.count {
        let breaks = (start + 1...end).reversed()
        if let change = breaks.first(where: { joints.isGroupStart($0) }),
          total([key] + widths[joints.group(startingAt: change)]) <= width
        {
          end = change
        } else if let title = breaks.first(where: { !joints.isAttached[$0] }),
          total([key] + widths[title...end]) <= width
        {
          end = title
        }
      }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
