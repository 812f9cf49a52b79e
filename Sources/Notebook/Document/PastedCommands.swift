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
    let bytes = Array(text.utf8)
    let all = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    var commands = Self.inBlocks(all, of: bytes)
    if commands == nil, all.contains(where: { $0.starts(with: "\(DocumentParser.prompt) ".utf8) }) {
      commands = all.indices.compactMap { index in Self.command(all[index]).map { (index, $0) } }
    }
    for (index, command) in commands ?? all.indices.map({ ($0, all[$0]) }) {
      var line = String(decoding: command, as: UTF8.self)
      // An unfinished command and what continues it are one line.
      if isContinuation(all[index]), let last = lines.last, Continuation.isUnfinished(last) {
        lines.removeLast()
        line = last + " " + line
      }
      if index == all.count - 1 {
        rest = line
      } else if !line.isEmpty {
        lines.append(line)
      }
    }
  }

  private func isContinuation(_ line: Line) -> Bool {
    line.dropFirst(max(0, line.indent - 2)).starts(with: DocumentParser.continuation.utf8)
  }

  private typealias Line = ArraySlice<UInt8>

  /// What stands behind the prompt of a line; nil when it has none.
  private static func command(_ line: Line) -> Line? {
    for prompt in [DocumentParser.prompt, DocumentParser.continuation] where line.starts(with: prompt.utf8) {
      let rest = line.dropFirst(prompt.utf8.count)
      if rest.isEmpty { return rest }
      if rest.first == UInt8(ascii: " ") { return rest.dropFirst() }
    }
    return nil
  }

  /// The commands of the `lever` blocks with the indexes of their lines; nil when there is no such block.
  private static func inBlocks(_ lines: [Line], of bytes: [UInt8]) -> [(Int, Line)]? {
    var block = firstBlock(lines)
    var hasBlock = block != nil
    var commands: [(Int, Line)] = []
    for (index, line) in lines.enumerated() {
      if let open = block {
        if open.fence.isClosed(by: line) {
          block = nil
        } else if open.isRun, let command = command(line.dropFirst(min(open.fence.indent, line.indent))) {
          commands.append((index, command))
        }
      } else if let fence = fence(line) {
        let words = Words.of(String(decoding: bytes[fence.information], as: UTF8.self)).map(\.name)
        let isLever = words.first == DocumentParser.language
        block = Block(fence: fence, isRun: isLever && !words.contains("skip"))
        if isLever { hasBlock = true }
      }
    }
    return hasBlock ? commands : nil
  }

  private struct Block {
    var fence: Fence
    var isRun: Bool
  }

  /// The block that a text begins in: its first fence ends one, for nothing but a prompt can be before that.
  private static func firstBlock(_ lines: [Line]) -> Block? {
    for (index, line) in lines.enumerated() {
      guard let fence = fence(line) else { continue }
      guard fence.information.isEmpty, lines[..<index].contains(where: { command($0) != nil }) else { return nil }
      return Block(fence: fence, isRun: true)
    }
    return nil
  }

  private static func fence(_ line: Line) -> Fence? {
    let indent = line.indent
    return indent <= 3 ? Fence(opening: line.dropFirst(indent), indent: indent) : nil
  }
}
