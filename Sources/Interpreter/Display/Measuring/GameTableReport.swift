import Behavior
import FixedPoint
import Lending
import Reports
import Simulation

/// What leverages come to in the experiment's game, computed and not simulated.
struct GameTableReport {
  let terms: ExperimentTerms

  private var game: LeverageGame { terms.game }

  private static let leverages: [Double] = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5]
  private static let shares: [Double] = [0.5, 1, 1.5, 2]
  private static let rounds = [20, 40, 80]

  var report: Report {
    let best = game.growthOptimalRound
    let mean = game.bestMeanRound
    var report = Report([
      .values([
        LabelledValue(
          label: "highest growth", value: "\(Display.leverage(best.leverage), .strong)",
          remark: best.leverage < 0.01
            ? "every leverage above it loses"
            : "\(Display.percent(best.yearlyGrowth)) a year as a logarithm: what the typical player gets"),
        LabelledValue(
          label: "best mean week", value: "\(Display.leverage(mean.leverage), .strong)",
          remark: mean.leverage < 0.01
            ? "no leverage gains on average"
            : "\(Display.percent(mean.meanReturn)) a week; over many weeks few lucky players make the average"),
      ]),
      leverageTable(best: best),
    ])
    if let kellyTable { report.append(kellyTable) }
    report.append(driftTable)
    return report
  }

  private func leverageTable(best: LeveragedRound) -> Block {
    let kelly = try? KellyLeverage(
      drift: terms.drift.doubleValue, riskFree: 0, volatility: terms.volatility.doubleValue)
    let rows = Self.leverages.compactMap { leverage -> Row? in
      guard let round = try? game.round(at: leverage) else { return nil }
      return Row(cells: [
        .text(StyledText(Display.leverage(leverage), .strong)),
        .text(StyledText(round.bufferSigmas.map(Display.sigmas) ?? "–")),
        .text(StyledText(Display.wholePercent(round.yearlyGrowth))),
        .text(StyledText(kelly.map { Display.wholePercent($0.growth(at: leverage)) } ?? "–")),
        .text(StyledText(Display.percent(round.meanReturn))),
        .text(StyledText(Display.percent(round.liquidationChance))),
        .text(StyledText(Display.wholePercent(round.liquidationChance(rounds: 40)))),
        .text(StyledText(Display.factor(round.typicalMultiple(rounds: 40)) + "x")),
      ])
    }
    return .table(
      Table(
        columns: [
          "leverage", "buffer in sigmas", "growth a year", "without liquidation", "mean week", "liquidated a week",
          "in 40 weeks", "40 weeks, typical",
        ].map { Column(title: $0) }, rows: rows,
        footer: [
          "Volatility \(Display.typedPercent(terms.volatility)) and drift \(Display.typedPercent(terms.drift)) a year, leverage chosen each week, threshold 82.5%, penalty 5% of the debt. Growth is that of the logarithm\(logarithm(of: best)); the column without liquidation is the formula L × drift − L² × volatility² ÷ 2, traded all the time."
        ]))
  }

  /// What the highest growth of the table comes to; nothing where there is none.
  private func logarithm(of best: LeveragedRound) -> String {
    guard best.leverage >= 0.01 else { return "" }
    let growth = best.yearlyGrowth
    return ", so that \(Display.wholePercent(growth)) is \(Display.factor(exponential(growth))) times as much"
  }

  /// Shares of the leverage with the highest growth, for a position that is rebalanced all the time; nil where nothing is to
  /// be gained.
  private var kellyTable: Block? {
    let kelly = (try? terms.drift / (terms.volatility * terms.volatility)) ?? 0
    guard kelly > 0 else { return nil }
    let rows = Self.shares.map { share -> Row in
      // The chance ever to fall to a part of the start: part ^ (2 ÷ share − 1).
      let everAt = { (part: Double) in exponential((2 / share - 1) * naturalLogarithm(part)) }
      return Row(cells: [
        .text(StyledText(Display.percent(share), .strong)),
        .text(StyledText(Display.leverage(share * kelly.doubleValue))),
        .text(StyledText(Display.percent(2 * share - share * share))), .text(StyledText(Display.percent(everAt(0.5)))),
        .text(StyledText(Display.percent(everAt(0.8)))),
      ])
    }
    return .table(
      Table(
        columns: ["share of Kelly", "leverage", "growth kept", "ever at half", "ever at 80%"].map { Column(title: $0) },
        rows: rows,
        footer: [
          "Kelly is drift ÷ volatility² = \(kelly.decimalText(places: 3))x, without liquidation and traded all the time. The last two columns are the chance that the money ever falls to half, or to 80%, of what it was in the beginning, if one plays for ever."
        ]))
  }

  private var driftTable: Block {
    let rows = Self.rounds.map { count -> Row in
      let drift = DetectableDrift(rounds: count)
      return Row(cells: [
        .text(StyledText("\(count)", .strong)), .text(StyledText(Display.sigmas(drift.approximate))),
        .text(StyledText(drift.exact.map(Display.sigmas) ?? "–")),
      ])
    }
    return .table(
      Table(
        columns: ["rounds", "variation known", "estimated"].map { Column(title: $0) }, rows: rows,
        footer: [
          "How far the buffers after wins and after losses have to lie apart, in sigmas, for a test to find it in four games of five, when a player's buffer varies by 0.5 sigmas: for a test that knows this variation, and for one that has to estimate it. `experiment report` is stricter and needs larger differences."
        ]))
  }
}

extension Display {
  /// A share in whole per cent: `-72%`.
  static func wholePercent(_ share: Double) -> String {
    Rational(exactly: share.magnitude < 1e-15 ? 0 : share).map { percent($0, places: 0) } ?? "–"
  }
}
