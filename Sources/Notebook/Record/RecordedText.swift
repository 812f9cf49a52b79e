/// A transcript that grows by one command at a time.
struct RecordedText {
  /// All of it; a document at any time once a command is in it.
  private(set) var text: String
  private(set) var commandCount = 0
  /// Whether the last block may take another command.
  private var isOpen = false

  private static let fence = "```"

  /// A file with front matter, a title, and in a hidden block the commands that lead to where it begins.
  init(file: String, seed: UInt64, leadingCommands: [String]) {
    let name = Self.baseName(file)
    let slug = Slug.of(name.replacing(".", with: " "))
    let identifier = Slug.isIdentifier(slug) ? slug : "recording"
    let title = name.replacing("-", with: " ").replacing("_", with: " ")
    let shown = Self.isPlain(title) ? title.prefix(1).uppercased() + title.dropFirst() : "A recording"
    text = "---\ntranscript: \(identifier)\ntitle: \(shown)\nformat: \(FrontMatter.knownFormat)\n"
    if seed != FrontMatter().seed { text += "seed: \(seed)\n" }
    text += "---\n\n# \(shown)\n"
    guard !leadingCommands.isEmpty else { return }
    text += "\n\(Self.fence)lever hide\n" + leadingCommands.map { "lever> \($0)\n" }.joined() + "\(Self.fence)\n"
  }

  /// Adds a command with what it prints; one that failed gets a block of its own.
  mutating func append(_ command: String, printed: [String], failed: Bool) {
    let lines = "lever> \(command)\n" + printed.map { $0 + "\n" }.joined()
    if isOpen, !failed {
      text.removeLast(Self.fence.count + 1)
      text += lines + "\(Self.fence)\n"
    } else {
      text += "\n\(Self.fence)lever\(failed ? " error" : "")\n\(lines)\(Self.fence)\n"
    }
    isOpen = !failed
    commandCount += 1
  }

  private static func baseName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".md") && name.count > 3 ? String(name.dropLast(3)) : name
  }

  /// Whether a title stands on its line as it is.
  private static func isPlain(_ title: String) -> Bool {
    !title.trimmed.isEmpty && title.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
  }
}
