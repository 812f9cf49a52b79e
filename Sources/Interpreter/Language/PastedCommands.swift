/// The commands in a text that was pasted at the prompt.
///
/// The first of these that the text holds:
/// - `lever` blocks of Markdown: their prompt lines, `lever> …` and `  ...> …`, are commands. Blocks with the tag `skip=`,
///   other blocks, outputs and prose are not. A text that was cut out may begin inside a block and end in one.
/// - prompt lines: they are the commands, and all else is what they have printed.
/// - anything else: every line is a command.
public struct PastedCommands: Equatable, Sendable {
  /// Whole lines in order, without their prompts; none is empty.
  public var lines: [String] = []
  /// What stands on the last line when no newline ends it, without its prompt; empty when that is no command.
  public var rest = ""

  public init(_ text: String) {
    let all = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
    var commands = Self.inBlocks(all)
    if commands == nil, all.contains(where: { $0.starts(with: "\(Self.prompt) ".utf8) }) {
      commands = all.indices.compactMap { index in Self.command(all[index]).map { (index, $0) } }
    }
    for (index, command) in commands ?? all.indices.map({ ($0, all[$0]) }) {
      let line = String(Substring(command))
      if index == all.count - 1 {
        rest = line
      } else if !line.isEmpty {
        lines.append(line)
      }
    }
  }

  private typealias Line = Substring.UTF8View

  private static let prompt = "lever>"
  private static let continuation = "  ...>"

  /// What stands behind the prompt of a line; nil when it has none.
  private static func command(_ line: Line) -> Line? {
    for prompt in [prompt, continuation] where line.starts(with: prompt.utf8) {
      let rest = line.dropFirst(prompt.utf8.count)
      if rest.isEmpty { return rest }
      if rest.first == UInt8(ascii: " ") { return rest.dropFirst() }
    }
    return nil
  }

  /// The commands of the `lever` blocks with the indexes of their lines; nil when there is no such block.
  private static func inBlocks(_ lines: [Line]) -> [(Int, Line)]? {
    var block = firstBlock(lines)
    var hasBlock = block != nil
    var commands: [(Int, Line)] = []
    for (index, line) in lines.enumerated() {
      if let open = block {
        if open.isClosed(by: line) {
          block = nil
        } else if open.isLever, !open.isSkipped, let command = command(line.dropFirst(open.indent(of: line))) {
          commands.append((index, command))
        }
      } else if let opening = Fence(line) {
        block = opening
        if opening.isLever { hasBlock = true }
      }
    }
    return hasBlock ? commands : nil
  }

  /// The block that a text begins in: its first fence ends one, for nothing but a prompt can be before that.
  private static func firstBlock(_ lines: [Line]) -> Fence? {
    for (index, line) in lines.enumerated() {
      guard var fence = Fence(line) else { continue }
      guard fence.words.isEmpty, lines[..<index].contains(where: { command($0) != nil }) else { return nil }
      fence.words = [Fence.language]
      return fence
    }
    return nil
  }

  /// The beginning of a block: three or more backticks or tildes, indented by at most three blanks.
  private struct Fence {
    static let language = "lever"

    var words: [String]
    private let mark: UInt8
    private let length: Int
    private let indent: Int

    init?(_ line: Line) {
      let body = line.drop { $0 == UInt8(ascii: " ") }
      indent = line.count - body.count
      guard indent <= 3, let mark = body.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
        return nil
      }
      let rest = body.drop { $0 == mark }
      length = body.count - rest.count
      guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(UInt8(ascii: "`")) else { return nil }
      self.mark = mark
      words = rest.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map { String(Substring($0)) }
    }

    var isLever: Bool { words.first == Self.language }
    var isSkipped: Bool { words.contains { $0.hasPrefix("skip=") } }

    func isClosed(by line: Line) -> Bool {
      guard let other = Fence(line) else { return false }
      return other.mark == mark && other.length >= length && other.words.isEmpty
    }

    /// How many blanks of a line belong to the indentation of the block.
    func indent(of line: Line) -> Int {
      line.prefix(indent).prefix { $0 == UInt8(ascii: " ") }.count == indent ? indent : 0
    }
  }
}
