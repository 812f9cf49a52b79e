import Simulation

/// Plan less action: means of logarithms of planned ÷ actual, which are 0 for who does what he planned.
///
/// Above 0 means less leverage than planned, or an exit at less equity than planned; nil where there is nothing to compare.
public struct PlanGap: Hashable, Sendable {
  public let leverageAfterWins: Contrast?
  public let leverageAfterLosses: Contrast?
  public let exitsAfterWins: Contrast?
  public let exitsAfterLosses: Contrast?

  public init(_ records: [RoundRecord], plan: LeveragePlan, seed: UInt64) {
    let leverage = { (result: RoundResult, planned: Double) in
      Contrast(
        changes: records.filter { $0.previous?.result == result }
          .map { RoundRecord.logarithm(planned) - $0.logLeverage }, seed: seed)
    }
    let exits = { (result: RoundResult) in
      Contrast(
        changes: records.filter { $0.previous?.result == result }.compactMap(\.choice.exit)
          .map { naturalLogarithm($0.planned / $0.actual) }, seed: seed)
    }
    leverageAfterWins = leverage(.win, plan.leverageAfterWin)
    leverageAfterLosses = leverage(.loss, plan.leverageAfterLoss)
    exitsAfterWins = exits(.win)
    exitsAfterLosses = exits(.loss)
  }
}
