/// A table whose texts are visible text on one line and whose cells are measured.
struct TableContent {
  /// A cell with its width.
  enum MeasuredCell {
    case text(StyledText, width: Int)
    case bar(fraction: Double, style: Style)
    case empty
  }

  /// A column's title in its possible shapes, and what its cells need.
  struct MeasuredColumn {
    /// The title on one line.
    var title: String
    /// The title on the two lines that make the column narrowest; nil for a title of one word.
    var splitTitle: (upper: String, lower: String)?
    var alignment: Column.Alignment
    var group: Int
    /// Whether a bar stands in the column, which then takes what room is left.
    var isFlexible = false
    /// The width of the widest cell.
    var cellWidth = 0

    /// The width with the title on one line.
    var wideWidth: Int { max(cellWidth, title.displayWidth) }
    /// The width with the title on two lines, if that helps.
    var narrowWidth: Int {
      guard let splitTitle else { return wideWidth }
      return max(cellWidth, splitTitle.upper.displayWidth, splitTitle.lower.displayWidth)
    }

    /// The title on one line if it fits into the room, else on two.
    func titleLines(room: Int) -> (upper: String, lower: String) {
      if title.displayWidth > room, let splitTitle { splitTitle } else { ("", title) }
    }
  }

  var columns: [MeasuredColumn]
  var rows: [[MeasuredCell]]

  /// Measures a table; every row gets as many cells as there are columns.
  init(_ table: Table, characters: TextRenderer.Characters) {
    columns = table.columns.enumerated().map { index, column in
      let title = Self.visible(StyledText(column.title), characters, isKey: index == 0).plain
      return MeasuredColumn(
        title: title, splitTitle: Self.split(title, isKey: index == 0), alignment: column.alignment, group: column.group
      )
    }
    rows = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      var cells = [MeasuredCell](repeating: .empty, count: columns.count)
      for index in columns.indices.prefix(row.cells.count) {
        switch row.cells[index] {
        case .text(let text):
          let visible = Self.visible(text, characters, isKey: index == 0).emphasized(row.emphasis)
          let width = visible.displayWidth
          columns[index].cellWidth = max(columns[index].cellWidth, width)
          cells[index] = .text(visible, width: width)
        case .bar(let fraction, let style):
          columns[index].cellWidth = max(columns[index].cellWidth, Bar.leastWidth)
          columns[index].isFlexible = true
          cells[index] = .bar(fraction: fraction, style: style)
        case .empty: break
        }
      }
      rows.append(cells)
    }
  }

  /// The text on one line.
  private static func visible(
    _ text: StyledText, _ characters: TextRenderer.Characters, isKey: Bool
  ) -> StyledText {
    let visible = VisibleText.of(text, characters).onOneLine
    return isKey && startsWithPrompt(visible.plain) ? StyledText.blanks(1) + visible : visible
  }

  /// Whether a line that starts with the text, as the key column's lines do, reads as a transcript's input.
  private static func startsWithPrompt(_ text: String) -> Bool {
    text.utf8.starts(with: "lever>".utf8)
  }

  private static func split(_ title: String, isKey: Bool) -> (upper: String, lower: String)? {
    guard title.utf8.contains(UInt8(ascii: " ")) else { return nil }
    let words = title.split(separator: " ")
    func join(_ words: ArraySlice<Substring>) -> String {
      let line = words.joined(separator: " ")
      return isKey && startsWithPrompt(line) ? " " + line : line
    }
    let splits = words.indices.dropFirst().map { (upper: join(words[..<$0]), lower: join(words[$0...])) }
    return splits.min {
      max($0.upper.displayWidth, $0.lower.displayWidth) < max($1.upper.displayWidth, $1.lower.displayWidth)
    }
  }
}

extension StyledText {
  /// The text with blanks instead of line feeds.
  var onOneLine: StyledText {
    guard spans.contains(where: { $0.text.utf8.contains(UInt8(ascii: "\n")) }) else { return self }
    return StyledText(
      spans: spans.map { span in
        Span(
          text: span.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " "),
          style: span.style)
      })
  }
}
