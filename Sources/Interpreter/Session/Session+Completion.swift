/// What Tab offers at a place in a line.
public struct CompletionOffer: Equatable, Sendable {
  /// How many characters (Unicode scalars) before the cursor the candidates replace.
  public var prefixLength: Int
  /// In the order in which they are shown.
  public var candidates: [Candidate]
}

extension Session {
  /// What can stand at the cursor of a line: commands first, then what the command at hand takes.
  ///
  /// `cursor` counts Unicode scalars.
  public func completions(in line: String, at cursor: Int) -> CompletionOffer {
    let scalars = Array(line.unicodeScalars.prefix(cursor))
    let start = scalars.lastIndex(of: ";").map { $0 + 1 } ?? 0
    let pieces = scalars[start...].split(whereSeparator: \.isBlank).map { String(String.UnicodeScalarView($0)) }
    let isInWord = scalars.count > start && !(scalars.last?.isBlank ?? true)
    var typed = isInWord ? pieces.last ?? "" : ""
    let before = isInWord ? Array(pieces.dropLast()) : pieces
    let offered: [Candidate]
    if let name = before.first {
      guard let type = completedType(name) else { return CompletionOffer(prefixLength: 0, candidates: []) }
      let words = Array(before.dropFirst())
      if type.manual.takesExpression || before.contains(where: { $0.contains("(") }) {
        typed = String(typed.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
      }
      offered =
        isInsideParentheses(scalars[start...])
        ? Candidates.assets(self)
        : type.candidates(after: words, in: self).filter { !isRepeated($0.text, after: words) }
          + files(typed, after: words, for: type)
    } else {
      offered = CommandTable.candidates
    }
    let matching = offered.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
    return CompletionOffer(prefixLength: typed.unicodeScalars.count, candidates: matching)
  }

  /// Whether the cursor stands in `price(`, where an asset is expected.
  private func isInsideParentheses(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = scalars.reversed().drop { $0.isLetter || $0.isDigit }
    guard name.first == "(" else { return false }
    let word = String(String.UnicodeScalarView(name.dropFirst().prefix { $0.isLetter }.reversed()))
    return Evaluator.quantitiesOfAssets.contains(word.lowercased())
  }

  /// Whether a word that introduces something, such as `at` or `fee`, was given before.
  private func isRepeated(_ candidate: String, after words: [String]) -> Bool {
    ArgumentReader.prepositions.contains(candidate) && words.contains { $0.lowercased() == candidate }
  }

  private func completedType(_ name: String) -> (any Command.Type)? {
    try? CommandTable.type(for: name, acceptsPrefixes: surroundings.acceptsPrefixes, at: 0..<0)
  }

  /// File names, where a file can stand; those with blanks are left out, since a word ends there.
  private func files(_ typed: String, after words: [String], for type: any Command.Type) -> [Candidate] {
    guard let file = type.fileArgument, file.behind == words.last?.lowercased(),
      file.mayBeBare || typed.contains("/") || typed.hasPrefix(".")
    else { return [] }
    return surroundings.files.candidates(for: typed, ending: file.ending, what: file.what)
      .filter { !$0.text.unicodeScalars.contains(where: \.isBlank) }
  }
}

extension Manual {
  /// Whether what follows the command is an expression, in which a word may end at an operator.
  var takesExpression: Bool { synopsis.contains { $0.hasSuffix("EXPRESSION") } }
}
