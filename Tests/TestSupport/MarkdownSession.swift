/// A Markdown file whose ```` ```lever ```` blocks show a session: commands behind `lever> `, and what they print.
///
/// The blocks share one session from top to bottom. A block's tag says what is expected of it: none that every command
/// succeeds, `error` that the last one fails, `hide` nothing else than none. In an expected output a line `...` stands
/// for any number of lines and `[..]` for any text inside a line. Front matter, prose and other fences are not looked at.
public struct MarkdownSession {
  /// One command with the lines that it is expected to print.
  struct Command {
    var text: String
    /// The index of the line with its prompt.
    var line: Int
    /// The indexes of its expected output, blank lines at the end left out.
    var output: Range<Int>
    /// Whether it has to fail: the last one of a block with the tag `error`.
    var fails: Bool
  }

  /// What a command came to.
  public typealias Outcome = (output: String, succeeded: Bool)

  /// A file that cannot be read as a session, with the place and the reason.
  public struct Unreadable: Error, CustomStringConvertible {
    public var description: String
  }

  private let file: String
  private let lineEnd: String
  private let lines: [String]
  private(set) var commands: [Command] = []

  /// Reads a file's text; `file` names it in messages.
  public init(parsing text: String, file: String) throws(Unreadable) {
    self.file = file
    lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    var line = 0
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") { line = end + 1 }
    while line < lines.count {
      guard let fence = MarkdownFence(opening: lines[line]) else {
        line += 1
        continue
      }
      guard let end = lines[(line + 1)...].firstIndex(where: fence.isClosed) else {
        throw unreadable("the fence is not closed", at: line)
      }
      if fence.words.first == "lever" { try readBlock(line, end, tags: fence.words.dropFirst()) }
      line = end + 1
    }
    guard !commands.isEmpty else { throw Unreadable(description: "\(file): there is no `lever` block") }
  }

  private mutating func readBlock(_ start: Int, _ end: Int, tags: ArraySlice<String>) throws(Unreadable) {
    if let unknown = tags.first(where: { !["error", "hide"].contains($0) }) {
      throw unreadable("unknown tag `\(unknown)`", at: start)
    }
    let first = commands.count
    for line in start + 1..<end {
      if let text = lines[line].after(prefix: "lever>") {
        commands.append(Command(text: text, line: line, output: line + 1..<line + 1, fails: false))
      } else if commands.count == first {
        throw unreadable("a block begins with a command", at: line)
      } else if let text = lines[line].after(prefix: "  ...>"), commands[commands.count - 1].output.isEmpty {
        commands[commands.count - 1].text += "\n" + text
        commands[commands.count - 1].output = line + 1..<line + 1
      } else if !lines[line].allSatisfy(\.isWhitespace) {
        commands[commands.count - 1].output = commands[commands.count - 1].output.lowerBound..<line + 1
      }
    }
    guard commands.count > first else { throw unreadable("a block without a command", at: start) }
    commands[commands.count - 1].fails = tags.contains("error")
  }

  private func unreadable(_ reason: String, at line: Int) -> Unreadable {
    Unreadable(description: "\(file):\(line + 1): \(reason)")
  }

  /// Runs every command and describes those that do not come out as the file says.
  public func check(_ run: (String) -> Outcome) -> [String] {
    commands.compactMap { command in
      let outcome = run(command.text)
      let expected = Array(lines[command.output])
      let actual = ExpectedOutput.lines(of: outcome.output)
      var reasons: [String] = []
      if outcome.succeeded == command.fails { reasons.append(command.fails ? "it ought to fail" : "it fails") }
      if !ExpectedOutput.matches(expected, actual) { reasons.append(ExpectedOutput.difference(expected, actual)) }
      return reasons.isEmpty ? nil : message(command, reasons.joined(separator: "\n"))
    }
  }

  /// The file's text with the outputs that `run` gives, and nothing else changed. Outputs that still match stay, and
  /// so do single lines with `[..]`.
  ///
  /// Throws when a command fails that ought to succeed, or the other way round, so that no accident is recorded.
  public func recorded(_ run: (String) -> Outcome) throws(Unreadable) -> String {
    var result: [String] = []
    var next = 0
    for command in commands {
      let outcome = run(command.text)
      guard outcome.succeeded != command.fails else {
        throw Unreadable(
          description: message(command, (command.fails ? "it ought to fail\n" : "it fails\n") + outcome.output))
      }
      result += lines[next..<command.output.lowerBound]
      next = command.output.upperBound
      let expected = Array(lines[command.output])
      let actual = ExpectedOutput.lines(of: outcome.output)
      result +=
        ExpectedOutput.matches(expected, actual) ? expected : ExpectedOutput.keepingElisions(of: expected, in: actual)
    }
    return (result + lines[next...]).joined(separator: lineEnd)
  }

  private func message(_ command: Command, _ reason: String) -> String {
    "\(file):\(command.line + 1): \(command.text)\n\(reason)"
  }
}

extension String {
  /// The text behind a prompt and the blank after it; nil when the line does not begin with the prompt.
  fileprivate func after(prefix prompt: String) -> String? {
    guard hasPrefix(prompt) else { return nil }
    let rest = dropFirst(prompt.count)
    return String(rest.first == " " ? rest.dropFirst() : rest)
  }
}
