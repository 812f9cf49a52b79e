/// A piece of a line that remembers where it stands. All white space in it is the space character.
struct FileText {
  let text: String
  /// Counted from 1.
  let line: Int
  /// The first character's place in the line, counted from 1.
  let column: Int

  /// An error at the first character.
  func mistake(_ message: String, suggestion: String? = nil) -> FileMistake {
    FileMistake(line: line, column: column, message: message, suggestion: suggestion)
  }

  /// The text between backticks, shortened when it is long.
  var quoted: String {
    text.count <= 40 ? "`\(text)`" : "`\(text.prefix(37))...`"
  }

  /// The text without white space at its ends.
  var trimmed: FileText {
    let space = UInt8(ascii: " ")
    guard text.utf8.first == space || text.utf8.last == space else { return self }
    let leading = text.utf8.prefix { $0 == space }.count
    let trailing = text.utf8.reversed().prefix { $0 == space }.count
    guard leading < text.count else { return FileText(text: "", line: line, column: column) }
    return FileText(text: String(text.dropFirst(leading).dropLast(trailing)), line: line, column: column + leading)
  }

  /// The text from a character on, counted from 0.
  func dropFirst(_ count: Int) -> FileText {
    FileText(text: String(text.dropFirst(count)), line: line, column: column + count)
  }

  /// The text before a character, counted from 0.
  func prefix(_ count: Int) -> FileText {
    FileText(text: String(text.prefix(count)), line: line, column: column)
  }

  /// The place of the first such character, counted from 0.
  func offset(of character: Character) -> Int? {
    text.firstIndex(of: character).map { text.distance(from: text.startIndex, to: $0) }
  }

  /// The items of a list, trimmed and not empty. A comma between two digits belongs to a number.
  func items() throws(FileMistake) -> [FileText] {
    let characters = Array(text)
    var items: [FileText] = []
    var start = 0
    for (index, character) in characters.enumerated() where character == "," {
      let isInNumber =
        index > 0 && index + 1 < characters.count && characters[index - 1].isNumber && characters[index + 1].isNumber
      guard !isInNumber else { continue }
      items.append(dropFirst(start).prefix(index - start).trimmed)
      start = index + 1
    }
    items.append(dropFirst(start).trimmed)
    if let empty = items.first(where: \.text.isEmpty) { throw empty.mistake("the list has an empty item") }
    return items
  }

  /// The text without a comment: a `#` at the start or after white space, with white space or nothing after it.
  var withoutComment: FileText {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return self }
    let characters = Array(text)
    for (index, character) in characters.enumerated() where character == "#" {
      let opens = index == 0 || characters[index - 1] == " "
      let closes = index == 0 || index + 1 == characters.count || characters[index + 1] == " "
      if opens, closes { return prefix(index) }
    }
    return self
  }
}
