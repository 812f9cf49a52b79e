import FixedPoint
import Lending
import Markets
import Reports

/// Lists markets, loads one, and chooses an efficiency mode.
struct MarketCommand: Command {
  static let manual = Manual(
    "market", group: .world,
    synopsis: ["market", "market NAME", "market FILE.market", "market mode NUMBER", "market mode off"],
    summary: "its rules; load another",
    details: [
      "Loading a market starts a new world in it; `undo` brings the old one back. The Aave presets hold published parameters with "
        + "their date, and are files that can be copied and edited.",
      "An efficiency mode raises the limits for assets whose prices move together, and lends only those.",
    ],
    examples: [
      Manual.Example("market", shows: "the classroom's parameters and the presets"),
      Manual.Example("market aave-v3-ethereum", shows: "a market with published parameters"),
      Manual.Example(
        "market aave-v3-ethereum-emode; deposit 10 wstETH; borrow 90%", shows: "ether against staked ether"),
    ])

  static let fileArgument: FileArgument? = FileArgument(ending: ".market", what: "a market file", mayBeBare: false)

  enum Action: Equatable, Sendable {
    case show
    case load(String, Range<Int>)
    case mode(Int?)
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> MarketCommand {
    if arguments.keyword("mode") {
      if arguments.keyword("off") { return MarketCommand(action: .mode(nil)) }
      guard let number = try arguments.wholeNumber("the number of the mode", in: 1...255) else {
        throw arguments.errorHere("the number of the mode, or `off`, is missing", try: ["market mode 1"])
      }
      return MarketCommand(action: .mode(number))
    }
    guard let name = arguments.text() else { return MarketCommand(action: .show) }
    return MarketCommand(action: .load(name, arguments.lastRange))
  }

  var beginsAnew: Bool { if case .load = action { true } else { false } }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    if words.isEmpty {
      return Presets.names.map { Candidate($0, (try? Presets.market(named: $0))?.title ?? "") }
        + [Candidate("mode", "an efficiency mode")]
    }
    guard words.count == 1, words[0] == "mode" else { return [] }
    return session.world.market.efficiencyModes.map { Candidate(String($0.id), $0.label) } + [Candidate("off", "none")]
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    switch action {
    case .show:
      return MarketReport(world: session.world).full
    case .mode(let mode):
      return try session.change { (world) throws(CommandError) in
        try world.ledger { (world) throws(LendingError) in
          try world.pool.setEfficiencyMode(mode, of: World.learner, prices: world.feeds.oracle)
        }
        guard let mode, let category = world.market.efficiencyModes.first(where: { $0.id == mode }) else {
          return Report([.paragraph("Left every efficiency mode: each asset has its own limits again.")])
        }
        return Report([
          .paragraph(
            "Entered efficiency mode \(mode), \(category.label, .strong): max LTV \(Display.setting(category.maxLTV)), threshold \(Display.setting(category.liquidationThreshold))."
          )
        ])
      }
    case .load(let name, let range):
      let market = try session.surroundings.market(named: name, at: range)
      session.record(try World(market: market))
      return MarketReport(world: session.world).opening
    }
  }
}
