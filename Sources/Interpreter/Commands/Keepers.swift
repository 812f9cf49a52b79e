import Reports

/// Turns liquidation by others on and off.
struct Keepers: WorldCommand {
  static let manual = Manual(
    "keepers", group: .world, synopsis: ["keepers", "keepers on", "keepers off"],
    summary: "who liquidates: on or off",
    details: [
      "Keepers are programs that liquidate whatever falls below a health factor of 1; contracts let anyone do it. `keepers off` "
        + "freezes the moment to look at it, `liquidate` then makes a single liquidation."
    ],
    examples: [
      Manual.Example(
        "keepers off; deposit 10 ETH; borrow 13200 USDC; price 1590", shows: "liquidatable and still there"),
      Manual.Example("keepers", shows: "whether they are on"),
    ])

  let isOn: Bool?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Keepers {
    guard !arguments.isAtEnd else { return Keepers(isOn: nil) }
    return Keepers(isOn: try arguments.keyword(of: ["on", "off"]) == "on")
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? [Candidate("on", "liquidate at once"), Candidate("off", "wait")] : []
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    if let isOn { world.keepersAreOn = isOn }
    return Report([
      .paragraph(
        world.keepersAreOn
          ? "Keepers are on: a health factor below 1 is liquidated at once."
          : "Keepers are off: nothing is liquidated until you say `liquidate` or `keepers on`.")
    ])
  }
}
