/// The difference between a file and the file with its outputs blessed, as `patch -p0` reads it.
public enum UnifiedDifference {
  /// The lines of context around a change.
  private static let context = 3

  /// The text of the difference; empty without edits.
  ///
  /// It holds the file's own bytes, so that it can be applied to it.
  public static func text(of document: Document, edits: [OutputEdit], path: String) -> [UInt8] {
    let changes = edits.flatMap { Self.changes(of: $0, in: document.source) }
    guard !changes.isEmpty else { return [] }
    var output = Array("--- \(name(path))\n+++ \(name(path))\n".utf8)
    var offset = 0
    var index = 0
    while index < changes.count {
      // Changes whose context touches share a hunk.
      var last = index
      while last + 1 < changes.count, changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context {
        last += 1
      }
      output += hunk(changes[index...last], document.source, offset)
      offset += changes[index...last].reduce(0) { $0 + $1.new.count - $1.old.count }
      index = last + 1
    }
    return output
  }

  /// A file's name as `patch` reads it: with a tab behind one with blanks, and in quotes when it holds what would end it.
  private static func name(_ path: String) -> String {
    let needsQuotes = path.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } || path.hasPrefix("\"")
    guard needsQuotes else { return path.contains(" ") ? path + "\t" : path }
    var quoted = "\""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Lines that are replaced by others.
  private struct Change {
    var old: Range<Int>
    var new: [[UInt8]]
  }

  /// The lines of an edit that really change.
  private static func changes(of edit: OutputEdit, in source: SourceText) -> [Change] {
    let end = source.end(ofLine: edit.commandLine)
    let new = edit.replacement.map { Array(($0 + end).utf8) }
    let old = edit.lines.map { Array(source.bytes[source.range(ofLine: $0)]) }
    let start = edit.lines.lowerBound
    return Alignment.gaps(old, new, ==).filter { !$0.left.isEmpty || !$0.right.isEmpty }.map { gap in
      Change(old: start + gap.left.lowerBound..<start + gap.left.upperBound, new: Array(new[gap.right]))
    }
  }

  private static func hunk(_ changes: ArraySlice<Change>, _ source: SourceText, _ offset: Int) -> [UInt8] {
    guard let first = changes.first, let last = changes.last else { return [] }
    let start = max(0, first.old.lowerBound - context)
    let end = min(source.lineCount, last.old.upperBound + context)
    let added = changes.reduce(0) { $0 + $1.new.count - $1.old.count }
    var body: [UInt8] = []
    func append(_ mark: String, _ line: some BidirectionalCollection<UInt8>) {
      body += Array(mark.utf8) + line
      if line.last != UInt8(ascii: "\n") { body += Array("\n\\ No newline at end of file\n".utf8) }
    }
    var next = start
    for change in changes {
      for line in next..<change.old.lowerBound { append(" ", source.bytes[source.range(ofLine: line)]) }
      for line in change.old { append("-", source.bytes[source.range(ofLine: line)]) }
      for line in change.new { append("+", line) }
      next = change.old.upperBound
    }
    for line in next..<end { append(" ", source.bytes[source.range(ofLine: line)]) }
    let (oldCount, newCount) = (end - start, end - start + added)
    // A side without lines is named by the line before it.
    let oldStart = start + (oldCount == 0 ? 0 : 1)
    let newStart = start + offset + (newCount == 0 ? 0 : 1)
    return Array("@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@\n".utf8) + body
  }
}
