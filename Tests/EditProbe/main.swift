import Terminal

// The program that the pseudo-terminal tests drive: it shows what the line editor returns.

TerminalLocale.ensureUTF8()
let capabilities = TerminalCapabilities.current()
let editor = try LineEditor(
  program: "edit-probe", history: .standard(), usesColor: capabilities.usesColor, isDumb: capabilities.isDumb)
let verbs: [Completion.Candidate] = [
  .init(text: "borrow", description: "Borrow against the collateral"),
  .init(text: "branch", description: "Keep this point of the session under a name"),
  .init(text: "deposit", description: "Put tokens in as collateral, which earns the supply rate from then on"),
]
let assets = ["USDC", "USDT", "WBTC"].map { Completion.Candidate(text: $0) }
editor.completer = { line, cursor in
  let before = line.unicodeScalars.prefix(cursor)
  let word = String(before.split(separator: " ", omittingEmptySubsequences: false).last ?? "".unicodeScalars[...])
  let candidates = word.unicodeScalars.count == before.count ? verbs : assets
  return Completion(prefixLength: word.unicodeScalars.count, candidates: candidates.filter { $0.text.hasPrefix(word) })
}
if let warning = editor.takeWarning() { print("warning: \(warning)") }
let prompt = Prompt([.init("lever> ", .strong)])
let rightPrompt = Prompt([.init("2.53x "), .init("HF 1.31", .caution), .init(" -23.8%", .muted)])

/// Works until Ctrl-C, as a long command does.
func work() {
  print("working")
  while !InterruptFlag.take() {}
  print("stopped")
}

reading: while true {
  switch editor.readLine(prompt: prompt, rightPrompt: rightPrompt) {
  case .line(let line):
    // As the prompt does: what has been answered is in the history.
    editor.remember(line)
    print("got [\(line)]")
    switch line {
    case "work": work()
    case "columns": print("columns \(editor.columns)")
    case "quit": break reading
    default: break
    }
  case .interrupt: print("interrupt")
  case .end:
    print("end")
    break reading
  case .terminate(let signal):
    print("terminate \(signal)")
    break reading
  }
  if let warning = editor.takeWarning() { print("warning: \(warning)") }
}
