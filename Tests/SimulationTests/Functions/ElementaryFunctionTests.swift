import Testing

@testable import Simulation

/// The expected values are those of a calculation with 50 digits, rounded to the nearest double.
struct ElementaryFunctionTests {
  private static let exponentials: [(x: Double, expected: Double)] = [
    (0, 1), (1, 2.718281828459045), (-1, 0.36787944117144233), (0.5, 1.6487212707001282),
    (-0.34657359027997264, 0.7071067811865476), (10.25, 28282.541920334977), (-10.25, 3.535750085040998e-05),
    (100, 2.6881171418161356e+43), (-100, 3.720075976020836e-44), (709.7, 1.6549840276802644e+308),
    (-708.3, 2.450295530965988e-308), (-740, 85 * .leastNonzeroMagnitude), (1e-10, 1.0000000001), (-1e-300, 1),
    (710, .infinity),
    (.infinity, .infinity), (-746, 0), (-.infinity, 0),
  ]

  private static let logarithms: [(x: Double, expected: Double)] = [
    (1, 0), (2, 0.6931471805599453), (0.5, -0.6931471805599453), (1.0000000001, 1.000000082690371e-10),
    (0.9999999999, -1.000000082790371e-10), (1.4142135623730951, 0.3465735902799727),
    (0.7071067811865476, -0.3465735902799726), (10, 2.302585092994046), (1e-300, -690.7755278982137),
    (.leastNonzeroMagnitude, -744.4400719213812), (1.7976931348623157e+308, 709.782712893384),
    (0.8, -0.2231435513142097),
    (3.141592653589793, 1.1447298858494002), (0, -.infinity), (.infinity, .infinity),
  ]

  private static let probabilities: [(x: Double, expected: Double)] = [
    (0, 0.5), (0.1, 0.539827837277029), (-0.1, 0.460172162722971), (-0.6, 0.2742531177500736),
    (-0.7, 0.24196365222307303), (-1, 0.15865525393145705), (1, 0.8413447460685429),
    (-1.959963984540054, 0.025000000000000012), (2.5, 0.9937903346742238), (-3, 0.0013498980316300946),
    (-5.6, 1.071759025831093e-08), (-5.7, 5.990371401063528e-09), (-8, 6.220960574271784e-16),
    (-12.5, 3.732564298877713e-36), (-20, 2.7536241186062337e-89), (-37, 5.725571222524577e-300),
    (6, 0.9999999990134123), (-50, 0), (50, 1), (-.infinity, 0), (.infinity, 1),
  ]

  @Test(arguments: exponentials)
  func `e to a power is right to one unit in the last place`(x: Double, expected: Double) {
    #expect(isNear(exponential(x), expected, units: 1))
  }

  @Test(arguments: logarithms)
  func `the logarithm is right to one unit in the last place`(x: Double, expected: Double) {
    #expect(isNear(naturalLogarithm(x), expected, units: 1))
  }

  @Test(arguments: probabilities)
  func `the normal distribution is right to fifteen digits`(x: Double, expected: Double) {
    #expect(isNear(NormalDistribution.probability(below: x), expected, units: 8))
  }

  @Test func `nothing but numbers comes from numbers`() {
    #expect(naturalLogarithm(-1).isNaN)
    #expect(naturalLogarithm(.nan).isNaN)
    #expect(exponential(.nan).isNaN)
  }

  /// A result that differs by a single bit anywhere changes the fingerprint: with optimisation, without it, and on another
  /// machine it is the same.
  @Test func `every bit is the same on every machine`() {
    var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    for step in -4_000...4_000 {
      let x = Double(step) / 173
      for value in [exponential(x), naturalLogarithm(exponential(x)), NormalDistribution.probability(below: x)] {
        fingerprint = (fingerprint ^ value.bitPattern) &* 0x100_0000_01B3
      }
    }
    #expect(fingerprint == 2_162_606_858_732_014_208)
  }

  /// Whether two numbers are equal, or so many steps of the floating-point grid apart.
  private func isNear(_ value: Double, _ expected: Double, units: Double) -> Bool {
    value == expected || abs(value - expected) <= units * expected.ulp
  }
}

/// The exponential in loops over lanes, against the one that is right to the last digit.
struct LaneExponentialTests {
  @Test func `it is right to a few units in the last place`() {
    for step in -4_000...4_000 {
      let x = Double(step) / 6.1
      #expect(abs(laneExponential(x) / exponential(x) - 1) < 0x1p-50)
    }
  }

  @Test func `beyond its limits it stays at them`() {
    #expect(laneExponential(-.infinity) == laneExponential(-700) && laneExponential(-700) > 0)
    #expect(laneExponential(.infinity) == laneExponential(700) && laneExponential(700).isFinite)
  }

  /// With 50 digits.
  @Test(arguments: [
    (1e-10, 1.000_000_000_05e-10), (0.011_25, 0.011_313_519_223_611_447), (-0.3, -0.259_181_779_318_282_1),
    (-0.5, -0.393_469_340_287_366_6), (22.8, 7_978_370_263.144_283),
  ])
  func `less one it keeps its digits near 0`(x: Double, expected: Double) {
    #expect(abs(laneExponentialLessOne(x) / expected - 1) < 0x1p-50)
  }
}
