/// What a terminal shows after the bytes that a program wrote to it.
///
/// It knows the part of the VT100 and xterm that line editing uses, and keeps text without colour. Rows that scroll out
/// at the top are kept too, so that a test can compare a whole session.
public struct TerminalScreen {
  public private(set) var columns: Int
  public private(set) var rows: Int
  /// The cursor, from 0.
  public private(set) var cursor = (row: 0, column: 0)

  /// One string for each column: empty right of a wide character.
  private var cells: [[String]]
  private var scrollback: [String] = []
  /// A character was written in the last column: the next one goes to the next row.
  private var isWrapPending = false
  private var inserts = false
  private var input = State.text
  private var undecoded: [UInt8] = []

  private enum State {
    case text, escape, skipOne, systemCommand
    case control(String)
  }

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// Everything that was shown, without blanks at the ends of rows and without empty rows at the end.
  public var text: String {
    var lines = scrollback + cells.map(Self.trimmed)
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The row that the cursor is on.
  public var cursorLine: String { Self.trimmed(cells[cursor.row]) }

  /// Changes the size as xterm does: rows are cut or get longer, and are not wrapped anew.
  public mutating func resize(columns: Int, rows: Int) {
    cells = cells.map { Array(($0 + Array(repeating: " ", count: columns)).prefix(columns)) }
    while cells.count > rows {
      if cursor.row < cells.count - 1 {
        cells.removeLast()
      } else {
        scrollback.append(Self.trimmed(cells.removeFirst()))
        cursor.row -= 1
      }
    }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    self.columns = columns
    self.rows = rows
    cursor.column = min(cursor.column, columns - 1)
    isWrapPending = false
  }

  /// Shows what a program wrote.
  public mutating func feed(_ bytes: [UInt8]) {
    undecoded += bytes
    var complete = undecoded.count
    // A character may arrive in parts.
    for length in 1...3 where undecoded.count >= length {
      let lead = undecoded[undecoded.count - length]
      if lead >= 0xC0 {
        let expected = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        if expected > length { complete = undecoded.count - length }
        break
      }
    }
    let text = String(decoding: undecoded[..<complete], as: UTF8.self)
    undecoded.removeFirst(complete)
    for scalar in text.unicodeScalars { take(scalar) }
  }

  private static func trimmed(_ row: [String]) -> String {
    var row = row[...]
    while row.last == " " { row.removeLast() }
    return row.joined()
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch input {
    case .text:
      show(scalar)
    case .escape:
      input = .text
      switch scalar {
      case "[": input = .control("")
      case "]": input = .systemCommand
      case "(", ")": input = .skipOne
      case "M": moveUpOrScroll()
      default: break
      }
    case .skipOne:
      input = .text
    case .systemCommand:
      if scalar == "\u{7}" || scalar == "\\" { input = .text }
    case .control(let parameters):
      if (0x40...0x7E).contains(scalar.value) {
        input = .text
        perform(scalar, parameters)
      } else {
        input = .control(parameters + String(scalar))
      }
    }
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": input = .escape
    case "\r": move(column: 0)
    case "\n": lineFeed()
    case "\u{8}": move(column: max(0, cursor.column - 1))
    case "\t": move(column: min(columns - 1, (cursor.column / 8 + 1) * 8))
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    if width == 0 {
      if cursor.column > 0 { cells[cursor.row][cursor.column - 1] += String(scalar) }
      return
    }
    if isWrapPending || cursor.column + width > columns {
      move(column: 0)
      lineFeed()
    }
    if inserts { insertBlanks(width) }
    cells[cursor.row][cursor.column] = String(scalar)
    if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
    cursor.column += width
    if cursor.column == columns {
      cursor.column = columns - 1
      isWrapPending = true
    }
  }

  private mutating func perform(_ final: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    let row = cursor.row
    let column = cursor.column
    switch final {
    case "A": move(row: max(0, row - count))
    case "B": move(row: min(rows - 1, row + count))
    case "C": move(column: min(columns - 1, column + count))
    case "D": move(column: max(0, column - count))
    case "G": move(column: min(columns, count) - 1)
    case "d": move(row: min(rows, count) - 1)
    case "H": move(row: min(rows, count) - 1, column: min(columns, max(1, numbers.dropFirst().first ?? 1)) - 1)
    case "J": erase(numbers.first ?? 0)
    case "K":
      let range = [0: column..<columns, 1: 0..<column + 1, 2: 0..<columns][numbers.first ?? 0] ?? 0..<0
      for index in range { cells[row][index] = " " }
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "X":
      for index in column..<min(columns, column + count) { cells[row][index] = " " }
    case "@": insertBlanks(count)
    case "h" where parameters == "4": inserts = true
    case "l" where parameters == "4": inserts = false
    default: break
    }
  }

  private mutating func erase(_ part: Int) {
    let blank = Array(repeating: " ", count: columns)
    if part == 0 {
      for index in cursor.column..<columns { cells[cursor.row][index] = " " }
      for row in cells.indices.dropFirst(cursor.row + 1) { cells[row] = blank }
    } else if part == 2 {
      cells = Array(repeating: blank, count: rows)
    }
  }

  private mutating func insertBlanks(_ count: Int) {
    cells[cursor.row].insert(contentsOf: Array(repeating: " ", count: count), at: cursor.column)
    cells[cursor.row].removeLast(count)
  }

  private mutating func move(row: Int? = nil, column: Int? = nil) {
    cursor = (row ?? cursor.row, column ?? cursor.column)
    isWrapPending = false
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if cursor.row < rows - 1 {
      cursor.row += 1
    } else {
      scrollback.append(Self.trimmed(cells.removeFirst()))
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func moveUpOrScroll() {
    isWrapPending = false
    if cursor.row > 0 {
      cursor.row -= 1
    } else {
      cells.removeLast()
      cells.insert(Array(repeating: " ", count: columns), at: 0)
    }
  }

  /// The columns of a character, for the scripts that the tests use.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
