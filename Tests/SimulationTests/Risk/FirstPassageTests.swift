import Testing

@testable import Simulation

/// The chances of touching and ending below a level; the figures are those of the lesson on volatility.
struct FirstPassageTests {
  private static let month = 30.0 / 365

  private static func passage(buffer: Double, volatility: Double, logDrift: Double = 0) -> FirstPassage {
    FirstPassage(to: 1 - buffer, of: GeometricBrownianMotion(volatility: volatility, logDrift: logDrift))
  }

  @Test(arguments: [
    (1.0, 9.88e-8, 4.94e-8), (7, 0.0440, 0.0220), (30, 0.3306, 0.1653), (90, 0.5743, 0.2872), (365, 0.7803, 0.3902),
  ])
  func `without drift a touch is twice as likely as an end`(days: Double, touch: Double, end: Double) {
    let passage = Self.passage(buffer: 0.2, volatility: 0.8)
    let chances = (passage.touchProbability(years: days / 365), passage.endProbability(years: days / 365))
    #expect(abs(chances.0 / touch - 1) < 0.01)
    #expect(abs(chances.1 / end - 1) < 0.01)
    #expect(abs(chances.0 - 2 * chances.1) <= chances.0.ulp)
  }

  @Test func `a level above is one below in the mirror`() {
    let up = FirstPassage(to: 1.25, of: GeometricBrownianMotion(volatility: 0.6, logDrift: 0.3), levelGrowth: 0.1)
    let down = FirstPassage(
      to: 1 / 1.25, of: GeometricBrownianMotion(volatility: 0.6, logDrift: -0.3), levelGrowth: -0.1)
    #expect(abs(up.touchProbability(years: 0.5) - down.touchProbability(years: 0.5)) < 1e-15)
    #expect(abs(up.endProbability(years: 0.5) - down.endProbability(years: 0.5)) < 1e-15)
  }

  @Test(arguments: [(1.0, 0.0, 1.0), (0.5, 0, 0), (2, 0, 0), (1, 1, 1)])
  func `the ends of the formula are its limits`(ratio: Double, years: Double, touch: Double) {
    let passage = FirstPassage(to: ratio, of: GeometricBrownianMotion(volatility: 0.8, logDrift: 0))
    #expect(passage.touchProbability(years: years) == touch)
  }

  /// Where one factor of the image's weight is beyond any number and the other below any.
  @Test(arguments: [(0.01, -10.0), (0.01, 10), (0.0001, 10), (0.0001, -10), (10, -10), (10, 10)])
  func `extreme volatilities and drifts give chances`(volatility: Double, drift: Double) {
    for buffer in [0.0001, 0.2, 0.9999] {
      for years in [0.000_03, 1, 100] {
        let passage = Self.passage(buffer: buffer, volatility: volatility, logDrift: drift)
        let (touch, end) = (passage.touchProbability(years: years), passage.endProbability(years: years))
        #expect((0...1).contains(touch) && (0...1).contains(end) && end <= touch + 1e-15)
        #expect(passage.touchProbabilityEver >= touch * (1 - 1e-12))
      }
    }
  }

  @Test(arguments: [0.000_001, 0.01, 0.05, 0.5, 0.99])
  func `the distance for a chance has that chance`(chance: Double) {
    for drift in [-5.0, -0.32, 0, 0.5, 5] {
      let distance = FirstPassage.distance(
        forTouchProbability: chance, years: Self.month, drift: drift, volatility: 0.8)
      let passage = FirstPassage(distance: distance, drift: drift, volatility: 0.8)
      #expect(abs(passage.touchProbability(years: Self.month) / chance - 1) < 1e-9)
    }
  }

  @Test func `five percent within a month take a buffer of 36 percent`() {
    let distance = FirstPassage.distance(forTouchProbability: 0.05, years: Self.month, drift: 0, volatility: 0.8)
    #expect(abs(1 - exponential(-distance) - 0.3621) < 0.000_05)
    #expect(
      abs(LeveragedLoop(healthFactor: exponential(distance), liquidationThreshold: 0.825).leverage - 2.111) < 0.0005)
  }
}
