/// Something that has to be taught: by at least one lesson, and shown by at least one command.
public struct Concept: Equatable, Sendable {
  /// What stands in `teaches`.
  public let id: String
  public let meaning: String
  /// The commands that show it on a position.
  public let commands: [String]

  private init(_ id: String, _ meaning: String, _ commands: String...) {
    self.id = id
    self.meaning = meaning
    self.commands = commands
  }

  /// All of them, by chapters.
  public static let chapters: [(title: String, concepts: [Concept])] = [
    (
      "The loop",
      [
        Concept("loop", "deposit, borrow, reinvest, repeat", "loop", "reinvest", "ladder"),
        Concept("exposure", "what the stack is worth against the equity", "position", "ladder"),
        Concept("geometric-limit", "loops converge on 1 / (1 - LTV)", "ladder", "explain"),
        Concept("max-ltv", "may I borrow?", "borrow", "market"),
        Concept("liquidation-threshold", "am I liquidated?", "market", "explain"),
        Concept("health-factor", "collateral × threshold ÷ debt", "position", "explain"),
        Concept("liquidation-price", "the price at which it is 1", "position", "chart"),
        Concept("buffer", "the fall to get there", "position", "stress"),
        Concept("collateral-ratio", "the same distance in other words", "explain"),
        Concept("close", "repay, withdraw, unwind, flash loan", "unwind", "flash"),
        Concept("capital-efficiency", "more leverage against less room", "ladder", "compare"),
      ]
    ),
    (
      "What can go wrong",
      [
        Concept("liquidation", "a forced sale at the threshold", "price", "liquidate"),
        Concept("volatility", "debt stands still while collateral moves", "odds", "simulate"),
        Concept("amplification", "gains and losses times the same number", "stress"),
        Concept("borrow-cost", "rates, utilization, carry", "rate", "carry", "wait"),
        Concept("gas-and-fees", "what every action costs", "gas", "history"),
        Concept("liquidity", "thin markets and price impact", "pool", "swap"),
        Concept("cascade", "liquidations that cause liquidations", "crowd", "cascade"),
        Concept("deleveraging", "debt reduced under pressure", "unwind", "cascade"),
        Concept("oracle", "the contract acts on what it sees", "oracle"),
        Concept("contracts", "rules without discretion", "market", "oracle"),
        Concept("depeg", "tokens that lose their parity", "price"),
        Concept("correlation", "pairs that move together", "market", "price"),
        Concept("systemic", "many positions in one boat", "crowd", "cascade"),
        Concept("margin-call", "perpetuals and margin", "liquidate"),
        Concept("yield-farming", "borrowed money in reward strategies", "carry"),
      ]
    ),
    (
      "The person",
      [
        Concept("risk-perception", "perception shifts before risk does", "odds"),
        Concept("over-leverage", "the best average ruins the typical player", "simulate"),
        Concept("calibration", "how wide intervals are and should be", "odds"),
        Concept("stability", "survival depends on staying in", "simulate"),
      ]
    ),
    (
      "Habits",
      [
        Concept("start-small", "low leverage first", "loop"),
        Concept("extra-collateral", "a larger buffer than the minimum", "deposit"),
        Concept("monitor", "looking often", "position", "wait"),
        Concept("stop-loss", "a rule made in advance", "stop", "simulate"),
        Concept("rebalancing", "restoring a leverage", "simulate", "unwind"),
        Concept("know-the-rules", "read the parameters before opening", "market"),
        Concept("simple-assets", "simple strategies before farms", "market"),
      ]
    ),
  ]

  public static let all = chapters.flatMap(\.concepts)
}
