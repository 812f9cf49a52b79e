import EditlineShim

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// libedit could not be started: there was no memory for it.
public struct LineEditorError: Error, Equatable, Sendable {}

/// Reads lines from the terminal with editing, history and completion.
///
/// It needs a terminal on standard input and output; for anything else read plain lines instead. There is one at a
/// time, used from one thread. The user's `~/.editrc` is honoured.
///
///     let editor = try LineEditor(program: "lever", history: .standard(), usesColor: true, isDumb: false)
///     while case .line(let line) = editor.readLine(prompt: Prompt([.init("lever> ", .strong)]), rightPrompt: nil) {
///       editor.remember(line)
///     }
public final class LineEditor {
  /// What Tab asks, with the line and the number of Unicode scalars before the cursor.
  public var completer: ((_ line: String, _ cursor: Int) -> Completion)?
  /// Makes lines of what is pasted, which arrives with "\n" between its lines and without control characters.
  public var pasteReader: (_ text: String) -> PastedText = { PastedText(plain: $0) }

  private let editline: Editline
  private let historyFile: HistoryFile?
  private let usesColor: Bool
  private let isDumb: Bool
  private var search: HistorySearch
  private var warning: String?
  private var hasWarned = false
  /// Lines of a paste that are still to be run, in order.
  private var pastedLines: ArraySlice<String> = []
  private var wasInterrupted = false
  private var wasEnded = false
  /// Tells whether Ctrl-C was pressed since the last line: then the rest of a paste is not wanted either.
  private var interruptsAtLastLine: CInt = 0

  /// Starts libedit on the standard streams and reads the history and `~/.editrc`.
  ///
  /// - Parameters:
  ///   - program: the name that lines of `.editrc` may begin with, as in `lever:bind -v`.
  ///   - history: where remembered lines are kept; nil keeps them for this session only.
  ///   - usesColor: whether the prompts' styles are shown.
  ///   - isDumb: whether the terminal understands no escape sequences.
  ///   - readsConfiguration: whether `~/.editrc` is read.
  public init(
    program: String, history: HistoryFile?, usesColor: Bool, isDumb: Bool, readsConfiguration: Bool = true
  ) throws {
    let editline = try Editline(program: program, historyLimit: HistoryFile.entryLimit)
    self.editline = editline
    historyFile = history
    self.usesColor = usesColor
    self.isDumb = isDumb
    let contents = history?.load()
    warning = contents?.warning
    search = HistorySearch(entries: contents?.entries ?? [], limit: HistoryFile.entryLimit)
    for entry in search.entries { editline.enter(entry) }
    editline.perform = { [unowned self] in perform($0) }
    bindKeys(readsConfiguration: readsConfiguration)
    eds_catch_interrupts()
  }

  /// The terminal's width at this moment; 80 when it does not say.
  public var columns: Int {
    let columns = Int(eds_window_columns(STDOUT_FILENO))
    return columns > 0 ? columns : 80
  }

  /// A sentence about a history that cannot be read or written: the first one, and once.
  public func takeWarning() -> String? {
    guard let warning, !hasWarned else { return nil }
    hasWarned = true
    return warning
  }

  /// Shows the prompts and reads one line.
  ///
  /// The right prompt goes away when the text comes near it and when the line is accepted. Lines of a paste come one
  /// by one, each shown at its own prompt, until Ctrl-C drops the rest. The terminal is in its own modes again when this
  /// returns, and Ctrl-C then sets `InterruptFlag`. The prompt replaces what is on the cursor's row: output before it has to
  /// end with a newline.
  public func readLine(prompt: Prompt, rightPrompt: Prompt?) -> LineEvent {
    // A dumb terminal draws the whole row for every key: a right prompt would flicker.
    editline.setPrompts(left: prompt, right: isDumb ? nil : rightPrompt, usesColor: usesColor)
    search.endSearch()
    wasInterrupted = false
    wasEnded = false
    _ = InterruptFlag.take()
    if eds_interrupts() != interruptsAtLastLine { pastedLines = [] }
    if !pastedLines.isEmpty { editline.push(pastedLines.removeFirst() + (pastedLines.isEmpty ? "" : "\n")) }

    let reading = editline.read(isDumb: isDumb)
    interruptsAtLastLine = eds_interrupts()

    if case .line(let line) = reading, !wasInterrupted, !wasEnded { return .line(line) }
    pastedLines = []
    if wasEnded { return .end }
    if wasInterrupted { return .interrupt }
    editline.write("\n")
    if let signal = [SIGTERM, SIGHUP].first(where: { eds_take_signal($0) }) { return .terminate(signal) }
    return InterruptFlag.take() ? .interrupt : .end
  }

  /// Adds a line to the history, here and in the file.
  ///
  /// Empty lines, lines with a leading blank and a line equal to the last are left out.
  public func remember(_ line: String) {
    guard HistoryFile.keeps(line), search.append(line) else { return }
    editline.enter(line)
    if let problem = historyFile?.append(line), warning == nil { warning = problem }
  }

  /// Takes text as if it were pasted at the next prompt; gives what becomes of it.
  @discardableResult
  public func paste(_ text: String) -> PastedText {
    let pasted = pasteReader(PastedText.clean(text.unicodeScalars))
    pastedLines = pasted.lines + [pasted.rest]
    return pasted
  }

  /// The key that accepts the line without a detour. The Enter key itself arrives as a newline.
  private static let enter = "\r"

  /// The user's file may change what most keys do. Its `bind -v` and `bind -e` drop every binding made before, so that
  /// what the editor cannot do without is bound after it.
  private func bindKeys(readsConfiguration: Bool) {
    editline.bindArrow("up", to: EditorCommand.older.rawValue)
    editline.bindArrow("down", to: EditorCommand.newer.rawValue)
    editline.useEmacsBindings()
    bindEmacsKeys()
    if readsConfiguration { editline.sourceUserFile() }
    // In vi mode Escape alone has to leave insert mode at once, so that nothing that begins with it is bound.
    if !editline.usesVi, !editline.isBound(KeyBindings.pasteStart, to: EditorCommand.paste.rawValue) {
      bindEmacsKeys()
    }
    // vi mode has no search of its own in insert mode: there the key would type itself.
    if editline.isBound("^R", to: "ed-insert") { editline.bind("^R", to: "em-inc-search-prev") }
    editline.bind("^I", to: EditorCommand.complete.rawValue)
    for (key, command) in [("^J", EditorCommand.accept), ("^C", .interrupt)] {
      editline.bind(key, to: command.rawValue)
      editline.bindInCommandMode(key, to: command.rawValue)
    }
  }

  private func bindEmacsKeys() {
    for (key, command) in KeyBindings.emacs { editline.bind(key, to: command) }
  }

  // MARK: - Commands

  private func perform(_ command: EditorCommand) -> Editline.Reaction {
    switch command {
    case .complete: return complete()
    case .older:
      let (line, beforeCursor) = editline.edited
      return show(search.older(line: line, beforeCursor: beforeCursor))
    case .newer:
      let (line, beforeCursor) = editline.edited
      return show(search.newer(line: line, beforeCursor: beforeCursor))
    case .accept: return accept()
    case .interrupt: return interrupt()
    case .deleteOrEnd: return deleteOrEnd()
    case .paste: return takePaste()
    }
  }

  private func complete() -> Editline.Reaction {
    let (line, beforeCursor) = editline.edited
    guard let completion = completer?(line, beforeCursor.unicodeScalars.count) else { return .refuse }
    switch completion.effect(before: line.unicodeScalars.dropFirst(beforeCursor.unicodeScalars.count).first) {
    case .none:
      return .refuse
    case .insert(let text):
      editline.deleteBackwards(completion.prefixLength)
      editline.insert(text)
      return .refresh
    case .list:
      list(completion.candidates)
      return .redisplay
    }
  }

  /// Writes the list under the last row of the line; libedit then draws the line below it.
  private func list(_ candidates: [Completion.Candidate]) {
    var text = String(repeating: "\n", count: editline.rowsBelowCursor + 1)
    for row in CompletionListing.rows(candidates, columns: columns) {
      let isMuted = usesColor && !row.description.isEmpty
      text += row.name + (isMuted ? "\u{1B}[2m\(row.description)\u{1B}[0m" : row.description) + "\n"
    }
    editline.write(text)
  }

  private func show(_ entry: String?) -> Editline.Reaction {
    guard let entry else { return .refuse }
    editline.moveToEnd()
    editline.deleteBackwards(editline.edited.line.unicodeScalars.count)
    editline.insert(entry)
    return .refresh
  }

  /// Has libedit draw the line without its right prompt before it accepts it: the scrollback then holds what was typed.
  private func accept() -> Editline.Reaction {
    editline.hideRightPrompt()
    editline.push(Self.enter)
    return .refresh
  }

  /// Ends the line as Enter does, so that the cursor comes below all of its rows, with a mark that it was dropped.
  private func interrupt() -> Editline.Reaction {
    wasInterrupted = true
    editline.moveToEnd()
    editline.insert("^C")
    return accept()
  }

  /// What Ctrl-D does. libedit's own command would write "^D" and leave the right prompt.
  private func deleteOrEnd() -> Editline.Reaction {
    let (line, beforeCursor) = editline.edited
    if line.isEmpty {
      wasEnded = true
      return accept()
    }
    if line.unicodeScalars.count == beforeCursor.unicodeScalars.count { return .refuse }
    editline.moveForwards(1)
    editline.deleteBackwards(1)
    return .refresh
  }

  /// Takes a bracketed paste: whole lines are run one after the other, the last part stays on the line to be edited.
  private func takePaste() -> Editline.Reaction {
    var pasted = String.UnicodeScalarView()
    while let scalar = editline.nextCharacter(), scalar != "\u{3}" {
      pasted.append(scalar)
      guard scalar == "~", pasted.suffix(PastedText.end.count).elementsEqual(PastedText.end) else { continue }
      pasted.removeLast(PastedText.end.count)
      paste(String(pasted))
      editline.insert(pastedLines.removeFirst())
      return pastedLines.isEmpty ? .refresh : accept()
    }
    return .refresh
  }
}
