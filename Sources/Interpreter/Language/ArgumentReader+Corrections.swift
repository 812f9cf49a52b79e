extension ArgumentReader {
  /// The command as it was typed with a part of it replaced: a suggestion that works when it is typed.
  func corrected(_ range: Range<Int>, _ replacement: String) -> String {
    scanner.text(scanner.start..<range.lowerBound) + replacement + scanner.text(range.upperBound..<scanner.end)
  }

  /// The command as it was typed, before and behind a part of it.
  func around(_ range: Range<Int>) -> (before: String, after: String) {
    (scanner.text(scanner.start..<range.lowerBound), scanner.text(range.upperBound..<scanner.end))
  }

  /// The command as it was typed with more at its end.
  func appended(_ text: String) -> String { corrected(scanner.end..<scanner.end, text) }

  /// Whether a leverage may follow `to`.
  var takesMultiple: Bool { manual.synopsis.contains { $0.contains("to MULTIPLE") } }

  /// Throws where `to` was left out, as in `unwind 1.5x`.
  func refuseMissingTo() throws(CommandError) {
    var ahead = scanner
    guard takesMultiple, let literal = try? ahead.number(), literal.unit == .multiple else { return }
    let range = ahead.lastRange
    throw CommandError(
      .syntax, "`to` is missing before a leverage", at: range, try: [corrected(range, "to \(ahead.text(range))")])
  }

  /// Throws where a comma comes next that was to separate two commands.
  func refuseCommaBetweenCommands() throws(CommandError) {
    var ahead = scanner
    ahead.skipBlanks()
    try Self.refuseCommaBetweenCommands(at: ahead.position, in: scanner)
  }

  /// Throws where a comma at `place` was to separate two commands.
  static func refuseCommaBetweenCommands(at place: Int, in scanner: Scanner) throws(CommandError) {
    guard place < scanner.end, scanner.line[place] == ",", isCommand(behind: place, in: scanner) else { return }
    var separated = String.UnicodeScalarView()
    for index in scanner.start..<scanner.end {
      let isSeparator = scanner.line[index] == "," && isCommand(behind: index, in: scanner)
      separated.append(isSeparator ? ";" : scanner.line[index])
    }
    throw CommandError(.syntax, "`;` separates commands", at: place..<place + 1, try: [String(separated)])
  }

  private static func isCommand(behind comma: Int, in scanner: Scanner) -> Bool {
    var ahead = scanner
    ahead.rewind(to: comma + 1)
    return ahead.word().map { CommandTable.type(named: $0) != nil } ?? false
  }
}
