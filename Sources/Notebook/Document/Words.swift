/// Cuts the words behind a fence or in a directive: `name`, `name=value` and `name="value with blanks"`.
struct Words {
  struct Word: Equatable {
    var name: String
    var value: String?
    /// Where the word stands, in Unicode scalars of the text.
    var range: Range<Int>
    var isQuoted = false
    /// A quoted value without its closing quote.
    var isUnclosed = false
  }

  static func of(_ text: String) -> [Word] {
    let scalars = Array(text.unicodeScalars)
    var words: [Word] = []
    var index = 0
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    while index < scalars.count {
      guard !isBlank(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, !isBlank(scalars[index]), scalars[index] != "=" { index += 1 }
      var word = Word(name: string(start..<index), value: nil, range: start..<index)
      if index < scalars.count, scalars[index] == "=" {
        index += 1
        if index < scalars.count, scalars[index] == "\"" {
          let open = index + 1
          index = open
          while index < scalars.count, scalars[index] != "\"" { index += 1 }
          word.value = string(open..<index)
          word.isQuoted = true
          word.isUnclosed = index == scalars.count
          index = min(index + 1, scalars.count)
        } else {
          let open = index
          while index < scalars.count, !isBlank(scalars[index]) { index += 1 }
          word.value = string(open..<index)
        }
        word.range = start..<index
      }
      words.append(word)
    }
    return words
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
