/// The options of the command line: the one table from which `--help` and the manual page are made.
struct Option {
  enum Kind {
    case commands, market, seed, plain, width, json, restore, noConfiguration, help, version, manualPage
  }

  var kind: Kind
  /// The spellings, the usual one first.
  var names: [String]
  /// What the option takes, in capitals; nil for nothing.
  var argument: String?
  var meaning: String

  static let all: [Option] = [
    Option(kind: .commands, names: ["-c"], argument: "COMMANDS", meaning: "run commands, separated by `;`, and leave"),
    Option(
      kind: .market, names: ["--market"], argument: "NAME", meaning: "start in this market: a preset or a market file"),
    Option(
      kind: .seed, names: ["--seed"], argument: "NUMBER", meaning: "the seed of everything random; 1 unless given"),
    Option(
      kind: .plain, names: ["--plain"], meaning: "no colour and plain ASCII, for screen readers"),
    Option(
      kind: .width, names: ["--width"], argument: "COLUMNS",
      meaning: "lay out for this many columns; 80 unless it is a terminal"),
    Option(kind: .json, names: ["--json"], meaning: "one JSON object for each command"),
    Option(
      kind: .restore, names: ["--restore"], meaning: "go on with the last session that was cut off"),
    Option(
      kind: .noConfiguration, names: ["--no-config"], meaning: "leave ~/.editrc, history and journals alone"),
    Option(kind: .help, names: ["--help", "-h"], meaning: "show this and leave"),
    Option(kind: .version, names: ["--version"], meaning: "show the version and leave"),
    Option(kind: .manualPage, names: ["--manual-page"], meaning: "write the manual page, for `man -l`, and leave"),
  ]

  static func named(_ word: String) -> Option? {
    all.first { $0.names.contains(word) }
  }
}
