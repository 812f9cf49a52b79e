/// A line of separated values: bytes of a file, with the line's number for errors.
struct PriceFileLine {
  let bytes: [UInt8]
  /// The bytes of the line, without its end.
  let range: Range<Int>
  /// Counted from 1.
  let number: Int

  private static let quote = UInt8(ascii: "\"")

  var isBlank: Bool { bytes[range].allSatisfy(Self.isBlank) }

  var isComment: Bool { bytes[range].first { !Self.isBlank($0) } == UInt8(ascii: "#") }

  /// An error at a byte, whose column is counted in characters.
  func mistake(at place: Int, _ message: String, suggestion: String? = nil) -> FileMistake {
    let before = String(decoding: bytes[range.lowerBound..<min(place, range.upperBound)], as: UTF8.self)
    return FileMistake(line: number, column: before.count + 1, message: message, suggestion: suggestion)
  }

  func text(_ cell: Range<Int>) -> String {
    String(decoding: bytes[cell], as: UTF8.self)
  }

  /// The text between backticks, shortened when it is long.
  func quoted(_ cell: Range<Int>) -> String {
    FileText(text: text(cell), line: number, column: 1).quoted
  }

  /// Finds the cells: what stands between separators, without blanks around it and without quotes.
  ///
  /// In double quotes a separator is text; a quote in there is written twice.
  func split(at separator: UInt8, into cells: inout [Range<Int>]) throws(FileMistake) {
    cells.removeAll(keepingCapacity: true)
    var place = range.lowerBound
    while true {
      while place < range.upperBound, Self.isBlank(bytes[place]), bytes[place] != separator { place += 1 }
      let isQuoted = place < range.upperBound && bytes[place] == Self.quote
      if isQuoted {
        let end = try closingQuote(from: place)
        cells.append(place + 1..<end)
        place = end + 1
        while place < range.upperBound, bytes[place] != separator {
          guard Self.isBlank(bytes[place]) else {
            throw mistake(at: place, "a separator has to follow the closing quote")
          }
          place += 1
        }
      } else {
        let start = place
        while place < range.upperBound, bytes[place] != separator { place += 1 }
        var end = place
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        cells.append(start..<end)
      }
      guard place < range.upperBound else { return }
      place += 1
    }
  }

  private func closingQuote(from start: Int) throws(FileMistake) -> Int {
    var place = start + 1
    while place < range.upperBound {
      if bytes[place] == Self.quote {
        guard place + 1 < range.upperBound, bytes[place + 1] == Self.quote else { return place }
        place += 1
      }
      place += 1
    }
    throw mistake(at: start, "the quote is not closed in this line")
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
