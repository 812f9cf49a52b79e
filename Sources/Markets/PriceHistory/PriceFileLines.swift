/// The lines of a file one by one, without their ends: a line feed, with or without a carriage return before it.
struct PriceFileLines {
  private let bytes: [UInt8]
  private var place: Int
  /// Of the line read last, from 1; 0 before the first.
  private(set) var number = 0

  /// Begins behind a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line; nil at the end.
  mutating func next() -> PriceFileLine? {
    guard place < bytes.count else { return nil }
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    number += 1
    let isWindowsEnd = end > place && bytes[end - 1] == UInt8(ascii: "\r")
    defer { place = end + 1 }
    return PriceFileLine(bytes: bytes, range: place..<(isWindowsEnd ? end - 1 : end), number: number)
  }
}
