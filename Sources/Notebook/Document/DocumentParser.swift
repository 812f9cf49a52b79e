import Markets

/// Reads a document line by line.
///
/// It knows as much of Markdown as is needed to tell where a block counts: fences, lists, block quotes, comments and
/// `<details>`. Everything wrong is noted with its place and reading goes on, so that one look shows all of it.
struct DocumentParser {
  var document: Document
  var errors: [DocumentError] = []
  /// How many errors were noted on the line that the last of them is on.
  var errorsOfLine = 0
  /// The line at hand, from 0.
  var line = 0
  /// Where the prose that no part covers yet begins.
  private var proseStart = 0
  /// The column at which the content of the outermost list item at hand begins; nil outside of lists.
  var listIndent: Int?
  private var isAfterBlank = true
  /// The `<details>` that are open: their lines, and their indexes when they are hints or solutions.
  var openDetails: [(line: Int, index: Int?)] = []
  /// Those of them that are hints or solutions.
  var openHints: [Int] = []
  /// The quiz whose choices have not come yet.
  var quizWithoutChoices: Int?
  /// The task of this step to which hints and solutions belong.
  var currentTask: Int?
  /// The ids of tasks, quizzes and asks with their lines.
  var ids: [String: Int] = [:]
  /// The ids of steps with their lines.
  var stepLines: [String: Int] = [:]
  /// For each slug the number that the next heading of it gets behind its own.
  var nextNumbers: [String: Int] = [:]

  init(_ document: Document) {
    self.document = document
  }

  var source: SourceText { document.source }

  mutating func parse() throws(DocumentErrors) -> Document {
    readFrontMatter()
    while line < source.lineCount, !isGivenUp { readLine() }
    if !isGivenUp {
      endQuestions()
      for open in openDetails.prefix(DocumentErrors.limit) { report(open.line, "`<details>` is not closed") }
    }
    flushProse(before: source.lineCount)
    guard errors.isEmpty else {
      errors.sort { ($0.line, $0.column) < ($1.line, $1.column) }
      throw DocumentErrors(Array(errors.prefix(DocumentErrors.limit)))
    }
    guard !document.blocks.isEmpty else {
      let isEmpty = source.bytes[...].isBlank
      var nothing = DocumentErrors([
        DocumentError(
          file: document.file,
          message: isEmpty ? "the file is empty" : "there is no `lever` block, so that there is nothing to check")
      ])
      // A file that says it is a lesson or transcript and shows nothing was cut off, and so was an empty one.
      nothing.isWithoutBlock = !document.frontMatter.isPresent && !isEmpty
      throw nothing
    }
    return document
  }

  // MARK: - Lines

  private mutating func readLine() {
    let content = source.content(ofLine: line)
    let (indent, blanks) = content.indentation()
    let body = content.dropFirst(blanks)
    guard !body.isBlank else {
      isAfterBlank = true
      line += 1
      return
    }
    let start = line
    let isInList = listIndent.map { indent >= $0 } ?? false
    if isInList || indent <= 3 {
      read(body, indent: indent, isInList: isInList)
    } else {
      line += 1
    }
    isAfterBlank = line > start + 1
  }

  private mutating func read(_ body: ArraySlice<UInt8>, indent: Int, isInList: Bool) {
    if let fence = Fence(opening: body, indent: indent) {
      if !isInList { listIndent = nil }
      return readFence(fence, isNested: isInList ? "a list item" : nil)
    }
    if body.first == UInt8(ascii: "`"), refuseBacktick(body, indent: indent) { return }
    if let marker = ListMarker(opening: body, indent: indent) {
      if !isInList, quizWithoutChoices != nil, marker.isOrdered { return readChoices() }
      if !isInList { listIndent = marker.contentIndent }
      if let fence = innerFence(marker.rest) { return readFence(fence, isNested: "a list item") }
      return readProse(body)
    }
    if body.first == UInt8(ascii: ">") {
      if !isInList { listIndent = nil }
      if let fence = innerFence(body), isLever(fence) { refuse(fence, inside: "a block quote") }
      return readProse(body)
    }
    // What follows a blank line without an indent is no longer in the list; what follows text continues it.
    let continuesParagraph = !isAfterBlank && ![UInt8(ascii: "#"), UInt8(ascii: "<")].contains(body.first)
    if !isInList, !continuesParagraph { listIndent = nil }
    if !isInList, body.first == UInt8(ascii: "#"), readHeading(body) { return }
    if body.starts(with: "<!--".utf8) { return readComment(body, isInList: isInList) }
    readProse(body)
  }

  /// The fence behind the marks of list items and block quotes, if there is one.
  func innerFence(_ body: ArraySlice<UInt8>) -> Fence? {
    var rest = body
    while true {
      rest = rest.dropFirst(rest.indentation().bytes)
      if let fence = Fence(opening: rest, indent: 0) { return fence }
      if rest.first == UInt8(ascii: ">") {
        rest = rest.dropFirst()
      } else if let marker = ListMarker(opening: rest, indent: 0), marker.rest.startIndex > rest.startIndex {
        rest = marker.rest
      } else {
        return nil
      }
    }
  }

  /// A line that means nothing, unless something stands in it that ought to stand alone.
  mutating func readProse(_ body: ArraySlice<UInt8>) {
    defer { line += 1 }
    guard body.contains(UInt8(ascii: "<")) else { return }
    readDetailsTags(
      withoutComments(Self.withoutCodeSpans(body), complaint: "a directive stands alone on its line"))
  }

  // MARK: - Parts

  /// Makes the lines from the one at hand to `last` a part, and goes on behind them.
  mutating func add(_ kind: Document.Part.Kind, through last: Int) {
    flushProse(before: line)
    document.parts.append(Document.Part(kind: kind, lines: line..<last + 1))
    line = last + 1
    proseStart = line
  }

  private mutating func flushProse(before end: Int) {
    guard proseStart < end else { return }
    document.parts.append(Document.Part(kind: .prose, lines: proseStart..<end))
    proseStart = end
  }

  /// The step ends here: what a question still lacks will not come.
  mutating func endQuestions() {
    if let quiz = quizWithoutChoices {
      report(document.quizzes[quiz].line, "the quiz `\(document.quizzes[quiz].id)` has no ordered list of choices")
    }
    quizWithoutChoices = nil
  }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
