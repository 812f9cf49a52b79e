/// Reads the lines of a price file into rows, as they stand in the file.
struct PriceFileReader {
  private let bytes: [UInt8]
  private(set) var rows: [PriceRow] = []
  private(set) var hasDates = false
  /// The rows without a price, whose cell is empty.
  private(set) var rowsWithoutPrice = LineCount()

  /// Reads the bytes of a file: with or without a byte order mark, lines ended by LF or CRLF.
  init(_ bytes: [UInt8]) throws(FileMistake) {
    self.bytes = bytes
    guard bytes.count <= PriceFile.byteLimit else {
      throw FileMistake(
        line: 1, column: 1,
        message: "the file has \(bytes.count) bytes, more than the limit of \(PriceFile.byteLimit)")
    }
    var header: PriceFileHeader?
    var cells: [Range<Int>] = []
    var lines = PriceFileLines(bytes)
    while let line = lines.next() {
      try Self.refuseWhatIsNoText(line)
      if line.isBlank || line.isComment { continue }
      if let header {
        try line.split(at: header.separator, into: &cells)
        try read(line, cells, header)
      } else {
        header = try PriceFileHeader(line)
      }
    }
    guard let header else {
      throw FileMistake(
        line: 1, column: 1, message: "the file is empty: a header such as `date,close` and rows of prices are needed")
    }
    guard !rows.isEmpty else {
      throw FileMistake(line: max(1, lines.number), column: 1, message: "there is no price below the header")
    }
    hasDates = header.date != nil
  }

  private static func refuseWhatIsNoText(_ line: PriceFileLine) throws(FileMistake) {
    guard line.range.count <= PriceFile.lineLimit else {
      throw FileMistake(
        line: line.number, column: 1,
        message: "the line has \(line.range.count) bytes, more than the limit of \(PriceFile.lineLimit)")
    }
    for place in line.range where line.bytes[place] < 0x20 && line.bytes[place] != UInt8(ascii: "\t") {
      let code = String(line.bytes[place], radix: 16, uppercase: true)
      throw line.mistake(
        at: place, "the character U+\(String(repeating: "0", count: 4 - code.count))\(code) is not allowed: is it text?"
      )
    }
  }

  private mutating func read(
    _ line: PriceFileLine, _ cells: [Range<Int>], _ header: PriceFileHeader
  ) throws(FileMistake) {
    guard cells.count == header.count || cells.count > header.count && cells[header.count...].allSatisfy(\.isEmpty)
    else {
      throw line.mistake(
        at: line.range.lowerBound,
        "the line has \(cells.count) cell\(cells.count == 1 ? "" : "s"), and the header names \(header.count)")
    }
    let close = try price(line, cells[header.close], header)
    let open = try header.open.map { (column) throws(FileMistake) in try price(line, cells[column], header) }
    let high = try header.high.map { (column) throws(FileMistake) in try price(line, cells[column], header) }
    let low = try header.low.map { (column) throws(FileMistake) in try price(line, cells[column], header) }
    let time = try time(line, cells, header)
    guard let close, open != .some(nil), high != .some(nil), low != .some(nil) else {
      rowsWithoutPrice.add(line.number)
      return
    }
    guard rows.count < PriceFile.barLimit else {
      throw line.mistake(
        at: line.range.lowerBound, "there are more than \(PriceFile.barLimit) rows, which is the limit")
    }
    rows.append(
      PriceRow(line: line.number, time: time, close: close, open: open ?? nil, high: high ?? nil, low: low ?? nil))
  }

  /// Nil for an empty cell.
  private func price(
    _ line: PriceFileLine, _ cell: Range<Int>, _ header: PriceFileHeader
  ) throws(FileMistake) -> Double? {
    let message: String
    switch PriceNumber(bytes[cell], separator: header.separator) {
    case .price(let value): return value
    case .empty: return nil
    case .zero: message = "is not a price: it has to be above 0"
    case .negative: message = "is negative, and a price is above 0"
    case .beyondLimits: message = "is not a price between 10^-12 and 10^12"
    case .ambiguousComma: message = "may mean two numbers: write decimals with a point, and no commas"
    case .notANumber: message = "is not a number"
    }
    throw line.mistake(at: cell.lowerBound, "\(line.quoted(cell)) \(message)")
  }

  private func time(
    _ line: PriceFileLine, _ cells: [Range<Int>], _ header: PriceFileHeader
  ) throws(FileMistake) -> Int {
    guard let date = header.date else { return rows.count }
    var reader = MomentReader(bytes[cells[date]])
    if let column = header.timeOfDay, bytes[cells[column]].contains(UInt8(ascii: ":")) {
      reader = MomentReader(bytes[cells[date]] + [UInt8(ascii: " ")] + bytes[cells[column]])
    }
    guard let moment = reader.moment() else {
      let what = cells[date].isEmpty ? "the date is missing" : "\(line.quoted(cells[date])) is no date"
      throw line.mistake(
        at: cells[date].lowerBound, "\(what): write `2020-03-12`, `2020-03-12 10:00` or Unix seconds")
    }
    return moment.seconds
  }
}

/// How many lines something concerns, and the first of them.
struct LineCount: Equatable {
  private(set) var lines = 0
  private(set) var first = 0

  mutating func add(_ line: Int) {
    first = lines == 0 ? line : min(first, line)
    lines += 1
  }
}
