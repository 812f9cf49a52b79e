import Markets

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

  /// Reads a command line, without the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var operands: [String] = []
    var commands: String?
    var special: Action?
    var given: [Option.Kind] = []
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--" {
        operands += rest
        break
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = Option.named(parts[0]) else { throw Self.unknown(parts[0]) }
      var value = parts.count == 2 && word.hasPrefix("--") ? parts[1] : nil
      if option.argument != nil, value == nil { value = rest.popFirst() }
      guard (value != nil) == (option.argument != nil) else {
        throw UsageError(
          message: option.argument.map { "\(parts[0]) needs \($0)" } ?? "\(parts[0]) takes no value")
      }
      given.append(option.kind)
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
      }
    }
    if let special {
      action = special
      return
    }
    guard operands.count <= 1 else { throw UsageError(message: "one file at a time, and here are \(operands.count)") }
    if let commands {
      guard operands.isEmpty else { throw UsageError(message: "either -c or a file, not both") }
      action = .commands(commands)
    } else if let file = operands.first, file != "-" {
      action = .file(file)
    }
    if restores { try refuseWithRestore(given) }
  }

  /// A session that is restored has its own market and seed, and goes on at the prompt.
  private func refuseWithRestore(_ given: [Option.Kind]) throws(UsageError) {
    if action != .standardInput {
      throw UsageError(message: "--restore goes on at the prompt, and takes neither -c nor a file")
    }
    if given.contains(.market) || given.contains(.seed) {
      throw UsageError(message: "--restore takes neither --market nor --seed: the session has its own")
    }
    if given.contains(.noConfiguration) {
      throw UsageError(message: "--restore reads the journals, which --no-config leaves alone")
    }
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
