import Reports

/// A row of a table whose long cells go on in rows below it, so that the table stays in the line.
enum WrappedRow {
  /// Each cell with the width that it may take, nil for any; a longer text has one style, and is cut between words.
  static func rows(_ cells: [(text: StyledText, width: Int?)]) -> [Row] {
    let columns = cells.map { cell in
      cell.width.map { lines(of: cell.text, width: $0) } ?? [cell.text]
    }
    return (0..<(columns.map(\.count).max() ?? 0)).map { line in
      Row(cells: columns.map { line < $0.count ? .text($0[line]) : .empty })
    }
  }

  private static func lines(of text: StyledText, width: Int) -> [StyledText] {
    guard text.plain.count > width, let style = text.spans.first?.style else { return [text] }
    var lines: [String] = []
    for word in text.plain.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { StyledText($0, style) }
  }
}
