/// A gambler who stakes one unit again and again, for even money.
public struct GamblersRuin: Hashable, Sendable {
  /// From 0 to 1.
  public let winProbability: Double

  public init(winProbability: Double) {
    self.winProbability = winProbability
  }

  /// The chance to lose so many units before any end: (q ÷ p)^units with an edge, 1 without.
  public func ruinProbability(units: Int) -> Double {
    guard winProbability > 0.5 else { return 1 }
    return (0..<units).reduce(1) { chance, _ in chance * (1 - winProbability) / winProbability }
  }

  /// The chance to lose all units before there are as many as the target: with r = q ÷ p,
  /// (r^units - r^target) ÷ (1 - r^target), which is 1 - units ÷ target for a fair bet. 0 when they are that many already.
  ///
  /// Both numbers are sums of powers of r from 1 on, so that nothing cancels when the bet is nearly fair.
  public func ruinProbability(units: Int, target: Int) -> Double {
    guard units > 0 else { return 1 }
    guard units < target else { return 0 }
    let lossProbability = 1 - winProbability
    if lossProbability <= winProbability {
      let ratio = lossProbability / winProbability
      let (start, rest) = (Self.powers(of: ratio, units), Self.powers(of: ratio, target - units))
      let lost = (0..<units).reduce(rest) { sum, _ in sum * ratio }
      return lost / (start + lost)
    }
    // From the other side: success is the ruin of the one who wins.
    let ratio = winProbability / lossProbability
    let (start, rest) = (Self.powers(of: ratio, target - units), Self.powers(of: ratio, units))
    let won = (0..<(target - units)).reduce(rest) { sum, _ in sum * ratio }
    return start / (start + won)
  }

  /// 1 + r + r² + ..., so many terms.
  private static func powers(of ratio: Double, _ count: Int) -> Double {
    (0..<count).reduce(0) { sum, _ in sum * ratio + 1 }
  }
}
