public import Simulation

/// A game of tosses of a coin that is known to be loaded, with a constant share of the capital on heads, and a cap at which
/// it is over.
///
/// Defaults are those of Haghani and Dewey, Rational decision-making under uncertainty: observed betting patterns on a
/// biased coin, 2016.
public struct CappedCoin: Hashable, Sendable {
  public let winProbability: Double
  public let flips: Int
  /// In dollars, as is the cap.
  public let start: Double
  /// What is paid at most; above the start.
  public let cap: Double

  public init(winProbability: Double = 0.6, flips: Int = 300, start: Double = 25, cap: Double = 250) {
    self.winProbability = winProbability
    self.flips = flips
    self.start = start
    self.cap = cap
  }

  /// What is to be expected of a stake.
  public struct Expectation: Hashable, Sendable {
    /// The chance to reach the cap, which is paid then.
    public let capProbability: Double
    /// In dollars.
    public let meanPayout: Double
    /// The chance to end with less than the start.
    public let lossProbability: Double
  }

  /// With a share of the capital, from 0 to 1, on each toss: exact but for rounding, by the chances of all numbers of heads
  /// among the tosses so far that have not reached the cap.
  public func expectation(stake: Double) -> Expectation {
    // What so many heads leave after so many tosses.
    let logarithms = (win: naturalLogarithm(1 + stake), loss: naturalLogarithm(1 - stake))
    let capital = { (heads: Int, tosses: Int) in
      let tails = tosses - heads
      let growth = Double(heads) * logarithms.win + (tails > 0 ? Double(tails) * logarithms.loss : 0)
      // Heads and tails that even out leave what there was.
      return start * exponential(growth.magnitude < 1e-12 ? 0 : growth)
    }
    var playing = [1.0]
    var capProbability = 0.0
    for toss in 1...max(1, flips) where flips > 0 {
      var next = [Double](repeating: 0, count: toss + 1)
      for (heads, chance) in playing.enumerated() {
        next[heads] += chance * (1 - winProbability)
        next[heads + 1] += chance * winProbability
      }
      for heads in next.indices.reversed() {
        // A cap that is met exactly is met in spite of rounding.
        guard capital(heads, toss) >= cap * (1 - 1e-12) else { break }
        capProbability += next[heads]
        next[heads] = 0
      }
      playing = next
    }
    var (meanPayout, lossProbability) = (capProbability * cap, 0.0)
    for (heads, chance) in playing.enumerated() where chance > 0 {
      let end = capital(heads, flips)
      meanPayout += chance * end
      if end < start { lossProbability += chance }
    }
    return Expectation(capProbability: capProbability, meanPayout: meanPayout, lossProbability: lossProbability)
  }

  /// One toss, without the cap.
  public var bet: RepeatedBet { RepeatedBet(winProbability: winProbability, gain: 1, loss: 1) }

  /// The mean growth of the capital's logarithm in a toss: p ln(1 + stake) + q ln(1 - stake).
  public func growth(stake: Double) -> Double {
    let loss = 1 - winProbability
    return winProbability * naturalLogarithm(1 + stake) + (loss > 0 ? loss * naturalLogarithm(1 - stake) : 0)
  }

  /// The share of the best growth that a stake keeps; below 0 when it loses.
  public func shareOfBestGrowth(stake: Double) -> Double { growth(stake: stake) / bet.bestGrowth }
}
