/// A lesson or transcript: a Markdown file whose `lever` blocks show a session.
///
/// A document keeps every byte of its file and says which lines are what; `parts` covers all of them in order. Everything
/// that is not described here is prose and means nothing.
///
///     let document = try Document(parsing: "```lever\nlever> print 1 + 1\n2\n```\n", file: "sum.md")
///     document.blocks[0].commands[0].text  // "print 1 + 1"
public struct Document: Sendable {
  /// The file as it was named, for messages.
  public let file: String
  public let source: SourceText
  public internal(set) var frontMatter = FrontMatter()
  /// The text of the first `# ` heading.
  public internal(set) var heading: String?
  /// Consecutive lines, from the first of the file to the last.
  public internal(set) var parts: [Part] = []
  public internal(set) var steps: [Step] = []
  /// All headings, whatever their level, with their lines from 0.
  var headings: [(line: Int, text: String)] = []
  public internal(set) var blocks: [Block] = []
  public internal(set) var tasks: [Task] = []
  public internal(set) var quizzes: [Quiz] = []
  public internal(set) var asks: [Ask] = []
  public internal(set) var details: [Details] = []

  /// Reads a file's bytes; `file` names it in messages.
  ///
  /// Throws all that is wrong with it, each with its place.
  public init(parsing bytes: [UInt8], file: String) throws(DocumentErrors) {
    try Self.requireText(bytes, file: file)
    self.init(source: SourceText(bytes), file: file)
    var parser = DocumentParser(self)
    self = try parser.parse()
  }

  public init(parsing text: String, file: String) throws(DocumentErrors) {
    try self.init(parsing: Array(text.utf8), file: file)
  }

  private init(source: SourceText, file: String) {
    self.source = source
    self.file = file
  }

  /// The title: that of the front matter, else the first heading, else the file's name.
  public var title: String { frontMatter.title ?? heading ?? file }

  /// The bytes of a part, with the ends of its lines.
  public func range(of part: Part) -> Range<Int> { source.range(ofLines: part.lines) }

  /// The nearest heading above a line.
  func heading(aboveLine line: Int) -> String? {
    Self.last(of: headings) { $0.line <= line }?.text
  }

  /// The step in which a line lies; nil before the first.
  public func step(ofLine line: Int) -> Step? {
    Self.last(of: steps) { $0.line <= line }
  }

  /// The last element that is not behind the place; they are in the order of their lines.
  private static func last<Element>(of elements: [Element], _ isBefore: (Element) -> Bool) -> Element? {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? elements[low - 1] : nil
  }

  private static func requireText(_ bytes: [UInt8], file: String) throws(DocumentErrors) {
    guard bytes.count <= SourceText.byteLimit else {
      let limit = SourceText.byteLimit >> 20
      throw DocumentErrors([
        DocumentError(file: file, message: "the file has \(bytes.count) bytes, more than the limit of \(limit) MiB")
      ])
    }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    guard !isText || bytes.contains(0) else { return }
    // The place is looked for only when there is something to find.
    let source = SourceText(bytes)
    for line in 0..<source.lineCount {
      let content = source.content(ofLine: line)
      guard let (column, isNUL) = firstProblem(of: content) else { continue }
      throw DocumentErrors([
        DocumentError(
          file: file, line: line + 1, column: column,
          message: isNUL ? "the file is no text: it holds a NUL" : "the file is no text in UTF-8")
      ])
    }
  }

  /// The column, from 1, of the first NUL or of the first byte that is no UTF-8.
  private static func firstProblem(of bytes: ArraySlice<UInt8>) -> (column: Int, isNUL: Bool)? {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var column = 1
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar) where scalar.value == 0: return (column, true)
      case .scalarValue: column += 1
      case .emptyInput: return nil
      case .error: return (column, false)
      }
    }
  }
}
