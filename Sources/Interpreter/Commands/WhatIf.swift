import Reports

/// Runs a command on a copy and shows what it would do.
struct WhatIf: Command {
  static let manual = Manual(
    "what-if", aliases: ["what"], group: .timeTravel, synopsis: ["what-if COMMAND", "what if COMMAND"],
    summary: "try without doing",
    examples: [
      Manual.Example("deposit 10 ETH; loop 3 at 70%; what-if price -20%", shows: "a fall that does not happen"),
      Manual.Example("deposit 10 ETH; what if borrow 90%", shows: "a refusal, without consequences"),
    ])

  let command: CommandText

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> WhatIf {
    let word = arguments.lastText().lowercased()
    let goesOn = arguments.keyword("if")
    guard goesOn || word != "what" else {
      throw arguments.errorHere("`what` goes on with `if`", try: ["what if price -20%"])
    }
    guard let command = arguments.rest() else {
      throw arguments.errorHere("the command to try is missing", try: ["what-if price -20%"])
    }
    let type = try arguments.session.type(of: command)
    guard type != WhatIf.self else { throw arguments.error("`what if` does not nest") }
    let parsed = try? arguments.session.parse(command)
    guard !type.reachesOut, parsed?.reachesOut != true else {
      throw CommandError(
        .refused, "`\(type.manual.name)` reaches beyond the session, which `what if` cannot try", at: command.range)
    }
    guard parsed?.showsTheFuture != true else {
      throw CommandError(
        .refused, "`\(type.manual.name)` shows what is still to come, so it cannot be tried before", at: command.range)
    }
    return WhatIf(command: command)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    let rest = words.first?.lowercased() == "if" ? Array(words.dropFirst()) : words
    guard let first = rest.first else { return CommandTable.candidates { !$0.reachesOut } }
    return CommandTable.type(named: first)?.candidates(after: Array(rest.dropFirst()), in: session) ?? []
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    var copy = session
    let report = try copy.run(command).get()
    return Report([.note("What if `\(command.text)` (nothing is changed):")]) + report
  }
}
