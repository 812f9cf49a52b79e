/// The list of candidates that Tab shows below the line.
enum CompletionListing {
  /// The most rows that a list takes; the rest is counted in a last row.
  static let rowLimit = 40

  /// One row of the list: a name and, apart so that it can be shown muted, a description.
  struct Row: Equatable {
    var name: String
    var description: String
  }

  /// Lays candidates out for a terminal of `columns`.
  ///
  /// With descriptions, one candidate a row, the descriptions aligned and cut with "…". Without, as many columns as fit,
  /// sorted downwards like `ls`. No row is wider than `columns - 1`, so that none wraps.
  static func rows(_ candidates: [Completion.Candidate], columns: Int, rowLimit: Int = rowLimit) -> [Row] {
    let width = max(1, columns - 1)
    let described = candidates.contains { !$0.description.isEmpty }
    return described
      ? describedRows(candidates, width: width, rowLimit: rowLimit)
      : plainRows(candidates.map(\.text), width: width, rowLimit: rowLimit)
  }

  private static func describedRows(_ candidates: [Completion.Candidate], width: Int, rowLimit: Int) -> [Row] {
    let shown = candidates.prefix(rowLimit)
    let widest = shown.map(\.text.displayWidth).max() ?? 0
    // A very long name must not push every description out of sight.
    let nameWidth = min(widest, max(width * 2 / 5, min(widest, 16)))
    var rows = shown.map { candidate -> Row in
      let name = candidate.text.displayWidth <= nameWidth ? candidate.text.padded(to: nameWidth) : candidate.text
      let room = width - name.displayWidth - 2
      guard room >= 4, !candidate.description.isEmpty else {
        return Row(name: candidate.text.fitting(width), description: "")
      }
      return Row(name: name + "  ", description: singleLine(candidate.description).fitting(room))
    }
    if candidates.count > shown.count {
      rows.append(more(candidates.count - shown.count))
    }
    return rows
  }

  private static func plainRows(_ names: [String], width: Int, rowLimit: Int) -> [Row] {
    let cell = (names.map(\.displayWidth).max() ?? 0) + 2
    let perRow = max(1, (width + 2) / cell)
    let shown = names.prefix(rowLimit * perRow)
    let rowCount = (shown.count + perRow - 1) / perRow
    var rows = (0..<rowCount).map { row -> Row in
      let cells = stride(from: row, to: shown.count, by: rowCount).map { shown[$0] }
      let text = cells.dropLast().map { $0.padded(to: cell) }.joined() + (cells.last ?? "")
      return Row(name: text.fitting(width), description: "")
    }
    if names.count > shown.count {
      rows.append(more(names.count - shown.count))
    }
    return rows
  }

  private static func more(_ count: Int) -> Row {
    Row(name: "", description: "… \(count) more")
  }

  private static func singleLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
