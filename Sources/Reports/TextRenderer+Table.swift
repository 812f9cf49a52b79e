extension TextRenderer {
  /// The lines of a table and its footer.
  func lines(of table: Table) -> [StyledText] {
    let content = TableContent(table, characters: characters)
    let footer = table.footer.flatMap { Wrap.lines(of: visible($0), width: width) }
    var parts: [[StyledText]]
    if let layout = TableLayout(content.columns, width: width) {
      parts = layout.chunks.map { chunk in
        header(of: chunk, content.columns) + content.rows.map { line(of: $0, chunk, content.columns) }
      }
      parts.append((parts.popLast() ?? []) + footer)
    } else {
      // What holds for all records is no part of the last one.
      parts = content.rows.map { record(of: $0, content.columns) } + [footer]
    }
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [StyledText("")]))
  }

  /// The titles on one or two lines, and the rule below them.
  private func header(of chunk: TableLayout.Chunk, _ columns: [TableContent.MeasuredColumn]) -> [StyledText] {
    let titles = zip(chunk.columns, chunk.widths).map { index, room in
      columns[index].titleLines(room: room)
    }
    let rule = String(repeating: characters == .ascii ? "-" : "─", count: TableLayout.total(chunk.widths))
    var lines: [StyledText] = []
    if titles.contains(where: { !$0.upper.isEmpty }) { lines.append(titleLine(titles.map(\.upper), chunk, columns)) }
    lines.append(titleLine(titles.map(\.lower), chunk, columns))
    lines.append(StyledText(rule, .muted))
    return lines
  }

  private func titleLine(
    _ titles: [String], _ chunk: TableLayout.Chunk, _ columns: [TableContent.MeasuredColumn]
  ) -> StyledText {
    let cells = titles.map { TableContent.MeasuredCell.text(StyledText($0, .heading), width: $0.displayWidth) }
    return line(
      of: cells, chunk.widths, chunk.columns.map { columns[$0].isFlexible ? .leading : columns[$0].alignment })
  }

  /// The cells of one row that belong to a part of a table.
  private func line(
    of row: [TableContent.MeasuredCell], _ chunk: TableLayout.Chunk, _ columns: [TableContent.MeasuredColumn]
  ) -> StyledText {
    line(of: chunk.columns.map { row[$0] }, chunk.widths, chunk.columns.map { columns[$0].alignment })
  }

  private func line(
    of cells: [TableContent.MeasuredCell], _ widths: [Int], _ alignments: [Column.Alignment]
  ) -> StyledText {
    var builder = LineBuilder()
    var start = 0
    for index in cells.indices {
      let room = widths[index]
      switch cells[index] {
      case .text(let text, let width):
        builder.place(text, width: width, start: start, room: room, alignment: alignments[index])
      case .bar(let fraction, let style):
        let bar = Bar.text(fraction: fraction, width: room, characters: characters)
        builder.place(StyledText(bar, style), width: bar.displayWidth, start: start)
      case .empty: break
      }
      start += room + TableLayout.gap
    }
    return builder.text
  }

  /// One row as lines of title and value, for a table that has no room even for two columns.
  private func record(
    of row: [TableContent.MeasuredCell], _ columns: [TableContent.MeasuredColumn]
  ) -> [StyledText] {
    zip(row, columns).flatMap { cell, column -> [StyledText] in
      // A bar without a title would stand on a line of its own and say nothing.
      if case .bar = cell, column.title.isEmpty { return [] }
      let title = column.title.isEmpty ? StyledText("") : StyledText(column.title + ": ", .heading)
      let value: StyledText
      switch cell {
      case .text(let text, _): value = text
      case .bar(let fraction, let style):
        let room = min(max(width - title.displayWidth, Bar.leastWidth), Bar.greatestWidth)
        value = StyledText(Bar.text(fraction: fraction, width: room, characters: characters), style)
      case .empty: value = ""
      }
      return value.isEmpty ? [] : Wrap.lines(of: title + value, width: width, hanging: 2)
    }
  }
}
