import Testing

@testable import Reports

@Suite struct ChartTicksTests {
  @Test(arguments: [
    (
      0.0, 1.0, 20,
      "0.00 0.05 0.10 0.15 0.20 0.25 0.30 0.35 0.40 0.45 0.50 0.55 0.60 0.65 0.70 0.75 0.80 0.85 0.90 0.95 1.00"
    ),
    (0, 10, 10, "0 1 2 3 4 5 6 7 8 9 10"),
    (800, 3_200, 6, "1000 1500 2000 2500 3000"),
    (-0.25, 0.3, 6, "-0.2 -0.1 0.0 0.1 0.2 0.3"),
    (3, 1, 2, "1 2 3"),
    (1e-9, 3e-9, 3, "0.000000001 0.000000002 0.000000003"),
    (1e12, 3e12, 2, "1000000000000 2000000000000 3000000000000"),
    (7, 7, 10, "7"),
    (1e300, 2e300, 10, "1e+300"),
    (1e-300, 2e-300, 10, "1e-300"),
    (1e18, 1e18 + 4096, 10, "1e+18"),
    (.nan, 1, 10, ""),
    (0, .infinity, 10, ""),
  ])
  func roundNumbers(lower: Double, upper: Double, count: Int, labels: String) {
    let ticks = Chart.Tick.round(from: lower, to: upper, count: count) { number, decimals in
      number.magnitude < 1e15 && number.magnitude > 1e-20 || number == 0 ? fixed(number, decimals) : "\(number)"
    }
    #expect(ticks.map(\.label).joined(separator: " ") == labels)
  }

  /// A number with so many decimals, written by way of an integer.
  private func fixed(_ number: Double, _ decimals: Int) -> String {
    guard decimals > 0 else { return "\(Int(number))" }
    let power = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
    let digits = String(Int((number.magnitude * power).rounded()))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (number.sign == .minus ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
