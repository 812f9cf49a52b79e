import Interpreter
import Markets

extension DocumentParser {
  private static let keys: [String: [String]] = [
    "task": ["id"], "quiz": ["id", "answer"], "ask": ["id", "answer", "tol", "confidence"],
  ]

  /// Reads what stands between `<!-- lever:` and `-->`.
  mutating func readDirective(_ content: ArraySlice<UInt8>) {
    let text = String(decoding: content.droppingTrailingBlanks, as: UTF8.self)
    let start = source.column(ofByte: content.startIndex, inLine: line)
    let name = String(text.prefix { $0 != " " && $0 != "\t" })
    if name == "check" { return readCondition(String(text.dropFirst(name.count)), column: start + name.count) }
    guard !name.isEmpty else {
      report(line, "the directive's name is missing directly behind `lever:`", column: start)
      line += 1
      return
    }
    guard let keys = Self.keys[name] else {
      report(
        line, "unknown directive `\(name)`", column: start, length: name.unicodeScalars.count,
        suggestion: Spelling.nearest(to: name, among: Self.keys.keys.sorted() + ["check"]))
      line += 1
      return
    }
    var values: [String: String] = [:]
    var isSound = true
    func note(_ message: String, _ word: Words.Word, suggestion: String? = nil) {
      isSound = false
      report(
        line, message, column: start + word.range.lowerBound, length: word.range.count, suggestion: suggestion)
    }
    for word in Words.of(text).dropFirst() where !isFull(line) {
      if !keys.contains(word.name) {
        note(
          "`\(name)` knows no `\(word.name)`", word, suggestion: Spelling.nearest(to: word.name, among: keys))
      } else if values[word.name] != nil {
        note("`\(word.name)` is there twice", word)
      } else if word.isUnclosed {
        note("the quotation mark is not closed", word)
      } else if word.name == "confidence", word.value != nil {
        note("`confidence` takes no value", word)
      } else if word.name != "confidence", word.value?.trimmed.isEmpty ?? true {
        note("`\(word.name)` needs a value: `\(word.name)=…`", word)
      } else {
        values[word.name] = word.value ?? ""
      }
    }
    guard isSound, let id = identifier(values["id"], of: name) else {
      line += 1
      return
    }
    endQuestions()
    switch name {
    case "task": addTask(id)
    case "quiz": addQuiz(id, answer: values["answer"])
    default: addAsk(id, values)
    }
  }

  /// The id, when it is one and nothing else in the file has it.
  private mutating func identifier(_ id: String?, of name: String) -> String? {
    guard let id else {
      report(line, "`\(name)` needs an id: `id=…`")
      return nil
    }
    guard Slug.isIdentifier(id) else {
      report(line, "an id is lower-case letters, digits and `-`, not `\(id)`")
      return nil
    }
    if let other = ids[id] {
      report(line, "the id `\(id)` is there already, on line \(other + 1)")
      return nil
    }
    ids[id] = line
    return id
  }

  private mutating func addTask(_ id: String) {
    document.tasks.append(Document.Task(id: id, line: line))
    currentTask = document.tasks.count - 1
    add(.task(document.tasks.count - 1), through: line)
  }

  private mutating func addQuiz(_ id: String, answer: String?) {
    guard let answer, let position = Int(answer), position > 0 else {
      let found = answer.map { ", not `\($0)`" } ?? ""
      report(line, "`answer` is the position of the right choice, a whole number from 1 on\(found)")
      line += 1
      return
    }
    document.quizzes.append(Document.Quiz(id: id, line: line, answer: position))
    quizWithoutChoices = document.quizzes.count - 1
    add(.quiz(document.quizzes.count - 1), through: line)
  }

  private mutating func addAsk(_ id: String, _ values: [String: String]) {
    guard let answer = values["answer"] else {
      report(line, "`ask` needs an expression that gives the answer: `answer=\"…\"`")
      line += 1
      return
    }
    if let error = Session.syntaxError(inExpression: answer) {
      report(line, "the answer `\(answer)` cannot be read: \(error.sentence)")
    }
    var tolerance: Tolerance?
    if let text = values["tol"] {
      tolerance = Tolerance(text)
      if tolerance == nil { report(line, "`tol` needs a number above 0 such as `0.5%` or `0.01`, not `\(text)`") }
    }
    document.asks.append(
      Document.Ask(
        id: id, line: line, answer: answer, tolerance: tolerance, asksConfidence: values["confidence"] != nil))
    add(.ask(document.asks.count - 1), through: line)
  }
}
