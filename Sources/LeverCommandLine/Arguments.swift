import Interpreter
import Markets
import Notebook

/// What the program was asked to do.
struct Arguments: Equatable {
  enum Action: Equatable {
    case help
    case version
    case manualPage
    /// The prompt, or standard input when it is not a terminal.
    case standardInput
    case commands(String)
    case file(String)
    case check(CheckOptions)
    /// As `standardInput`, with what is typed written into a transcript.
    case record(String, RecordingOptions)
    case learn(LearnOptions)
    /// The lessons, or with true the concepts that they have to teach.
    case lessons(concepts: Bool)
    case grade(GradeProgram.Options)
    case newLesson(NewLesson)
    /// What is kept about the user, or with names what of it is deleted.
    case data(deleting: [String])
  }

  var action = Action.standardInput
  var market = "classroom"
  var seed: UInt64 = 1
  var isPlain = false
  var width: Int?
  var isJSON = false
  var readsConfiguration = true
  /// Whether to go on with a session that was cut off.
  var restores = false

  /// Why a command line is refused.
  struct UsageError: Error, Equatable {
    var message: String
  }

  /// Words that say what the program is to do, as the first that is no option.
  private enum Subcommand: String, CaseIterable {
    case check, record, learn, lessons, grade, new, data
  }

  /// Reads a command line, without the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var operands: [String] = []
    var subcommand: Subcommand?
    var given: [Option] = []
    var commands: String?
    var special: Action?
    var check = CheckOptions()
    var recording = RecordingOptions()
    var learning = LearnOptions()
    var grading = GradeProgram.Options()
    var listsConcepts = false
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        if operands.isEmpty, subcommand == nil, let named = Subcommand(rawValue: word) {
          subcommand = named
        } else {
          operands.append(word)
        }
        continue
      }
      if word == "--" {
        operands += rest
        break
      }
      let (option, value) = try Self.option(word, &rest)
      given.append(option)
      switch option.kind {
      case .commands:
        // Several -c run one after the other.
        commands = commands.map { $0 + "\n" + (value ?? "") } ?? value
      case .market: market = value ?? ""
      case .seed: seed = try Self.number(value, of: option, in: 0...UInt64.max)
      case .plain: isPlain = true
      case .width: width = Int(try Self.number(value, of: option, in: 20...1_000))
      case .json: isJSON = true
      case .noConfiguration: readsConfiguration = false
      case .restore: restores = true
      case .help: special = special ?? .help
      case .version: special = special ?? .version
      case .manualPage: special = special ?? .manualPage
      case .bless: check.mode = check.mode == .review ? .review : .bless
      case .review: check.mode = .review
      case .format: check.format = try Self.format(value)
      case .jobs: check.jobs = Int(try Self.number(value, of: option, in: 1...256))
      case .step: check.step = value
      case .failFast: check.stopsAtFirstFailure = true
      case .okOnly: recording.leavesFailuresOut = true
      case .replace: recording.replaces = true
      case .concepts: listsConcepts = true
      case .csv: grading.form = .csv
      case .present: learning.presents = true
      case .log: learning.log = value
      case .timeLimit: check.timeLimit = Int(try Self.number(value, of: option, in: 1...86_400))
      }
    }
    if let special {
      action = special
      return
    }
    try Self.refuseForeign(given, subcommand)
    switch subcommand {
    case .check:
      guard !operands.isEmpty else {
        throw UsageError(
          message: "`lever check` needs the files or folders to check, such as `lever check transcripts`")
      }
      check.paths = operands
      if isJSON { check.format = check.format ?? .json }
      action = .check(check)
    case .record:
      guard operands.count == 1, commands == nil else {
        throw UsageError(message: "`lever record` needs the one file to write, such as `lever record session.md`")
      }
      action = .record(operands[0], recording)
    case .learn:
      // A name of several words is an id with hyphens.
      learning.lesson = operands.isEmpty ? nil : operands.joined(separator: "-")
      action = .learn(learning)
    case .lessons:
      guard operands.isEmpty else {
        throw UsageError(message: "`lever lessons` lists them all; `lever learn \(operands[0])` plays one")
      }
      action = .lessons(concepts: listsConcepts)
    case .grade:
      guard operands.count >= 2 else {
        throw UsageError(message: "`lever grade` needs a lesson and logs, such as `lever grade the-loop ada.jsonl`")
      }
      grading.lesson = operands[0]
      grading.logs = Array(operands.dropFirst())
      if isJSON, grading.form == .table { grading.form = .json }
      action = .grade(grading)
    case .new:
      guard operands.count == 2, operands[0] == "lesson" else {
        throw UsageError(
          message: "`lever new lesson NAME` writes a lesson to begin with, such as `lever new lesson margin`")
      }
      action = .newLesson(try NewLesson(operands[1]))
    case .data:
      guard operands.isEmpty || (operands[0] == "delete" && operands.count > 1) else {
        throw UsageError(
          message:
            "`lever data` lists what is kept, and `lever data delete NAME`, such as `progress` or `all`, deletes it")
      }
      action = .data(deleting: Array(operands.dropFirst()))
    case nil:
      guard operands.count <= 1 else { throw UsageError(message: "one file at a time, and here are \(operands.count)") }
      if let commands {
        guard operands.isEmpty else { throw UsageError(message: "either -c or a file, not both") }
        action = .commands(commands)
      } else if let file = operands.first, file != "-" {
        action = .file(file)
      }
    }
    if restores { try refuseWithRestore(given) }
  }

  /// A session that is restored has its own market and seed, and goes on at the prompt.
  private func refuseWithRestore(_ given: [Option]) throws(UsageError) {
    if action != .standardInput {
      throw UsageError(message: "--restore goes on at the prompt, and takes neither -c nor a file")
    }
    let kinds = given.map(\.kind)
    if kinds.contains(.market) || kinds.contains(.seed) {
      throw UsageError(message: "--restore takes neither --market nor --seed: the session has its own")
    }
    if kinds.contains(.noConfiguration) {
      throw UsageError(message: "--restore reads the journals, which --no-config leaves alone")
    }
  }

  /// The option that a word is, with its value, which may be the next word.
  private static func option(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> (Option, value: String?) {
    var (name, value): (String, String?) = (word, nil)
    if word.hasPrefix("--") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      name = parts[0]
      if parts.count == 2 { value = parts[1] }
    } else if word.count > 2, let short = Option.named(String(word.prefix(2))), short.argument != nil {
      (name, value) = (String(word.prefix(2)), String(word.dropFirst(2)))
    }
    guard let option = Option.named(name) else { throw unknown(name) }
    if option.argument != nil, value == nil { value = rest.popFirst() }
    guard (value != nil) == (option.argument != nil) else {
      throw UsageError(message: option.argument.map { "\(name) needs \($0)" } ?? "\(name) takes no value")
    }
    return (option, value)
  }

  /// An option that would have no effect is a mistake.
  private static func refuseForeign(_ given: [Option], _ subcommand: Subcommand?) throws(UsageError) {
    for option in given {
      switch (option.scope, subcommand) {
      case (.all, _), (.session, nil), (.session, .record), (.check, .check), (.record, .record),
        (.learn, .learn), (.lessons, .lessons), (.grade, .grade):
        continue
      case (.session, .check):
        throw UsageError(
          message:
            "\(option.names[0]) has no effect on `lever check`: every file is checked in a new session in the classroom"
        )
      case (.session, .learn) where option.kind == .noConfiguration: continue
      case (.session, .learn):
        throw UsageError(message: "\(option.names[0]) has no effect on `lever learn`: a lesson has its own session")
      case (.session, .lessons), (.session, .grade), (.session, .new), (.session, .data):
        throw UsageError(message: "\(option.names[0]) has no effect on `lever \(subcommand?.rawValue ?? "")`")
      case (.lessons, _): throw UsageError(message: "\(option.names[0]) belongs to `lever lessons`")
      case (.grade, _): throw UsageError(message: "\(option.names[0]) belongs to `lever grade`")
      case (.learn, _): throw UsageError(message: "\(option.names[0]) belongs to `lever learn`")
      case (.check, _): throw UsageError(message: "\(option.names[0]) belongs to `lever check`")
      case (.record, _): throw UsageError(message: "\(option.names[0]) belongs to `lever record`")
      }
    }
  }

  private static func format(_ text: String?) throws(UsageError) -> CheckFormat {
    guard let format = text.flatMap({ CheckFormat(rawValue: $0) }) else {
      let names = CheckFormat.allCases.map(\.rawValue)
      let near = Spelling.nearest(to: text ?? "", among: names).map { "; did you mean `\($0)`?" } ?? ""
      throw UsageError(
        message: "--format is one of \(names.joined(separator: ", ")), not `\(text ?? "")`\(near)")
    }
    return format
  }

  private static func number(
    _ text: String?, of option: Option, in range: ClosedRange<UInt64>
  ) throws(UsageError) -> UInt64 {
    guard let text, let number = UInt64(text), range.contains(number) else {
      throw UsageError(
        message:
          "\(option.names[0]) needs a whole number from \(range.lowerBound) to \(range.upperBound), not `\(text ?? "")`"
      )
    }
    return number
  }

  private static func unknown(_ word: String) -> UsageError {
    let near = Spelling.nearest(to: word, among: Option.all.flatMap(\.names))
    let hint = near.map { "; did you mean `\($0)`?" } ?? ""
    return UsageError(message: "unknown option `\(word)`\(hint)")
  }
}
