/// A bet with two outcomes that is made again and again: each time a share of the capital is staked.
public struct RepeatedBet: Hashable, Sendable {
  public let winProbability: Double
  /// What is won for each unit staked; above 0.
  public let gain: Double
  /// What is lost of each unit staked; above 0.
  public let loss: Double

  public init(winProbability: Double, gain: Double, loss: Double) {
    self.winProbability = winProbability
    self.gain = gain
    self.loss = loss
  }

  /// The share of the capital with the highest growth in the long run: p ÷ loss - (1 - p) ÷ gain. Negative means that the
  /// other side of the bet is the better one, above 1 that borrowed money belongs into it.
  public var bestStake: Double {
    (winProbability * gain - (1 - winProbability) * loss) / (gain * loss)
  }

  /// The mean growth of the capital's logarithm for each bet, at the best stake.
  ///
  /// With r = loss ÷ (gain + loss), the chance at which the bet is fair, it is the divergence of p from r:
  /// p ln(p ÷ r) + (1 - p) ln((1 - p) ÷ (1 - r)). The two parts nearly cancel for a bet that is nearly fair, so each is
  /// computed less its first order, which they have in common.
  public var bestGrowth: Double {
    let lossProbability = 1 - winProbability
    let edge = (winProbability * gain - lossProbability * loss) / (gain + loss)
    return Self.part(winProbability, -edge) + Self.part(lossProbability, edge)
  }

  /// p (u - ln(1 + u)) with u = change ÷ p, which is the change itself for an outcome that does not happen.
  private static func part(_ probability: Double, _ change: Double) -> Double {
    probability == 0 ? change : probability * excessOverLogarithm(change / probability)
  }
}

/// x - ln(1 + x), without loss of digits near 0.
///
/// With s = x ÷ (2 + x), ln(1 + x) is 2 (s + s³ ÷ 3 + s⁵ ÷ 5 + ...), and x - 2s = x s.
private func excessOverLogarithm(_ x: Double) -> Double {
  guard x.magnitude < 0.25 else { return x - naturalLogarithm(1 + x) }
  let ratio = x / (2 + x)
  let square = ratio * ratio
  // The terms behind the twelfth are below 2^-63 of the sum.
  var sum = 0.0
  for power in stride(from: 25.0, through: 3, by: -2) { sum = sum * square + 1 / power }
  return ratio * (x - 2 * square * sum)
}
