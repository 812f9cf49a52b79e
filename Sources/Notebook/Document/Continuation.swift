/// How a command goes on in further lines.
///
/// A line that is continued is a command, and the next line another one, unless it is visibly unfinished: then both are one.
enum Continuation {
  private static let operators: Set<Character> = ["+", "-", "−", "*", "/", "^", "<", ">", "=", "(", ","]
  private static let words: Set<Substring> = ["and", "or", "not"]

  /// What was typed so far and one more line.
  static func joined(_ text: String, with next: String) -> String {
    text + (isUnfinished(text) ? " " : "\n") + next
  }

  /// Whether the last command of a text has an open parenthesis or ends with an operator.
  static func isUnfinished(_ text: String) -> Bool {
    guard let last = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == ";" }).last
    else { return false }
    let command = last.firstRange(of: " #").map { last[..<$0.lowerBound] } ?? last
    let trimmed = String(command).trimmed
    guard let end = trimmed.last else { return false }
    let open = trimmed.count { $0 == "(" } - trimmed.count { $0 == ")" }
    let lastWord = trimmed.split(separator: " ").last?.lowercased() ?? ""
    return open > 0 || operators.contains(end) || words.contains(lastWord[...])
  }
}
