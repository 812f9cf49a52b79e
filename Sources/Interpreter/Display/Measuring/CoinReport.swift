import Behavior
import FixedPoint
import Reports

/// Bets on a coin with an edge, beside constant shares and what others have done.
struct CoinReport {
  let coin: CoinGame

  init(_ coin: CoinGame) {
    self.coin = coin
  }

  static func dollars(_ cents: Int) -> String { Display.dollars((try? Rational(cents) / 100) ?? 0) }

  var opening: Report {
    Report([
      .paragraph(
        "You have \(Self.dollars(CoinGame.startCents), .strong) and \(String(coin.flips)) tosses (seed \(String(coin.seed))) of a coin that comes up heads in 60 of 100. At \(Self.dollars(CoinGame.capCents)) the game ends."
      ),
      .note(
        "`\("coin 20%", .command)` bets a fifth of it on heads, `\("coin $5 tails", .command)` five dollars on tails."),
    ])
  }

  func bets(from first: Int) -> Report {
    let bets = coin.bets[first...]
    let before = bets.first?.wealthCents ?? coin.wealthCents
    let text: StyledText
    if bets.count == 1, let bet = bets.first {
      let side = coin.side(ofToss: first).rawValue
      text =
        "\(bet.isWon ? "Won" : "Lost", bet.isWon ? .safe : .caution): \(side). You bet \(Self.dollars(bet.stakeCents)) on \(bet.side.rawValue)."
    } else {
      text = "\(String(bets.count)) bets, \(String(bets.count(where: \.isWon))) won."
    }
    var report = Report([
      .paragraph(text),
      .values([
        LabelledValue(
          label: "wealth", value: "\(Self.dollars(before)) → \(Self.dollars(coin.wealthCents))",
          remark: "\(coin.bets.count) of \(coin.flips) tosses")
      ]),
    ])
    if coin.isOver { report.append(.note("\(ending) `\("coin", .command)` says what others made of it.")) }
    return report
  }

  private var ending: String {
    switch coin.wealthCents {
    case 0: "Nothing is left."
    case CoinGame.capCents: "You have reached the cap."
    default: "All tosses are made."
    }
  }

  var status: Report {
    guard !coin.bets.isEmpty else { return opening }
    let shares = coin.bets.map(\.share)
    let tails = coin.bets.count { $0.side == .tails }
    let heads = coin.bets.indices.count { coin.side(ofToss: $0) == .heads }
    let kelly = coin.replayed(share: 0.2)
    let half = coin.replayed(share: 0.1)
    return Report([
      .values([
        LabelledValue(
          label: "wealth", value: StyledText(Self.dollars(coin.wealthCents), .strong),
          remark: "\(coin.bets.count) of \(coin.flips) tosses, \(heads) heads"),
        LabelledValue(
          label: "stakes", value: "\(Display.percent(shares.reduce(0, +) / Double(shares.count))) on average",
          remark:
            "from \(Display.percent(shares.min() ?? 0)) to \(Display.percent(shares.max() ?? 0)) of what there was"),
        LabelledValue(label: "bets on tails", value: StyledText("\(tails)"), remark: "each with an edge against you"),
        LabelledValue(
          label: "the same tosses", value: "\(Self.dollars(kelly.wealthCents)) at 20% each",
          remark: "\(Self.dollars(half.wealthCents)) at 10%"),
      ]),
      .paragraph(
        "Haghani and Dewey (2016): 61 people with $25, 30 minutes and the cap of $250, for real money. 28% went bust, 21% reached the cap, the mean payout was $91; 18 of the 61 bet everything on one toss, and two thirds bet on tails at some time."
      ),
      .note(
        "20% of the wealth is the stake of the highest growth, 2 × 60% − 1. `\("coin table", .command)` shows others."),
    ])
  }

  /// The same edge in units of other sizes.
  private static var ruinTable: Block {
    let ruin = GamblersRuin(winProbability: CoinGame.winProbability)
    let rows = [25, 5, 2, 1].map { units in
      let chance = ruin.ruinProbability(units: units)
      return Row(cells: [
        .text(StyledText(dollars(CoinGame.startCents / units), .strong)), .text(StyledText("\(units)")),
        .text(StyledText(Display.chance(chance))),
      ])
    }
    return .table(
      Table(
        columns: ["stake", "units in $25", "ever lose all"].map { Column(title: $0) }, rows: rows,
        footer: [
          "The same stake in dollars on heads, without end and without a cap: (40 ÷ 60) to the power of the units."
        ]
      ))
  }

  /// What constant shares of the wealth come to in the game of 300 tosses.
  static var table: Report {
    let coin = CappedCoin()
    let rows = [0.05, 0.1, 0.12, 0.2, 0.3, 0.4, 0.5].map { stake -> Row in
      let result = coin.expectation(stake: stake)
      return Row(cells: [
        .text(StyledText(Display.percent(stake), .strong)),
        .text(StyledText(Display.percent(coin.growth(stake: stake)))),
        .text(StyledText(Display.percent(result.capProbability))),
        .text(StyledText(Display.simulated(result.meanPayout))),
        .text(StyledText(Display.percent(result.lossProbability))),
      ])
    }
    return Report([
      .table(
        Table(
          columns: ["stake", "growth a toss", "reach $250", "mean payout", "end below $25"].map { Column(title: $0) },
          rows: rows,
          footer: [
            "300 tosses, $25 at the beginning, cap $250, heads in 60 of 100; computed exactly, not simulated."
          ])),
      ruinTable,
    ])
  }
}
