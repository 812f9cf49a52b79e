/// A rule that pulls a leverage back towards a target in steps and never leaves a band.
public struct LeverageBand: Hashable, Sendable {
  public var target: Double
  public var lowest: Double
  public var highest: Double
  /// The share of the gap to the target that a step closes, 0 to 1.
  public var speed: Double

  public init(target: Double, lowest: Double, highest: Double, speed: Double) {
    self.target = target
    self.lowest = lowest
    self.highest = highest
    self.speed = speed
  }

  /// The leverage after a step from `current`.
  public func rebalanced(_ current: Double) -> Double {
    max(lowest, min(highest, current * (1 - speed) + target * speed))
  }
}
