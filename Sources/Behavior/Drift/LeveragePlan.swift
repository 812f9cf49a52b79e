/// What a player planned before the first round.
public struct LeveragePlan: Hashable, Sendable {
  public var leverageAfterWin: Double
  public var leverageAfterLoss: Double

  public init(leverageAfterWin: Double, leverageAfterLoss: Double) {
    self.leverageAfterWin = leverageAfterWin
    self.leverageAfterLoss = leverageAfterLoss
  }
}
