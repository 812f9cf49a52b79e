/// Rows and columns; the first column is the key that names each row.
///
/// A table wider than the line is continued below with its key column repeated, if possible between two columns of
/// different `group`, so columns that are read together should share a group. The key's own group does not matter.
public struct Table: Equatable, Sendable {
  /// The columns from left to right.
  public var columns: [Column]
  /// The rows from top to bottom. A row with fewer cells than columns ends in empty cells; surplus cells are ignored.
  public var rows: [Row]
  /// Lines below the table, wrapped to the width.
  public var footer: [StyledText]

  /// Makes a table.
  public init(columns: [Column], rows: [Row] = [], footer: [StyledText] = []) {
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }
}

/// The title of a column and how its cells stand.
public struct Column: Equatable, Sendable {
  /// The side at which the cells of a column line up.
  public enum Alignment: Equatable, Sendable {
    /// At the left: words and bars.
    case leading
    /// At the right: numbers.
    case trailing
  }

  /// The words above the column; they may take two lines.
  public var title: String
  /// The side at which title and cells line up.
  public var alignment: Alignment
  /// Neighbouring columns of one group stay together if the line has room.
  public var group: Int

  /// Makes a column.
  public init(title: String, alignment: Alignment = .trailing, group: Int = 0) {
    self.title = title
    self.alignment = alignment
    self.group = group
  }
}

/// The cells of one line of a table.
public struct Row: Equatable, Sendable {
  /// The cells in the order of the columns.
  public var cells: [Cell]
  /// The style of all plain text in the row, or nil.
  public var emphasis: Style?

  /// Makes a row.
  public init(cells: [Cell], emphasis: Style? = nil) {
    self.cells = cells
    self.emphasis = emphasis
  }
}

/// What stands in one row and column.
public enum Cell: Equatable, Sendable {
  /// Text on one line: line breaks in it become blanks.
  case text(StyledText)
  /// A horizontal bar that fills `fraction` of its column: below 0 and not-a-number count as 0, above 1 as 1.
  case bar(fraction: Double, style: Style = .plain)
  /// Nothing.
  case empty
}
