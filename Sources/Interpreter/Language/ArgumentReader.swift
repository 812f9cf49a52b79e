import Markets

/// Reads the arguments of one command, and knows the market's assets and the session's names.
struct ArgumentReader: Sendable {
  var scanner: Scanner
  let session: Session
  /// The command whose arguments these are.
  let type: any Command.Type

  init(scanner: Scanner, session: Session, type: any Command.Type) {
    self.scanner = scanner
    self.session = session
    self.type = type
  }

  /// Asked for where something is wrong, so that it is not copied for every command.
  var manual: Manual { type.manual }

  var isAtEnd: Bool {
    mutating get { scanner.isAtEnd }
  }

  /// An error about the thing read last.
  func error(_ message: String, try suggestions: [String] = [], isSpelling: Bool = false) -> CommandError {
    CommandError(.syntax, message, at: scanner.lastRange, try: suggestions, isSpelling: isSpelling)
  }

  /// An error about what comes next, or about its absence.
  func errorHere(_ message: String, try suggestions: [String] = [], isSpelling: Bool = false) -> CommandError {
    CommandError(.syntax, message, at: scanner.restRange, try: suggestions, isSpelling: isSpelling)
  }

  /// Where the thing read last stands.
  var lastRange: Range<Int> { scanner.lastRange }

  /// Throws when something is left over.
  mutating func end() throws(CommandError) {
    guard !scanner.isAtEnd else { return }
    try refuseCommaBetweenCommands()
    try refuseMissingTo()
    let rest = scanner.chunk() ?? ""
    throw error("`\(rest)` is more than `\(manual.name)` takes", try: manual.synopsis)
  }

  mutating func keyword(_ word: String) -> Bool {
    scanner.keyword(word)
  }

  /// One of the given keywords, or an error that names them.
  mutating func keyword(of words: [String]) throws(CommandError) -> String {
    for word in words where scanner.keyword(word) { return word }
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    guard let found = scanner.chunk() else { throw errorHere("one of \(list) is missing") }
    let near = Spelling.suggestions(for: found, among: words)
    throw error("`\(found)` is none of \(list)", try: near, isSpelling: true)
  }

  /// An error about a word that the command does not know, which is read.
  mutating func unknownWord(among words: [String]) -> CommandError {
    let word = text() ?? ""
    return error(
      "`\(word)` is no word of `\(manual.name)`", try: Spelling.suggestions(for: word, among: words), isSpelling: true)
  }

  // MARK: - Words

  /// A name for a branch or a number: letters, digits, `-` and `_`, beginning with a letter, at most 40.
  mutating func name(_ what: String) throws(CommandError) -> String {
    guard let chunk = scanner.chunk() else { throw expected(what) }
    let scalars = Array(chunk.unicodeScalars)
    guard scalars.count <= 40, scalars[0].isLetter,
      scalars.allSatisfy({ $0.isLetter || $0.isDigit || $0 == "-" })
    else {
      throw error("\(what) is letters, digits, `-` and `_`, begins with a letter and has at most 40 characters")
    }
    return chunk
  }

  mutating func text() -> String? {
    scanner.quotedOrChunk()
  }

  /// All that is left as one text, and where it begins.
  mutating func rest() -> CommandText? {
    guard scanner.rest() != nil else { return nil }
    return CommandText(line: scanner.line, range: scanner.lastRange)
  }

  mutating func expression() throws(CommandError) -> Expression {
    try ExpressionParser.parse(&scanner)
  }

  /// The text of the thing read last.
  func lastText() -> String { scanner.text(scanner.lastRange) }

  func expected(_ what: String) -> CommandError {
    errorHere("\(what) is missing", try: manual.synopsis)
  }
}
