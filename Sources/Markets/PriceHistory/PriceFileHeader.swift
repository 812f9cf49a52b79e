/// The columns of a price file, by the names in its first line.
struct PriceFileHeader {
  let separator: UInt8
  /// The number of columns.
  let count: Int
  let close: Int
  let open: Int?
  let high: Int?
  let low: Int?
  /// The column of the date, perhaps with the time of day; nil when there is none.
  let date: Int?
  /// The column of the time of day, where it stands apart from the date.
  let timeOfDay: Int?

  /// Names of the column with the date, those that are preferred first.
  private static let dateNames = ["datetime_utc", "datetime", "timestamp", "date", "time"]
  private static let closeNames = ["close", "price"]

  init(_ line: PriceFileLine) throws(FileMistake) {
    separator = Self.separator(of: line)
    var cells: [Range<Int>] = []
    try line.split(at: separator, into: &cells)
    let names = cells.map { line.text($0).lowercased() }
    guard !cells.allSatisfy({ Self.isValue(line, $0) }) else {
      throw line.mistake(
        at: line.range.lowerBound,
        "the first line has to name the columns, such as `date,close`, and here it is \(line.quoted(line.range))")
    }
    let known = Self.dateNames + Self.closeNames + ["open", "high", "low"]
    for (index, name) in names.enumerated() where known.contains(name) {
      guard names[..<index].contains(name) else { continue }
      throw line.mistake(at: cells[index].lowerBound, "the column `\(name)` is there twice")
    }
    guard let close = Self.closeNames.compactMap({ names.firstIndex(of: $0) }).first else {
      let near = names.indices.first { Spelling.nearest(to: names[$0], among: Self.closeNames) != nil }
      throw line.mistake(
        at: near.map { cells[$0].lowerBound } ?? line.range.lowerBound,
        "a column `close` or `price` is needed, and the header is \(line.quoted(line.range))",
        suggestion: near.flatMap { Spelling.nearest(to: names[$0], among: Self.closeNames) })
    }
    self.close = close
    open = names.firstIndex(of: "open")
    high = names.firstIndex(of: "high")
    low = names.firstIndex(of: "low")
    let date = Self.dateNames.compactMap { names.firstIndex(of: $0) }.first
    self.date = date
    timeOfDay = date.map { names[$0] } == "date" ? names.firstIndex(of: "time") : nil
    count = cells.count
  }

  /// The one of tab, semicolon and comma that is there most often; a comma where there is none.
  static func separator(of line: PriceFileLine) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in line.bytes[line.range].count { $0 == candidate } }
    return candidates[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
  }

  /// Whether a cell holds what belongs into rows: nothing, a number or a date.
  private static func isValue(_ line: PriceFileLine, _ cell: Range<Int>) -> Bool {
    let bytes = line.bytes[cell]
    return bytes.isEmpty || PriceNumber(bytes, separator: UInt8(ascii: ",")).isNumber || Moment(line.text(cell)) != nil
  }
}
