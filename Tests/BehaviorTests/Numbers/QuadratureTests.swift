import Simulation
import Testing

@testable import Behavior

struct QuadratureTests {
  /// x^15 + x^14 is the last that a single panel holds exactly.
  @Test func `polynomials of degree 15 are exact`() {
    let power = { (x: Double, exponent: Int) in (0..<exponent).reduce(1.0) { value, _ in value * x } }
    let integral = Quadrature.integral(from: -1, to: 2, panels: 1) { power($0, 15) + power($0, 14) }
    let expected = (power(2, 16) - 1) / 16 + (power(2, 15) + 1) / 15
    #expect(abs(integral / expected - 1) < 1e-14)
  }

  @Test func `panels add up`() {
    let integral = Quadrature.integral(from: 0, to: 20, panels: 20) { exponential(-$0) }
    #expect(abs(integral - (1 - exponential(-20))) < 1e-15)
  }
}
