import EditlineShim

/// A safe face over libedit's handles: this file and `WideBuffer` hold all of its pointers.
@safe final class Editline {
  /// What libedit does after a command.
  enum Reaction {
    /// Nothing could be done: a beep.
    case refuse
    /// The line changed.
    case refresh
    /// Something was written below the line: draw it anew there.
    case redisplay
  }

  /// How a read ended.
  enum Reading: Equatable {
    case line(String)
    /// End of input, error or signal.
    case nothing
  }

  /// Carries out a command that a key is bound to.
  var perform: (EditorCommand) -> Reaction = { _ in .refuse }

  private let handle: OpaquePointer
  private let history: OpaquePointer
  private let leftPrompt = WideBuffer("")
  /// The left prompt without colour.
  private let plainPrompt = WideBuffer("")
  private let rightPrompt = WideBuffer("")
  private let empty = WideBuffer("")
  /// The narrowest windows that the coloured and the right prompt are shown in.
  private var columnsForColor = 0
  private var columnsForRightPrompt = 0
  /// libedit keeps pointers to the commands' names for as long as it lives.
  private var keptNames: [WideBuffer] = []

  /// Starts libedit on the standard streams, with every `EditorCommand` and a history of at most `historyLimit` entries.
  init(program: String, historyLimit: Int) throws(LineEditorError) {
    guard let history = unsafe history_winit() else { throw LineEditorError() }
    guard let handle = unsafe eds_open(program) else {
      unsafe history_wend(history)
      throw LineEditorError()
    }
    unsafe self.handle = unsafe handle
    unsafe self.history = unsafe history
    unsafe eds_set_client_data(handle, Unmanaged.passUnretained(self).toOpaque())
    unsafe eds_history_set_size(history, CInt(historyLimit))
    unsafe eds_use_history(handle, history)
    let marker = wchar_t(bitPattern: Prompt.marker.value)
    unsafe eds_set_prompt(handle, { unsafe Editline.of($0)?.shownLeft.address }, marker)
    unsafe eds_set_right_prompt(handle, { unsafe Editline.of($0)?.shownRight.address }, marker)
    unsafe eds_use_signal_reader(handle)
    unsafe eds_read_signal_keys(handle)
    // A C function carries no values along, so that each command has its own.
    unsafe add(.complete) { handle, _ in unsafe Editline.run(.complete, handle) }
    unsafe add(.older) { handle, _ in unsafe Editline.run(.older, handle) }
    unsafe add(.newer) { handle, _ in unsafe Editline.run(.newer, handle) }
    unsafe add(.accept) { handle, _ in unsafe Editline.run(.accept, handle) }
    unsafe add(.interrupt) { handle, _ in unsafe Editline.run(.interrupt, handle) }
    unsafe add(.deleteOrEnd) { handle, _ in unsafe Editline.run(.deleteOrEnd, handle) }
    unsafe add(.paste) { handle, _ in unsafe Editline.run(.paste, handle) }
  }

  deinit {
    unsafe eds_close(handle)
    unsafe history_wend(history)
  }

  // MARK: - Set-up

  /// Whether vi bindings are in force.
  var usesVi: Bool { unsafe eds_uses_vi(handle) }

  /// Whether editing is on: `.editrc` may switch it off.
  var isEditing: Bool { unsafe eds_is_editing(handle) }

  func useEmacsBindings() {
    unsafe "emacs".withWide { unsafe eds_set_editor(handle, $0) }
  }

  /// Reads `$EDITRC`, else `~/.editrc`.
  func sourceUserFile() {
    unsafe el_source(handle, nil)
  }

  /// Binds a key or a key sequence in libedit's notation; in vi mode a key of insert mode.
  func bind(_ key: String, to command: String) {
    unsafe key.withWide { key in unsafe command.withWide { unsafe eds_bind(handle, key, $0) } }
  }

  /// Whether a key sequence is bound to a command.
  func isBound(_ key: String, to command: String) -> Bool {
    unsafe key.withWide { unsafe eds_is_bound(handle, $0, command) }
  }

  /// Binds a key of vi's command mode.
  func bindInCommandMode(_ key: String, to command: String) {
    unsafe key.withWide { key in unsafe command.withWide { unsafe eds_bind_alternative(handle, key, $0) } }
  }

  /// Binds an arrow key by name; unlike other bindings it outlives a change between emacs and vi.
  func bindArrow(_ name: String, to command: String) {
    unsafe name.withWide { name in unsafe command.withWide { unsafe eds_bind_arrow(handle, name, $0) } }
  }

  /// Adds the newest entry of what incremental search looks through.
  func enter(_ entry: String) {
    unsafe entry.withWide { unsafe eds_history_enter(history, $0) }
  }

  // MARK: - Reading

  /// Sets what libedit shows at every redraw of the next line.
  ///
  /// libedit 3.1 ends the program by an assertion when a prompt with colour has to be wrapped: a narrow window gets the
  /// left prompt without colour and no right prompt.
  func setPrompts(left: Prompt, right: Prompt?, usesColor: Bool) {
    leftPrompt.replace(with: left.rendered(usesColor: usesColor))
    plainPrompt.replace(with: left.text)
    rightPrompt.replace(with: right?.rendered(usesColor: usesColor) ?? "")
    columnsForColor = left.columns + 4
    columnsForRightPrompt = left.columns + (right?.columns ?? 0) + 2
    eds_set_prompt_columns(CInt(left.columns))
  }

  private var shownLeft: WideBuffer { eds_columns() < columnsForColor ? plainPrompt : leftPrompt }

  private var shownRight: WideBuffer { eds_columns() < columnsForRightPrompt ? empty : rightPrompt }

  func hideRightPrompt() {
    rightPrompt.replace(with: "")
  }

  /// Reads one line, without its newline.
  func read(isDumb: Bool) -> Reading {
    unsafe eds_begin_reading(handle, isDumb)
    // In vi mode the mark would begin with an Escape that leaves insert mode.
    eds_set_bracketed_paste(!isDumb && isEditing && !usesVi)
    defer {
      eds_set_bracketed_paste(false)
      eds_end_reading()
    }
    var count: CInt = 0
    guard let start = unsafe el_wgets(handle, &count), count > 0 else { return .nothing }
    let text = unsafe String(wide: UnsafeBufferPointer(start: start, count: Int(count)))
    return .line(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" })))
  }

  /// The next character, from `push` or the terminal; nil at the end of the input.
  func nextCharacter() -> Unicode.Scalar? {
    var character: wchar_t = 0
    guard unsafe el_wgetc(handle, &character) == 1 else { return nil }
    return Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"
  }

  /// Has `keys` read before anything that is typed.
  func push(_ keys: String) {
    unsafe keys.withWide { unsafe el_wpush(handle, $0) }
  }

  // MARK: - The line that is being edited

  /// The line as it stands and the part of it before the cursor.
  var edited: (line: String, beforeCursor: String) {
    guard let info = unsafe el_wline(handle)?.pointee, let start = unsafe info.buffer, let cursor = unsafe info.cursor,
      let end = unsafe info.lastchar
    else { return ("", "") }
    return (
      unsafe String(wide: UnsafeBufferPointer(start: start, count: end - start)),
      unsafe String(wide: UnsafeBufferPointer(start: start, count: cursor - start))
    )
  }

  /// Inserts before the cursor.
  func insert(_ text: String) {
    unsafe text.withWide { unsafe el_winsertstr(handle, $0) }
  }

  /// Deletes as many scalars before the cursor, or all when there are fewer.
  func deleteBackwards(_ count: Int) {
    unsafe el_deletestr(handle, CInt(min(count, edited.beforeCursor.unicodeScalars.count)))
  }

  /// Moves the cursor to the right, at most to the end.
  func moveForwards(_ count: Int) {
    unsafe el_cursor(handle, CInt(count))
  }

  func moveToEnd() {
    let (line, beforeCursor) = edited
    moveForwards(line.unicodeScalars.count - beforeCursor.unicodeScalars.count)
  }

  /// How many rows of the line are below the cursor's.
  var rowsBelowCursor: Int { Int(unsafe eds_rows_below_cursor(handle)) }

  /// Writes to the terminal, past libedit.
  func write(_ text: String) {
    unsafe eds_write(text)
  }

  // MARK: - Callbacks

  private static func of(_ handle: OpaquePointer?) -> Editline? {
    guard let data = unsafe eds_client_data(handle) else { return nil }
    return unsafe Unmanaged<Editline>.fromOpaque(data).takeUnretainedValue()
  }

  private static func run(_ command: EditorCommand, _ handle: OpaquePointer?) -> UInt8 {
    switch unsafe of(handle)?.perform(command) {
    case .refresh: UInt8(CC_REFRESH)
    case .redisplay: UInt8(CC_REDISPLAY)
    case .refuse, nil: UInt8(CC_ERROR)
    }
  }

  private func add(_ command: EditorCommand, _ function: eds_command) {
    let name = WideBuffer(command.rawValue)
    let help = WideBuffer(command.help)
    keptNames += [name, help]
    unsafe eds_add_command(handle, name.address, help.address, function)
  }
}
