/// How much is liquidated by how large a fall of a price, as data sites export it.
public struct LiquidationCurve: Equatable, Sendable {
  /// Those whose liquidation a fall reaches first.
  public struct Step: Equatable, Sendable {
    /// The fall from the price at the start: 0.08 is 8 %; from 0 to 1.
    public let fall: Double
    /// Dollars that this fall adds; above 0.
    public let dollars: Double
  }

  /// From the smallest fall on.
  public let steps: [Step]

  /// The most bytes of a file: 4 MiB.
  public static let byteLimit = 4 * 1024 * 1024

  /// Reads comma-separated values whose first line names the columns, in any order and case; others are passed over:
  ///
  ///     eth_price_drop,cum_liquidated_usd
  ///     0.0007,23
  ///     0.0014,25
  ///
  /// The column of the fall has `drop` or `fall` in its name, that of the dollars `liquidated`; with `cum` in its name too
  /// each row counts all that was liquidated before. Falls are shares from 0 to 1 and may not go back. Throws the first
  /// error with its place.
  public static func parse(_ text: String, file: String) throws(FileContentError) -> LiquidationCurve {
    do throws(FileMistake) {
      var reader = LiquidationCurveReader(bytes: Array(text.utf8))
      return LiquidationCurve(steps: try reader.read())
    } catch {
      throw FileContentError(error, file: file)
    }
  }
}

/// Reads the lines of a liquidation curve.
private struct LiquidationCurveReader {
  let bytes: [UInt8]
  private var steps: [LiquidationCurve.Step] = []
  /// Of the row before.
  private var last = (fall: 0.0, total: 0.0)

  /// Which column says what.
  private struct Columns {
    let separator: UInt8
    let fall: Int
    let dollars: Int
    let isCumulative: Bool
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() throws(FileMistake) -> [LiquidationCurve.Step] {
    var columns: Columns?
    var cells: [Range<Int>] = []
    var lines = PriceFileLines(bytes)
    while let line = lines.next() {
      if line.isBlank || line.isComment { continue }
      if let columns {
        try line.split(at: columns.separator, into: &cells)
        try read(line, cells, columns)
      } else {
        columns = try Self.columns(of: line)
      }
    }
    guard columns != nil else {
      throw FileMistake(
        line: 1, column: 1, message: "the file is empty: a header such as `price_drop,cum_liquidated_usd` is needed")
    }
    guard !steps.isEmpty else {
      throw FileMistake(line: lines.number, column: 1, message: "nothing is liquidated in any row below the header")
    }
    return steps
  }

  private static func columns(of line: PriceFileLine) throws(FileMistake) -> Columns {
    let separator = PriceFileHeader.separator(of: line)
    var cells: [Range<Int>] = []
    try line.split(at: separator, into: &cells)
    let names = cells.map { line.text($0).lowercased() }
    let header = line.quoted(line.range)
    guard let fall = names.firstIndex(where: { $0.contains("drop") || $0.contains("fall") }) else {
      throw line.mistake(
        at: line.range.lowerBound, "a column with `drop` or `fall` in its name is needed, and the header is \(header)")
    }
    guard let dollars = names.firstIndex(where: { $0.contains("liquidated") }) else {
      throw line.mistake(
        at: line.range.lowerBound, "a column with `liquidated` in its name is needed, and the header is \(header)")
    }
    return Columns(separator: separator, fall: fall, dollars: dollars, isCumulative: names[dollars].contains("cum"))
  }

  private mutating func read(
    _ line: PriceFileLine, _ cells: [Range<Int>], _ columns: Columns
  ) throws(FileMistake) {
    let fall = try number(line, cells, columns.fall, columns, "the fall")
    guard fall <= 1 else {
      throw line.mistake(at: cells[columns.fall].lowerBound, "a fall is a share from 0 to 1, as 0.08 for 8%")
    }
    guard fall >= last.fall else {
      throw line.mistake(
        at: cells[columns.fall].lowerBound, "the falls go from the smallest to the largest, and this one goes back")
    }
    let said = try number(line, cells, columns.dollars, columns, "the dollars")
    guard !columns.isCumulative || said >= last.total else {
      throw line.mistake(
        at: cells[columns.dollars].lowerBound, "what is liquidated in all cannot become less by a larger fall")
    }
    let added = columns.isCumulative ? said - last.total : said
    if added > 0 { steps.append(LiquidationCurve.Step(fall: fall, dollars: added)) }
    last = (fall, said)
  }

  /// A number from 0 on.
  private func number(
    _ line: PriceFileLine, _ cells: [Range<Int>], _ column: Int, _ columns: Columns, _ what: String
  ) throws(FileMistake) -> Double {
    guard column < cells.count else {
      throw line.mistake(at: line.range.upperBound, "\(what) of this row is missing")
    }
    let cell = cells[column]
    switch PriceNumber(bytes[cell], separator: columns.separator) {
    case .price(let value): return value
    case .zero: return 0
    case .empty: throw line.mistake(at: cell.lowerBound, "\(what) of this row is missing")
    case .negative: throw line.mistake(at: cell.lowerBound, "\(line.quoted(cell)) is negative")
    case .beyondLimits: throw line.mistake(at: cell.lowerBound, "\(line.quoted(cell)) is too large or too small")
    case .ambiguousComma, .notANumber:
      throw line.mistake(at: cell.lowerBound, "\(line.quoted(cell)) is not a number")
    }
  }
}
