import Interpreter

/// The texts that describe the program: `--help`, `--version` and the manual page.
enum Usage {
  static let version = "0.1.0"
  static let disclaimer = "Lever is for learning. It is not financial advice."

  private static let forms: [(line: String, meaning: String)] = [
    ("lever", "the prompt"),
    ("lever -c 'deposit 10 ETH; loop 3; ladder'", "run commands and leave"),
    ("lever FILE", "run the commands of a file"),
    ("lever < FILE", "run what standard input brings"),
    ("lever learn [LESSON]", "list lessons, or play one"),
    ("lever lessons", "list lessons, or concepts"),
    ("lever grade LESSON LOG...", "what learners reached"),
    ("lever new lesson NAME", "write a lesson to start from"),
    ("lever check PATH...", "run transcripts as tests"),
    ("lever record FILE", "write a transcript"),
    ("lever data [delete NAME...]", "what is kept about you"),
  ]

  private static let exits: [(code: String, meaning: String)] = [
    ("0", "everything was carried out"),
    ("1", "a command was refused, or a check found a difference"),
    ("2", "the command line, a command or a file could not be understood"),
    ("3", "a check took too long, or an internal error"),
    ("130", "Ctrl-C stopped long work, and what was done is shown"),
  ]

  /// The text of `--help`, at most 80 columns wide.
  static var help: String {
    var lines = ["Lever teaches leverage in decentralised finance, one loop at a time.", "", "Usage:"]
    let formWidth = forms.map(\.line.count).max() ?? 0
    for form in forms { lines.append("  " + form.line.padded(to: formWidth) + "   " + form.meaning) }
    let optionWidth = Option.all.map(\.spelling.count).max() ?? 0
    for scope in Option.Scope.allCases {
      lines += ["", "\(scope.heading):"]
      for option in Option.all where option.scope == scope {
        lines.append("  " + option.spelling.padded(to: optionWidth) + "   " + option.meaning)
      }
    }
    lines += ["", "A run that is not at a terminal stops at the first error. Exit codes:"]
    for exit in exits { lines.append("  " + exit.code.padded(to: 3) + "   " + exit.meaning) }
    lines += ["", "Type `help` at the prompt for the commands.", disclaimer]
    return lines.joined(separator: "\n") + "\n"
  }

  static var versionText: String { "lever \(version)\n\(disclaimer)\n" }

  /// The manual page in roff.
  static var manualPage: String {
    var lines = [
      ".TH LEVER 1 \"\" \"lever \(version)\" \"User Commands\"", ".SH NAME",
      "lever \\- learn leverage in decentralised finance, one loop at a time", ".SH SYNOPSIS",
    ]
    for form in forms { lines += [".B " + roff(form.line), ".br"] }
    lines += [
      ".SH DESCRIPTION",
      roff(
        "Lever is a prompt for learning leverage in decentralised finance: deposit, borrow, reinvest, repeat, and watch "
          + "exposure grow while the room to liquidation shrinks. Its ledger follows the rules of Aave v3.7 to the last unit."
      ),
      ".PP", roff(disclaimer), ".SH OPTIONS",
    ]
    for scope in Option.Scope.allCases {
      if scope != .all { lines.append(".SS " + roff(scope.heading)) }
      for option in Option.all where option.scope == scope {
        let names = option.names.map { "\\fB\(roff($0))\\fR" }.joined(separator: ", ")
        lines += [
          ".TP", names + (option.argument.map { " \\fI\($0)\\fR" } ?? ""),
          roff(option.meaning + (option.details.isEmpty ? "" : ". " + option.details)),
        ]
      }
    }
    lines.append(".SH COMMANDS")
    for group in Manual.Group.allCases {
      lines.append(".SS " + group.rawValue)
      for manual in CommandTable.manuals where manual.group == group {
        for (index, form) in manual.synopsis.enumerated() {
          lines += [index == 0 ? ".TP" : ".TQ", "\\fB\(roff(form))\\fR"]
        }
        lines.append(roff(manual.summary.prefix(1).uppercased() + manual.summary.dropFirst()) + ".")
        for paragraph in manual.details { lines += [".IP", roff(paragraph)] }
      }
    }
    lines.append(".SH EXIT STATUS")
    for exit in exits { lines += [".TP", exit.code, roff(exit.meaning)] }
    lines += [
      ".SH ENVIRONMENT", ".TP", "\\fBNO_COLOR\\fR", "no colour when it is set and not empty", ".TP",
      "\\fBCLICOLOR_FORCE\\fR", "colour even where the output is no terminal, when it is set and neither empty nor 0",
      ".TP",
      "\\fBTERM\\fR", "a terminal that is dumb or not named gets neither colour nor a right-hand prompt", ".TP",
      "\\fBXDG_STATE_HOME\\fR", roff("where the folder of history and journals is; ~/.local/state unless it is set"),
      ".SH FILES", ".TP", "\\fB$XDG_STATE_HOME/lever/history\\fR", "the lines typed at the prompt", ".TP",
      "\\fB$XDG_STATE_HOME/lever/journals/\\fR",
      roff(
        "the accepted commands of each session at the prompt, as they come. The file goes when its session ends with quit "
          + "or Ctrl-D. What is left of a session that was cut off is offered at the next start and taken up by --restore; "
          + "of more than \(JournalFolder.mostOrphans) such files the oldest are removed."), ".TP",
      "\\fB$XDG_STATE_HOME/lever/progress/\\fR", "how far each lesson is", ".TP",
      "\\fB$XDG_STATE_HOME/lever/experiments/\\fR",
      roff("what `experiment keep` keeps. `lever data` lists all these files and deletes them."), ".TP",
      "\\fB~/.editrc\\fR", "key bindings of the prompt; see editrc(5)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text that roff shows as it is.
  private static func roff(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}

extension String {
  /// The text with blanks behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
