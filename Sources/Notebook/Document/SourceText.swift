/// The bytes of a file, cut into lines; nothing of them is changed or lost.
///
/// A line ends with LF or CR LF, which belong to it but not to its content. Lines are counted from 0 here and from 1 in
/// messages. A byte order mark at the beginning belongs to no line's content.
public struct SourceText: Sendable {
  /// The largest file that is read, in bytes.
  public static let byteLimit = 64 << 20

  /// All bytes.
  public let bytes: [UInt8]
  /// Where each line begins, and behind the last one the end.
  private let starts: [Int]
  private let hasByteOrderMark: Bool

  /// Cuts valid UTF-8 into lines.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 2)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts[starts.count - 1] != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The number of lines; a line break at the end begins no further one.
  public var lineCount: Int { starts.count - 1 }

  /// The bytes of a line with its end.
  public func range(ofLine line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }

  /// The bytes of some lines with their ends.
  public func range(ofLines lines: Range<Int>) -> Range<Int> { starts[lines.lowerBound]..<starts[lines.upperBound] }

  /// The bytes of a line without its end.
  public func contentRange(ofLine line: Int) -> Range<Int> {
    let start = line == 0 && hasByteOrderMark ? 3 : starts[line]
    var end = starts[line + 1]
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    }
    return start..<max(start, end)
  }

  /// The bytes of a line without its end.
  public func content(ofLine line: Int) -> ArraySlice<UInt8> { bytes[contentRange(ofLine: line)] }

  /// A line without its end.
  public func text(ofLine line: Int) -> String { String(decoding: content(ofLine: line), as: UTF8.self) }

  /// What ends a line: `\n`, `\r\n`, or nothing at the end of a file.
  public func end(ofLine line: Int) -> String {
    String(decoding: bytes[contentRange(ofLine: line).upperBound..<starts[line + 1]], as: UTF8.self)
  }

  /// How many Unicode scalars of a line come before a byte; the byte's column counted from 0.
  func column(ofByte offset: Int, inLine line: Int) -> Int {
    bytes[contentRange(ofLine: line).lowerBound..<offset].scalarCount
  }
}

extension ArraySlice<UInt8> {
  /// The same bytes without white space at their end.
  var droppingTrailingBlanks: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last, last == 0x20 || (0x09...0x0D).contains(last) { rest.removeLast() }
    return rest
  }

  /// How many blanks it begins with.
  var indent: Int { prefix { $0 == UInt8(ascii: " ") }.count }

  /// The blanks and tabs that it begins with: how many columns they take when it begins at `column`, and how many bytes
  /// they are. A tab leads to the next multiple of four.
  func indentation(from column: Int = 0) -> (columns: Int, bytes: Int) {
    var place = column
    var count = 0
    for byte in self {
      if byte == UInt8(ascii: " ") {
        place += 1
      } else if byte == UInt8(ascii: "\t") {
        place += 4 - place % 4
      } else {
        break
      }
      count += 1
    }
    return (place - column, count)
  }

  /// How many Unicode scalars valid UTF-8 holds.
  var scalarCount: Int { reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }

  var isBlank: Bool { droppingTrailingBlanks.isEmpty }

  /// Where some bytes occur first.
  func firstRange(ofBytes pattern: StaticString) -> Range<Int>? {
    let wanted = Array(pattern.description.utf8)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    var index = startIndex
    while index <= endIndex - wanted.count {
      if self[index] == first, self[index..<index + wanted.count].elementsEqual(wanted) {
        return index..<index + wanted.count
      }
      index += 1
    }
    return nil
  }
}
