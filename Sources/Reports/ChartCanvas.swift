/// The cells of a plot, in which later drawings cover earlier ones.
struct ChartCanvas {
  /// What a cell shows, from what gives way most readily to what gives way least.
  enum Content: Equatable {
    case blank
    /// Part of an area: a band or a column.
    case fill(String)
    /// Part of a straight line across the plot.
    case rule(String)
    /// Braille dots of lines, as the bits of the Unicode block.
    case dots(UInt8)
    /// A sign that stands for a line where there are no dots, and the line's number.
    case sign(String, of: Int)
    /// A mark.
    case symbol(String)
    /// The start of a text.
    case text(StyledText)
    /// A cell that a text before it covers.
    case covered

    /// Whether nothing but blanks and areas is there.
    var givesWayToText: Bool {
      switch self {
      case .blank, .fill: true
      default: false
      }
    }
  }

  let width: Int
  let height: Int
  let characters: TextRenderer.Characters
  private var contents: [Content]
  private var styles: [Style]

  init(width: Int, height: Int, characters: TextRenderer.Characters) {
    self.width = width
    self.height = height
    self.characters = characters
    contents = Array(repeating: .blank, count: width * height)
    styles = Array(repeating: .plain, count: width * height)
  }

  /// The dots of a cell in a row and in a column: one where there is no braille.
  var dotsAcross: Int { characters == .unicode ? 2 : 1 }
  var dotsDown: Int { characters == .unicode ? 4 : 1 }

  /// The content of a cell; row 0 is the top.
  func content(_ column: Int, _ row: Int) -> Content { contents[row * width + column] }

  mutating func set(_ column: Int, _ row: Int, _ content: Content, _ style: Style) {
    contents[row * width + column] = content
    styles[row * width + column] = style
  }

  /// Sets one dot of a line, or the line's sign where there are no dots.
  ///
  /// Where two lines share a cell without dots, they take turns from cell to cell, so that both remain visible.
  mutating func setDot(x: Int, y: Int, line: Int, sign: String, _ style: Style) {
    let (column, row) = (x / dotsAcross, y / dotsDown)
    let index = row * width + column
    if characters == .unicode {
      let dots = Self.bit(x % 2, y % 4)
      guard case .dots(let others) = contents[index] else {
        contents[index] = .dots(dots)
        styles[index] = style
        return
      }
      // The line that came first, which should be the one that matters most, gives the cell its style.
      contents[index] = .dots(dots | others)
    } else {
      if case .sign(_, let other) = contents[index], other != line, (column + row + line) % 2 == 1 { return }
      contents[index] = .sign(sign, of: line)
      styles[index] = style
    }
  }

  /// The bit of a dot in U+2800 and following: the upper three rows came first.
  private static func bit(_ x: Int, _ y: Int) -> UInt8 {
    y < 3 ? 1 << (y + 3 * x) : 1 << (6 + x)
  }

  /// Whether a text of so many cells fits at a column, with a free cell on both sides and apart from the axis.
  ///
  /// - Parameter covers: What it may cover.
  func hasRoom(at column: Int, _ row: Int, width length: Int, covering covers: (Content) -> Bool) -> Bool {
    guard row >= 0, row < height, column > 0, column + length <= width, length > 0 else { return false }
    return (column - 1..<min(width, column + length + 1)).allSatisfy { covers(content($0, row)) }
  }

  /// Writes a text where there is room for it, with a blank beside it where an area goes on.
  mutating func write(_ text: StyledText, width length: Int, at column: Int, _ row: Int) {
    set(column - 1, row, .blank, .plain)
    if column + length < width { set(column + length, row, .blank, .plain) }
    set(column, row, .text(text), .plain)
    for covered in column + 1..<max(column + 1, column + length) { set(covered, row, .covered, .plain) }
  }

  /// The text of a row.
  func line(_ row: Int) -> StyledText {
    var line = StyledText("")
    for column in 0..<width {
      let style = styles[row * width + column]
      switch content(column, row) {
      case .blank: line.append(StyledText.Span(text: " "))
      case .fill(let text), .rule(let text), .symbol(let text), .sign(let text, _):
        line.append(StyledText.Span(text: text, style: style))
      case .dots(let bits):
        line.append(StyledText.Span(text: Self.braille(bits), style: style))
      case .text(let text): line.append(text)
      case .covered: break
      }
    }
    return line
  }

  private static func braille(_ bits: UInt8) -> String {
    Unicode.Scalar(0x2800 + UInt32(bits)).map { String(Character($0)) } ?? " "
  }
}
