/// The opening line of a fenced block: three or more backticks or tildes.
struct Fence {
  /// The blanks before it.
  let indent: Int
  let mark: UInt8
  let length: Int
  /// Where the words behind the marks stand in the source's bytes, without blanks around them.
  let information: Range<Int>

  /// Nil when the line, from its first character that is no blank on, opens no fence; `allowsBackticks` takes one that
  /// would be a fence but for a backtick behind its marks.
  init?(opening body: ArraySlice<UInt8>, indent: Int, allowsBackticks: Bool = false) {
    guard let mark = body.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let rest = body.drop { $0 == mark }
    guard body.count - rest.count >= 3, mark == UInt8(ascii: "~") || allowsBackticks || !rest.contains(mark)
    else { return nil }
    let words = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.droppingTrailingBlanks
    self.indent = indent
    self.mark = mark
    length = body.count - rest.count
    information = words.startIndex..<words.endIndex
  }

  /// Whether a line ends the block; one that is indented further than three blanks does not, unless it stands in a list.
  func isClosed(by line: ArraySlice<UInt8>, inList: Bool = false) -> Bool {
    let (indent, bytes) = line.indentation()
    guard inList || indent <= 3, let other = Fence(opening: line.dropFirst(bytes), indent: indent) else {
      return false
    }
    return other.mark == mark && other.length >= length && other.information.isEmpty
  }
}
