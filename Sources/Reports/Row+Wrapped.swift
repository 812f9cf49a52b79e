extension Row {
  /// A row whose long cells go on in rows below it, so that the table stays in the line.
  ///
  /// Each cell comes with the width that it may take, nil for any.
  public static func wrapped(_ cells: [(text: StyledText, width: Int?)]) -> [Row] {
    let columns = cells.map { cell in cell.width.map { Wrap.lines(of: cell.text, width: $0) } ?? [cell.text] }
    return (0..<(columns.map(\.count).max() ?? 0)).map { line in
      Row(cells: columns.map { line < $0.count ? .text($0[line]) : .empty })
    }
  }
}
