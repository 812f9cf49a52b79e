/// The mark at the beginning of a list item.
struct ListMarker {
  let isOrdered: Bool
  /// The column at which the item's content begins, in blanks from the line's first column.
  let contentIndent: Int
  /// The item's first line without the mark.
  let rest: ArraySlice<UInt8>

  /// Nil when the line, from its first character that is no blank on, begins no item.
  init?(opening body: ArraySlice<UInt8>, indent: Int) {
    guard let first = body.first else { return nil }
    var width = 1
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      isOrdered = false
    } else {
      let digits = body.prefix { (0x30...0x39).contains($0) }.count
      guard (1...9).contains(digits), let delimiter = body.dropFirst(digits).first,
        delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")")
      else { return nil }
      isOrdered = true
      width = digits + 1
    }
    let behind = body.dropFirst(width)
    guard behind.first.map({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) ?? true else { return nil }
    let blanks = behind.indentation(from: indent + width)
    rest = behind.dropFirst(blanks.bytes)
    contentIndent = indent + width + ((1...4).contains(blanks.columns) && !rest.isBlank ? blanks.columns : 1)
  }
}
