import Reports
import Terminal

/// Collects the lines of a paste that the terminal does not mark; the editor then takes them as it takes one that is marked.
struct PastePrompt {
  let editor: LineEditor

  private static let prompt = Prompt([.init("paste> ", .strong)])

  /// Reads lines until Ctrl-D on an empty one; gives the number of a signal that asks the program to leave.
  func run(_ renderer: TextRenderer) throws -> Int32? {
    try say("Paste, then press Ctrl-D on an empty line. Ctrl-C drops it.", renderer)
    let reader = editor.pasteReader
    // The lines are read as they are, also where the terminal marks them; a tab of the paste is a blank, not a key.
    editor.pasteReader = { PastedText(plain: $0) }
    editor.completer = { _, _ in Completion(prefixLength: 0, candidates: [.init(text: " ")]) }
    defer {
      editor.pasteReader = reader
      editor.completer = nil
    }
    var text = ""
    while true {
      switch editor.readLine(prompt: Self.prompt, rightPrompt: nil) {
      case .line(let line):
        text += line + "\n"
      case .interrupt:
        return nil
      case .end:
        editor.pasteReader = reader
        if editor.paste(text) == PastedText(lines: [], rest: "") { try say("There is no command in it.", renderer) }
        return nil
      case .terminate(let signal):
        return signal
      }
    }
  }

  private func say(_ sentence: StyledText, _ renderer: TextRenderer) throws {
    try StandardOutput.output.write(renderer.render(Report([.note(sentence)])))
  }
}
