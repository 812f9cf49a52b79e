/// Lines of a file that are replaced by others: the output of one command.
public struct OutputEdit: Equatable, Sendable {
  /// The old lines, from 0; empty where nothing was expected.
  public var lines: Range<Int>
  /// The new lines without their ends, indented as the block is.
  public var replacement: [String]
  /// The line of the prompt, from 0.
  public var commandLine: Int
  /// What was typed there.
  public var command: String
}

extension CheckResult {
  /// What blessing changes: the outputs that do not fit any more, in the order of the file.
  ///
  /// Expectations that still fit stay as they are; where one changed, `...` and `[..]` are kept if their neighbours still
  /// fit.
  public var edits: [OutputEdit] {
    var edits: [OutputEdit] = []
    for entry in cases {
      guard case .failed(let index) = entry.status, case .output = failures[index].kind, let printed = entry.printed
      else { continue }
      let block = document.blocks[entry.block]
      let command = block.commands[entry.index]
      let expected = ExpectedOutput(
        document.expectedOutput(of: command, in: block), tolerance: block.tags.tolerance)
      let indent = String(repeating: " ", count: block.indent)
      let lines = Elisions.kept(of: expected, in: printed).map { $0.isEmpty ? "" : indent + $0 }
      edits.append(
        OutputEdit(lines: command.output, replacement: lines, commandLine: command.line, command: command.text))
    }
    return edits
  }
}

extension CheckResult {
  /// The file with some of its edits; nil when it would be read as something else than the same commands with these
  /// outputs, as when an output looks like the end of its block.
  public func blessed(_ edits: [OutputEdit]) -> [UInt8]? {
    guard indentedPrompt(in: edits) == nil else { return nil }
    let bytes = document.source.applying(edits)
    guard let written = try? Document(parsing: bytes, file: document.file),
      written.blocks.map(\.tags) == document.blocks.map(\.tags),
      written.blocks.map({ $0.commands.map(\.text) }) == document.blocks.map({ $0.commands.map(\.text) })
    else { return nil }
    let lines = Set(edits.map(\.commandLine))
    for entry in cases {
      let block = written.blocks[entry.block]
      guard lines.contains(document.blocks[entry.block].commands[entry.index].line), let printed = entry.printed else {
        continue
      }
      let output = written.expectedOutput(of: block.commands[entry.index], in: block)
      guard ExpectedOutput(output, tolerance: block.tags.tolerance).fit(printed) != .different else { return nil }
    }
    return bytes
  }
}

extension CheckResult {
  /// The line, from 1, of a prompt that is indented further than its block and would be written over as an output; nil
  /// when there is none.
  public func indentedPrompt(in edits: [OutputEdit]) -> Int? {
    for edit in edits {
      let kept = Set(edit.replacement.map(\.trimmed))
      let line = edit.lines.first { line in
        let text = document.source.text(ofLine: line).trimmed
        return text.hasPrefix(DocumentParser.prompt) && !kept.contains(text)
      }
      if let line { return line + 1 }
    }
    return nil
  }
}

extension SourceText {
  /// All bytes with some lines replaced, everything else unchanged.
  public func applying(_ edits: [OutputEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var next = 0
    for edit in edits {
      let range = range(ofLines: edit.lines)
      result += bytes[next..<range.lowerBound]
      let end = end(ofLine: edit.commandLine)
      for line in edit.replacement { result += Array((line + end).utf8) }
      next = range.upperBound
    }
    return result + bytes[next...]
  }
}

extension CheckResult {
  /// The result as it is when these edits have been written.
  public func accepting(_ edits: [OutputEdit]) -> CheckResult {
    let lines = Set(edits.map { $0.commandLine + 1 })
    var accepted = self
    accepted.failures = []
    var places: [Int: Int] = [:]
    for (index, failure) in failures.enumerated() {
      if case .output = failure.kind, let line = failure.commandLine, lines.contains(line) { continue }
      places[index] = accepted.failures.count
      accepted.failures.append(failure)
    }
    for index in accepted.cases.indices {
      guard case .failed(let failure) = accepted.cases[index].status else { continue }
      accepted.cases[index].status = places[failure].map { .failed($0) } ?? .asExpected
    }
    return accepted
  }
}
