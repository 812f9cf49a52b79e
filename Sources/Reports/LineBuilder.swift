/// Puts texts at given cells of one line, from left to right.
struct LineBuilder {
  private(set) var text = StyledText("")
  private var used = 0

  /// Adds a text of a known width at the cell `start`, or at the end of the `room` cells that begin there.
  mutating func place(
    _ piece: StyledText, width: Int, start: Int, room: Int = 0, alignment: Column.Alignment = .leading
  ) {
    guard width > 0 else { return }
    let target = alignment == .trailing ? start + room - width : start
    if target > used { text.append(StyledText.Span(text: String(repeating: " ", count: target - used))) }
    text.append(piece)
    used = max(used, target) + width
  }

  /// Adds one of several lines at the cell `start`; nothing behind the last.
  mutating func place(_ lines: [StyledText], _ index: Int, start: Int) {
    guard index < lines.count else { return }
    place(lines[index], width: lines[index].displayWidth, start: start)
  }
}
