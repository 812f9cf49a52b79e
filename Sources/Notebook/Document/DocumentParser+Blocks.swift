import Markets

extension DocumentParser {
  static let language = "lever"
  static let prompt = "lever>"
  static let continuation = "  ...>"

  /// The first word behind a fence.
  private func language(of fence: Fence) -> String {
    String(decoding: source.bytes[fence.information].prefix { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
  }

  /// Whether a fence's language is, or was probably meant to be, ours.
  func isLever(_ fence: Fence) -> Bool {
    let word = language(of: fence)
    return word == Self.language || isNearlyLever(word)
  }

  private func isNearlyLever(_ word: String) -> Bool {
    guard word != Self.language, (4...16).contains(word.utf8.count) else { return false }
    let lowered = word.lowercased()
    let isGlued = lowered.hasPrefix(Self.language) && !(lowered.dropFirst(5).first?.isLetter ?? true)
    // `{lever}` and `.lever`, as other programs have it.
    let letters = lowered.filter(\.isLetter)
    return letters == Self.language || isGlued || Spelling.distance(lowered, Self.language) <= 1
  }

  /// Reads or passes over a fenced block; `container` says what it stands in when that is not the page itself.
  mutating func readFence(_ fence: Fence, isNested container: String?) {
    if let container {
      if isLever(fence) { refuse(fence, inside: container) }
      return passOver(fence)
    }
    let word = language(of: fence)
    if isNearlyLever(word) {
      report(
        line, "the language `\(word)` is not run", from: fence.information.lowerBound,
        length: word.unicodeScalars.count, suggestion: Self.language)
    }
    var close = line + 1
    while close < source.lineCount, !fence.isClosed(by: source.content(ofLine: close)) { close += 1 }
    guard close < source.lineCount else {
      report(line, "the fence is not closed")
      line = source.lineCount
      return
    }
    if word == Self.language {
      readBlock(fence, close: close)
    } else {
      line = close + 1
    }
  }

  /// Goes behind a block that is none because of a backtick behind its fence; false when nobody meant one.
  mutating func refuseBacktick(_ body: ArraySlice<UInt8>, indent: Int) -> Bool {
    guard let fence = Fence(opening: body, indent: indent, allowsBackticks: true), isLever(fence) else { return false }
    // With as many of them again it is code within a line.
    var rest = source.bytes[fence.information]
    while let start = rest.firstIndex(of: fence.mark) {
      let run = rest[start...].prefix { $0 == fence.mark }
      if run.count == fence.length { return false }
      rest = rest[run.endIndex...]
    }
    report(line, "a fence of backticks has no backtick behind it: use tildes", from: body.startIndex)
    line += 1
    while line < source.lineCount {
      line += 1
      if fence.isClosed(by: source.content(ofLine: line - 1)) { break }
    }
    return true
  }

  mutating func refuse(_ fence: Fence, inside container: String) {
    report(
      line, "a block inside \(container) would not be run: move it out",
      from: fence.information.lowerBound - fence.length)
  }

  /// Goes behind a block in a list item; it ends with the item at the latest.
  private mutating func passOver(_ fence: Fence) {
    let start = line
    let indent = listIndent ?? 0
    line += 1
    while line < source.lineCount {
      let content = source.content(ofLine: line)
      if fence.isClosed(by: content, inList: true) {
        line += 1
        return
      }
      if !content.isBlank, content.indentation().columns < indent { return }
      line += 1
    }
    report(start, "the fence is not closed")
  }

  // MARK: - Blocks

  private mutating func readBlock(_ fence: Fence, close: Int) {
    let open = line
    var block = Document.Block(
      tags: readTags(fence), lines: open..<close + 1, indent: fence.indent, commands: [],
      details: openHints.last)
    var sawOutputBeforePrompt = false
    for line in open + 1..<close {
      let content = source.content(ofLine: line)
      let body = content.dropFirst(min(fence.indent, content.indent)).droppingTrailingBlanks
      if body.starts(with: Self.prompt.utf8) {
        guard let text = typed(behind: Self.prompt, in: body, line) else { continue }
        block.commands.append(Document.Command(text: text, line: line, output: line + 1..<line + 1))
      } else if body.starts(with: Self.continuation.utf8), !block.commands.isEmpty {
        guard let text = typed(behind: Self.continuation, in: body, line) else { continue }
        let last = block.commands.count - 1
        guard block.commands[last].output == line..<line else {
          report(line, "a continued command stands directly below its prompt")
          continue
        }
        block.commands[last].text = Continuation.joined(block.commands[last].text, with: text)
        block.commands[last].output = line + 1..<line + 1
      } else if !body.isEmpty {
        if block.commands.isEmpty {
          if !sawOutputBeforePrompt { report(line, "output stands before the first `\(Self.prompt) `") }
          sawOutputBeforePrompt = true
        } else {
          let last = block.commands.count - 1
          block.commands[last].output = block.commands[last].output.lowerBound..<line + 1
        }
      }
    }
    if block.commands.isEmpty, !sawOutputBeforePrompt, errors.last.map({ $0.line <= open + 1 }) ?? true {
      report(open, "the block has no command")
    }
    document.blocks.append(block)
    if let details = block.details { document.details[details].blocks.append(document.blocks.count - 1) }
    add(.block(document.blocks.count - 1), through: close)
  }

  /// What was typed behind a prompt; nil, and an error, when it is not the prompt.
  private mutating func typed(behind prompt: String, in body: ArraySlice<UInt8>, _ line: Int) -> String? {
    let rest = body.dropFirst(prompt.utf8.count)
    let isContinuation = prompt == Self.continuation
    guard let first = rest.first else {
      if isContinuation { return "" }
      report(line, "the command behind `\(prompt)` is missing")
      return nil
    }
    guard first == UInt8(ascii: " ") else {
      report(line, "a blank is missing behind `\(prompt)`")
      return nil
    }
    return String(decoding: rest.dropFirst(), as: UTF8.self)
  }

  // MARK: - Tags

  private mutating func readTags(_ fence: Fence) -> BlockTags {
    let words = Words.of(String(decoding: source.bytes[fence.information], as: UTF8.self)).dropFirst()
    let start = source.column(ofByte: fence.information.lowerBound, inLine: line)
    var tags = BlockTags()
    var seen: Set<String> = []
    for word in words where !isFull(line) {
      if let problem = Self.apply(word, to: &tags) {
        let known = BlockTags.names.contains(word.name)
        report(
          line, problem, column: start + word.range.lowerBound, length: word.range.count,
          suggestion: known ? nil : Spelling.nearest(to: word.name, among: BlockTags.names))
      } else if !seen.insert(word.name).inserted {
        report(
          line, "the tag `\(word.name)` is there twice", column: start + word.range.lowerBound,
          length: word.range.count)
      }
    }
    return tags
  }

  /// Enters a tag; gives what is wrong with it.
  private static func apply(_ word: Words.Word, to tags: inout BlockTags) -> String? {
    switch (word.name, word.value) {
    case ("hide", nil): tags.isHidden = true
    case ("error", nil): tags.fails = true
    case ("bug", nil): tags.isKnownBug = true
    case ("hide", _), ("error", _), ("bug", _): return "the tag `\(word.name)` takes no value"
    case ("skip", let reason?) where word.isQuoted && !reason.trimmed.isEmpty && !word.isUnclosed:
      tags.skipReason = reason
    case ("skip", _): return "`skip` needs a reason in quotes: `skip=\"why\"`"
    case ("tol", let value?):
      guard let tolerance = Tolerance(value) else {
        return "`tol` needs a number above 0 such as `0.5%` or `0.01`, not `\(value)`"
      }
      tags.tolerance = tolerance
    case ("tol", nil): return "`tol` needs a number such as `tol=0.5%`"
    default: return "unknown tag `\(word.name)`"
    }
    return nil
  }
}
