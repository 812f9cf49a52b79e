import Markets

/// Every command of the language, in the order of `help`.
public enum CommandTable {
  static let types: [any Command.Type] = [
    Deposit.self, Borrow.self, Reinvest.self, Loop.self, LadderCommand.self, PositionCommand.self, Repay.self,
    Withdraw.self, Swap.self, Unwind.self, Flash.self, StopCommand.self,
    PriceCommand.self, Wait.self, RateCommand.self, UtilizationCommand.self, OracleCommand.self, PoolCommand.self,
    SlippageCommand.self, GasCommand.self,
    MarketCommand.self, Keepers.self, Liquidate.self,
    Explain.self, Stress.self, ChartCommand.self, Carry.self, Odds.self,
    Simulate.self, Replay.self, RideCommand.self,
    CrowdCommand.self, ShockCommand.self, CascadeCommand.self,
    ExperimentCommand.self, PlanCommand.self, RoundCommand.self, SettleCommand.self, CoinCommand.self,
    Undo.self, Redo.self, Reset.self, BranchCommand.self, SwitchCommand.self, Compare.self, WhatIf.self, History.self,
    Help.self, GlossaryCommand.self, Print.self, Check.self, Let.self,
    Record.self, Save.self, Open.self, Paste.self, Quit.self,
  ]

  public static var manuals: [Manual] { types.map { $0.manual } }

  /// Every command with its summary, for Tab.
  static var candidates: [Candidate] { candidates { _ in true } }

  /// The commands of which something holds, for Tab.
  static func candidates(where isOffered: (any Command.Type) -> Bool) -> [Candidate] {
    types.filter(isOffered).map { Candidate($0.manual.name, $0.manual.summary) }
  }

  /// The commands by their names and aliases.
  private static let typesByName: [String: any Command.Type] = {
    var table: [String: any Command.Type] = [:]
    for type in types {
      for name in [type.manual.name] + type.manual.aliases where table[name] == nil { table[name] = type }
    }
    return table
  }()

  /// The command of a name or alias in any case.
  static func type(named word: String) -> (any Command.Type)? {
    typesByName[word] ?? typesByName[word.lowercased()]
  }

  /// The command that a word means, or an error that names those that are near.
  static func type(
    for word: String, acceptsPrefixes: Bool, at range: Range<Int>
  ) throws(CommandError) -> any Command.Type {
    if let type = type(named: word) { return type }
    let wanted = word.lowercased()
    if acceptsPrefixes {
      let matching = types.filter { $0.manual.name.hasPrefix(wanted) }
      if matching.count == 1 { return matching[0] }
      if matching.count > 1 {
        throw CommandError(
          .syntax, "`\(word)` is the beginning of several commands", at: range, try: matching.map { $0.manual.name },
          isSpelling: true)
      }
    }
    if World.quantities.contains(where: { $0.name == wanted }) {
      throw CommandError(.syntax, "`\(wanted)` is a value, not a command", at: range, try: ["print \(wanted)"])
    }
    if ["balance", "balances", "wallet"].contains(wanted) {
      throw CommandError(.syntax, "`\(wanted)` is no command", at: range, try: [PositionCommand.manual.name])
    }
    if let meant = ["sell": ["help swap", "help unwind"], "buy": ["help swap"], "close": ["help unwind"]][wanted] {
      throw CommandError(.syntax, "`\(wanted)` is no command", at: range, try: meant)
    }
    if ["learn", "lesson", "lessons"].contains(wanted) {
      throw CommandError(
        .syntax, "lessons are played outside of a session: leave it and type `lever learn`", at: range)
    }
    if wanted == "lever>" {
      throw CommandError(
        .syntax, "`lever>` is the prompt, not a command", at: range, try: acceptsPrefixes ? [Paste.manual.name] : [])
    }
    let near = Spelling.suggestions(for: word, among: manuals.map(\.name))
    throw CommandError(.syntax, "unknown command `\(word)`", at: range, try: near, isSpelling: true)
  }
}
