/// A lesson as it is played: steps with what happens in each, in its order.
struct LessonScript: Sendable {
  /// One thing that happens.
  enum Item: Equatable, Sendable {
    /// Markdown to be read.
    case prose(String)
    /// A `lever` block, by its index.
    case block(Int)
    /// The beginning of a task, by its index.
    case task(Int)
    /// Behind the hints and solutions of a task: it is the learner's turn, and what follows waits.
    case turn
    /// By its index, with the Markdown of the question.
    case quiz(Int, question: String)
    case ask(Int, question: String)
    /// Where a line of `---` stands: time to think.
    case pause
  }

  struct Step: Equatable, Sendable {
    /// Empty for what stands before the first `## ` heading.
    var id: String
    var title: String
    var items: [Item] = []
  }

  private(set) var steps: [Step]
  /// The Markdown of each hint and solution, by its index in the document.
  private(set) var details: [String]

  init(_ document: Document) {
    steps = [Step(id: "", title: document.title)]
    details = [String](repeating: "", count: document.details.count)
    var open: Int?
    var parts = document.parts[...]
    while let part = parts.popFirst() {
      switch part.kind {
      case .step(let index):
        steps.append(Step(id: document.steps[index].id, title: document.steps[index].title))
      case .opening(let index): open = index
      case .closing:
        open = nil
        if Self.isPastDetails(parts, document) { add(.turn) }
      case .prose:
        let text = document.markdown(of: part)
        if let open { details[open] += text } else { add(prose: text, before: parts.first, in: document) }
      case .block(let index) where open == nil: add(.block(index))
      case .task(let index): add(.task(index))
      case .quiz(let index):
        var question = ""
        while let next = parts.first, next.kind == .prose {
          question += document.markdown(of: next)
          parts.removeFirst()
        }
        add(.quiz(index, question: question))
      case .ask(let index):
        var question = ""
        var rest = ""
        if let next = parts.first, next.kind == .prose {
          (question, rest) = Self.firstParagraph(of: document.markdown(of: next))
          parts.removeFirst()
        }
        add(.ask(index, question: question))
        add(prose: rest, before: parts.first, in: document)
      case .block, .condition, .choices, .frontMatter, .heading: break
      }
    }
    if steps[0].items.isEmpty, steps.count > 1 { steps.removeFirst() }
  }

  /// Whether no more details come before anything else that is to be seen.
  private static func isPastDetails(_ rest: ArraySlice<Document.Part>, _ document: Document) -> Bool {
    let next = rest.first { $0.kind != .prose || !document.markdown(of: $0).trimmed.isEmpty }
    if case .opening? = next?.kind { return false }
    return true
  }

  private mutating func add(_ item: Item) { steps[steps.count - 1].items.append(item) }

  private mutating func add(prose text: String, before next: Document.Part?, in document: Document) {
    var text = text
    if case .block(let index)? = next?.kind, document.blocks[index].tags.isHidden {
      // What is folded around a hidden block is for readers of the page.
      text = text.replacing(#/<details>\s*<summary>[^<]*<\/summary>\s*$/#, with: "")
    }
    for (number, piece) in Self.pieces(of: text).enumerated() {
      if number > 0 { add(.pause) }
      if !piece.trimmed.isEmpty { add(.prose(piece)) }
    }
  }

  /// The text between lines of `---` that stand alone.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var isAfterBlank = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "---", isAfterBlank { pieces.append("") } else { pieces[pieces.count - 1] += line + "\n" }
      isAfterBlank = String(line).trimmed.isEmpty
    }
    return pieces
  }

  /// The text up to its first empty line, and what follows.
  private static func firstParagraph(of text: String) -> (String, String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, String(first).trimmed.isEmpty { lines.removeFirst() }
    let end = lines.firstIndex { String($0).trimmed.isEmpty } ?? lines.endIndex
    return (lines[..<end].joined(separator: "\n"), lines[end...].joined(separator: "\n"))
  }
}

extension Document {
  /// The lines of a part as Markdown.
  fileprivate func markdown(of part: Part) -> String {
    part.lines.map { source.text(ofLine: $0) + "\n" }.joined()
  }
}
