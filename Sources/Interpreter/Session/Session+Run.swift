public import Reports

/// What one command of a line came to.
public struct Outcome: Sendable {
  /// The command as it was typed.
  public var command: CommandText
  public var result: Result<Report, CommandError>

  /// Whether it was carried out.
  public var succeeded: Bool {
    if case .success = result { return true }
    return false
  }
}

extension Session {
  /// Runs the commands of a line in order and hands each outcome over as it comes; stops behind the first that fails,
  /// and behind `quit`.
  ///
  /// Gives false when a command failed; throws what the receiver throws, behind the command at hand.
  @discardableResult
  public mutating func run<Failure: Error>(
    _ line: String, _ receive: (Outcome, Session) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    guard line.utf8.count <= CommandLineSplitter.longestLine else {
      let megabytes = CommandLineSplitter.longestLine / 1_048_576
      let error = CommandError(.limit, "a line may have at most \(megabytes) MiB")
      try receive(Outcome(command: CommandText(line: [], range: 0..<0), result: .failure(error)), self)
      return false
    }
    for command in CommandLineSplitter.commands(in: line) {
      let outcome = Outcome(command: command, result: run(command))
      tellObservers(outcome)
      try receive(outcome, self)
      guard outcome.succeeded else { return false }
      if isOver { return true }
    }
    return true
  }

  /// Runs one command.
  public mutating func run(_ text: CommandText) -> Result<Report, CommandError> {
    do {
      currentCommand = fullText(of: text)
      let command = try parse(text)
      return .success(try command.run(in: &self))
    } catch {
      return .failure(error)
    }
  }

  /// Tells who follows the session of the command that has just run.
  private func tellObservers(_ outcome: Outcome) {
    let recorder = surroundings.recorder.flatMap { $0.recordedFile == nil ? nil : $0 }
    guard recorder != nil || !surroundings.observers.isEmpty else { return }
    guard (try? type(of: outcome.command))?.isKept ?? true else { return }
    for observer in surroundings.observers { observer.ran(currentCommand, succeeded: outcome.succeeded, in: self) }
    recorder?.ran(currentCommand, succeeded: outcome.succeeded, in: self)
  }

  /// A command with its name in full where it was shortened, so that a file can hold it; what cannot be read stays as it
  /// was typed.
  func fullText(of text: CommandText) -> String {
    var scanner = Scanner(text)
    guard surroundings.acceptsPrefixes, let type = try? type(of: &scanner) else { return text.text }
    let isShortened = CommandTable.type(named: scanner.text(scanner.lastRange)) == nil
    let name = isShortened ? type.manual.name : scanner.text(scanner.lastRange)
    var rest = scanner.position..<text.range.upperBound
    guard type == WhatIf.self else { return name + scanner.text(rest) }
    // The command to try may be shortened as well.
    if scanner.keyword("if"), isShortened { rest = scanner.position..<rest.upperBound }
    guard scanner.rest() != nil else { return name + scanner.text(rest) }
    let tried = CommandText(line: text.line, range: scanner.lastRange)
    // `what if` does not nest, and a long row of them is not to be followed.
    guard (try? self.type(of: tried)) != WhatIf.self else { return name + scanner.text(rest) }
    return name + scanner.text(rest.lowerBound..<tried.range.lowerBound) + fullText(of: tried)
  }

  /// Whether the commands of a line can only look: who wants to be where they lead need not run them.
  public func onlyLooks(_ line: String) -> Bool {
    CommandLineSplitter.commands(in: line).allSatisfy { (try? type(of: $0)) is any Inquiry.Type }
  }

  /// Reads one command without running it.
  func parse(_ text: CommandText) throws(CommandError) -> any Command {
    for scalar in text.line[text.range] where scalar.value < 32 && !scalar.isBlank {
      let place = text.line[text.range].firstIndex(of: scalar) ?? text.range.lowerBound
      throw CommandError(
        .syntax, "a line holds no control characters, and here is U+\(Self.hexadecimal(scalar))", at: place..<place + 1)
    }
    var scanner = Scanner(text)
    let type = try type(of: &scanner)
    var reader = ArgumentReader(scanner: scanner, session: self, type: type)
    let command = try type.parse(&reader)
    try reader.end()
    return command
  }

  /// The kind of a command.
  func type(of text: CommandText) throws(CommandError) -> any Command.Type {
    var scanner = Scanner(text)
    return try type(of: &scanner)
  }

  /// The kind of the command whose first word comes next.
  private func type(of scanner: inout Scanner) throws(CommandError) -> any Command.Type {
    guard let word = scanner.chunk() else { throw CommandError(.syntax, "there is no command here") }
    if word.hasSuffix(",") {
      try ArgumentReader.refuseCommaBetweenCommands(at: scanner.position - 1, in: scanner)
    }
    return try CommandTable.type(for: word, acceptsPrefixes: surroundings.acceptsPrefixes, at: scanner.lastRange)
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
