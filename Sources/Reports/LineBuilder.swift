/// Puts texts at given cells of one line, from left to right.
struct LineBuilder {
  private(set) var text = StyledText("")
  private var used = 0

  /// Adds a text of a known width in the column of `room` cells that begins at the cell `start`.
  mutating func place(_ piece: StyledText, width: Int, start: Int, room: Int, alignment: Column.Alignment) {
    guard width > 0 else { return }
    let target = alignment == .trailing ? start + room - width : start
    text.append(StyledText.blanks(target - used))
    text.append(piece)
    used = max(used, target) + width
  }
}
