import Interpreter

extension DocumentParser {
  /// `<!-- lever:check EXPRESSION -->`, a condition of the task above it; `missing="…"` before the expression says what is missing
  /// where it is false.
  mutating func readCondition(_ text: String, column: Int) {
    var (text, column) = (text, column)
    var missing: String?
    if let word = Words.of(text).first, word.name == "missing", text.contains(#/^\s*missing=(?!=)/#) {
      let words = word.value?.trimmed ?? ""
      guard word.isQuoted, !word.isUnclosed, !words.isEmpty else {
        let message =
          word.isUnclosed
          ? "the quotation mark is not closed" : "`missing` needs words in quotation marks: `missing=\"…\"`"
        report(line, message, column: column + word.range.lowerBound, length: word.range.count)
        line += 1
        return
      }
      missing = words
      text = String(text.unicodeScalars.dropFirst(word.range.upperBound))
      column += word.range.upperBound
    }
    let blanks = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    let expression = text.trimmed
    let start = column + blanks
    if expression.isEmpty {
      report(line, "the expression of `check` is missing")
    } else if let error = Session.syntaxError(inExpression: expression) {
      let place = error.range ?? 0..<expression.unicodeScalars.count
      report(line, error.sentence, column: start + place.lowerBound, length: place.count)
    } else if let task = currentTask {
      document.tasks[task].conditions.append(
        Document.Task.Condition(expression: expression, missing: missing, line: line, column: start))
      return add(.condition(task: task, document.tasks[task].conditions.count - 1), through: line)
    } else {
      report(line, "`check` belongs below the `task` of its step, and there is none")
    }
    line += 1
  }
}
