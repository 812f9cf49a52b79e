extension ArgumentReader {
  /// The name of a file: what reaches up to the next blank, or stands in double quotes.
  mutating func fileName(example: String? = nil) throws(CommandError) -> String {
    guard let name = text(), !name.isEmpty else {
      throw errorHere("the name of a file is missing", try: [example ?? "\(manual.name) plan.lever"])
    }
    return name
  }

  /// Throws when more follows a name, as after one with blanks that is not in quotes; `last` is a word that may end the
  /// command, and `command` what stands before the name.
  mutating func endOfFileName(
    _ name: String, last: String? = nil, of command: String? = nil
  ) throws(CommandError) {
    let isQuoted = lastText().hasPrefix("\"")
    var ahead = self
    guard !isQuoted, var rest = ahead.rest()?.text else { return }
    var ending = ""
    if let last, rest.lowercased() == last || rest.lowercased().hasSuffix(" " + last) {
      rest.removeLast(last.count)
      ending = " " + last
    }
    while rest.last == " " { rest.removeLast() }
    guard !rest.isEmpty else { return }
    throw ahead.error(
      "a file's name with blanks stands in double quotes",
      try: ["\(command ?? manual.name) \"\(name) \(rest)\"\(ending)"])
  }

  /// A file's name as it has to be typed, in quotes where it needs them; nil when no line can hold it.
  static func typed(fileName name: String) -> String? {
    let scalars = name.unicodeScalars
    guard !name.isEmpty, scalars.allSatisfy({ $0.value >= 32 || $0 == "\t" }) else { return nil }
    let needsQuotes = scalars.contains { $0.isBlank || $0 == ";" || $0 == "#" }
    guard scalars.contains("\"") else { return needsQuotes ? "\"\(name)\"" : name }
    return needsQuotes || scalars.first == "\"" ? nil : name
  }
}
