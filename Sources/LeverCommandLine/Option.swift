/// The options of the command line: the one table from which `--help` and the manual page are made.
struct Option {
  enum Kind {
    case commands, market, seed, plain, width, json, restore, noConfiguration, help, version, manualPage
    case bless, review, format, jobs, step, failFast, timeLimit
    case okOnly, replace
    case present, log, concepts, csv
  }

  /// What an option is about.
  enum Scope: CaseIterable {
    /// Everything that the program does.
    case all
    /// A session at the prompt or from a file.
    case session
    case check
    case record
    case learn
    case lessons
    case grade

    /// The heading in `--help`.
    var heading: String {
      switch self {
      case .all: "Options"
      case .session: "Options of a session"
      case .check: "Options of `lever check`"
      case .record: "Options of `lever record`"
      case .learn: "Options of `lever learn`"
      case .lessons: "Options of `lever lessons`"
      case .grade: "Options of `lever grade`"
      }
    }
  }

  var kind: Kind
  var scope = Scope.all
  /// The spellings, the usual one first.
  var names: [String]
  /// What the option takes, in capitals; nil for nothing.
  var argument: String?
  var meaning: String
  /// What the manual page says besides.
  var details = ""

  static let all: [Option] = [
    Option(
      kind: .plain, names: ["--plain"], meaning: "no colour and plain ASCII, for screen readers"),
    Option(
      kind: .width, names: ["--width"], argument: "COLUMNS",
      meaning: "lay out for this many columns",
      details: "Without it as many as the window has, and 80 where there is no window."),
    Option(kind: .json, names: ["--json"], meaning: "one JSON object for each command"),
    Option(kind: .help, names: ["--help", "-h"], meaning: "show this and leave"),
    Option(kind: .version, names: ["--version"], meaning: "show the version and leave"),
    Option(kind: .manualPage, names: ["--manual-page"], meaning: "write the manual page, for `man -l`, and leave"),
    Option(
      kind: .commands, scope: .session, names: ["-c"], argument: "COMMANDS",
      meaning: "run commands, separated by `;`, and leave"),
    Option(
      kind: .market, scope: .session, names: ["--market"], argument: "NAME",
      meaning: "start in this market: a preset or a market file"),
    Option(
      kind: .seed, scope: .session, names: ["--seed"], argument: "NUMBER",
      meaning: "the seed of everything random; 1 unless given"),
    Option(
      kind: .restore, scope: .session, names: ["--restore"], meaning: "go on with the last session that was cut off"),
    Option(
      kind: .noConfiguration, scope: .session, names: ["--no-config"],
      meaning: "leave ~/.editrc, history and journals alone"),
    Option(
      kind: .bless, scope: .check, names: ["--bless"], meaning: "write the outputs that changed into the files",
      details:
        "Only lines of output are written, and only in files in which every command succeeds or fails as it ought to. An expectation that still fits is left alone, with its ... and [..]."
    ),
    Option(
      kind: .review, scope: .check, names: ["--review"], meaning: "ask for each output that changed",
      details: "Accept writes it, reject leaves it, skip leaves the rest of the file alone."),
    Option(
      kind: .format, scope: .check, names: ["--format"], argument: "FORMAT",
      meaning: "pretty, tap, junit, json or diff",
      details:
        "Without it pretty on a terminal and tap otherwise. The difference is what --bless would write, for patch -p0."),
    Option(
      kind: .jobs, scope: .check, names: ["-j"], argument: "NUMBER",
      meaning: "check so many files at once", details: "Without it as many as there are processors."),
    Option(
      kind: .step, scope: .check, names: ["--step"], argument: "ID", meaning: "judge only the step of this id",
      details: "What stands before it is run."),
    Option(kind: .failFast, scope: .check, names: ["--fail-fast"], meaning: "stop at the first failure"),
    Option(
      kind: .timeLimit, scope: .check, names: ["--time-limit"], argument: "SECONDS",
      meaning: "for a command; for a file 12 times as long",
      details: "Without it 5 seconds."),
    Option(kind: .okOnly, scope: .record, names: ["--ok-only"], meaning: "leave out commands that fail"),
    Option(kind: .replace, scope: .record, names: ["--replace"], meaning: "replace the file if it exists"),
    Option(
      kind: .present, scope: .learn, names: ["--present"], meaning: "show the lesson to a class: any key goes on",
      details: "Nothing is asked or kept; questions show their answers and tasks their solutions."),
    Option(
      kind: .log, scope: .learn, names: ["--log"], argument: "FILE", meaning: "add what is typed to this file",
      details: "As lines of JSON, from which the lesson can be played again. Nothing is written unless it is asked for."
    ),
    Option(
      kind: .concepts, scope: .lessons, names: ["--concepts"],
      meaning: "what has to be taught, and what teaches it"),
    Option(
      kind: .csv, scope: .grade, names: ["--csv"], meaning: "a line for each question and task, for a spreadsheet"),
  ]

  /// How it is written, such as `--width COLUMNS`.
  var spelling: String { names.joined(separator: ", ") + (argument.map { " " + $0 } ?? "") }

  static func named(_ word: String) -> Option? {
    all.first { $0.names.contains(word) }
  }
}
