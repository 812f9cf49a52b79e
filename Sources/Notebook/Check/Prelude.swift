import Interpreter

/// The commands that a document has run before its own: those of a file of commands, or of the blocks of another document
/// with its own prelude.
struct Prelude {
  struct Command {
    var text: String
    /// Whether it has to fail.
    var fails: Bool
    /// The file and line, for messages.
    var place: String
  }

  /// The longest chain of preludes.
  static let depthLimit = 20
  static let byteLimit = 1 << 20

  private let files: any SessionFiles

  init(_ files: any SessionFiles) {
    self.files = files
  }

  /// Throws at the place of the reference when the file lies outside the document's folder, cannot be read, or leads
  /// back to itself.
  func commands(of reference: FrontMatter.Reference, in document: Document) throws(DocumentErrors) -> [Command] {
    do throws(CommandError) {
      return try commands(of: reference.text, from: "", chain: [Self.name(of: document.file)])
    } catch {
      throw DocumentErrors([
        DocumentError(
          file: document.file, line: reference.line, column: reference.column,
          length: reference.text.unicodeScalars.count, message: error.sentence,
          excerpt: document.source.text(ofLine: reference.line - 1))
      ])
    }
  }

  private func commands(of path: String, from folder: String, chain: [String]) throws(CommandError) -> [Command] {
    guard let name = Self.joined(folder, path) else {
      throw CommandError(.refused, "the prelude \(path) lies outside of the folder of this file")
    }
    guard !chain.contains(name) else {
      throw CommandError(.refused, "the preludes run in a circle: \((chain + [name]).joined(separator: " → "))")
    }
    guard chain.count <= Self.depthLimit else {
      throw CommandError(.limit, "more than \(Self.depthLimit) preludes lie behind each other")
    }
    let text = try files.text(of: name, limit: Self.byteLimit, what: "a prelude")
    guard name.hasSuffix(".md") else {
      var commands: [Command] = []
      for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      where !CommandLineSplitter.commands(in: String(line)).isEmpty {
        commands.append(Command(text: String(line), fails: false, place: "\(name):\(index + 1)"))
      }
      return commands
    }
    let document: Document
    do throws(DocumentErrors) {
      document = try Document(parsing: text, file: name)
    } catch {
      let first = error.errors[0]
      throw CommandError(.syntax, "the prelude cannot be read: \(first.place): \(first.sentence)")
    }
    var result: [Command] = []
    if let inner = document.frontMatter.prelude {
      result = try commands(of: inner.text, from: Self.folder(of: name), chain: chain + [name])
    }
    for block in document.blocks where block.tags.skipReason == nil && !block.tags.isKnownBug {
      for (index, command) in block.commands.enumerated() {
        result.append(
          Command(
            text: command.text, fails: block.tags.fails && index == block.commands.count - 1,
            place: "\(name):\(command.line + 1)"))
      }
    }
    return result
  }

  /// A path below the document's folder; nil when it is absolute or leads out of it.
  static func joined(_ folder: String, _ path: String) -> String? {
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else { return nil }
    var parts: [Substring] = []
    for part in folder.split(separator: "/") + path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }
}
