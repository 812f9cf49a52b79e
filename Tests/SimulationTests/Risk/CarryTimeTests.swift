import Testing

@testable import Simulation

/// Years until interest alone liquidates, against values worked out to many digits.
struct CarryTimeTests {
  @Test(arguments: [
    (3.0, 0.83, 0.1, 0.02, 2.739194123958386717719), (10.0, 0.95, 0.06, 0.03, 1.802240709009192260043),
    (1.5, 0.8, 0.5, 0.0, 1.750937474707799871258),
  ])
  func `one asset on each side`(
    leverage: Double, threshold: Double, borrowRate: Double, supplyRate: Double, expected: Double
  ) throws {
    let collateral = [CarryTime.Part(value: leverage * threshold, rate: supplyRate)]
    let debt = [CarryTime.Part(value: leverage - 1, rate: borrowRate)]
    let years = try #require(CarryTime.years(collateral: collateral, debt: debt))
    #expect(abs(years / expected - 1) < 1e-14)
    // The same split over two assets is found by halving.
    let halves = collateral.flatMap { [$0, $0] }.map { CarryTime.Part(value: $0.value / 2, rate: $0.rate) }
    let found = try #require(CarryTime.years(collateral: halves, debt: debt))
    #expect(abs(found / expected - 1) < 1e-12)
  }

  @Test func `never, already, and too late`() {
    let one = [CarryTime.Part(value: 1, rate: 0.05)]
    #expect(CarryTime.years(collateral: one, debt: []) == nil)
    #expect(CarryTime.years(collateral: one, debt: [.init(value: 0.5, rate: 0.05)]) == nil)
    #expect(CarryTime.years(collateral: one, debt: [.init(value: 0.5, rate: 0.01)]) == nil)
    #expect(CarryTime.years(collateral: one, debt: [.init(value: 1, rate: 0)]) == 0)
    #expect(CarryTime.years(collateral: [], debt: [.init(value: 1, rate: 0)]) == 0)
    #expect(CarryTime.years(collateral: one, debt: [.init(value: 0.5, rate: 0.06)], limit: 10) == nil)
  }
}
