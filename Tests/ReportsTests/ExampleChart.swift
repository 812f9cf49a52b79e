import Reports

/// Charts that several suites render.
enum ExampleChart {
  private static func dollars(_ number: Double, _ decimals: Int) -> String {
    let digits = String(Int(number.magnitude))
    let text = digits.count > 3 ? "\(digits.dropLast(3)),\(digits.suffix(3))" : digits
    return (number < 0 ? "-$" : "$") + text
  }

  private static func percent(_ number: Double, _ decimals: Int) -> String { "\(Int((number * 100).rounded()))%" }

  /// A fan of quantiles with a level, an upright and a mark.
  static let fan: Chart = {
    let days = (0...30).map(Double.init)
    func quantile(_ deviations: Double, _ day: Double) -> Double {
      20_000 + 12_000 * deviations * (day / 30).squareRoot() + 60 * day
    }
    func band(_ name: String, _ deviations: Double) -> Chart.Layer {
      .band(
        name: name,
        edges: days.map {
          Chart.Edge(x: $0, lower: quantile(-deviations, $0), upper: quantile(deviations, $0))
        }, style: .muted)
    }
    return Chart(
      x: Chart.Axis("days", ticks: Chart.Tick.round(from: 0, to: 30, count: 30) { day, _ in "\(Int(day))" }),
      y: Chart.Axis("equity", ticks: Chart.Tick.round(from: -10_000, to: 50_000, label: dollars)),
      layers: [
        .line(
          name: "median", points: days.map { Chart.Point(x: $0, y: quantile(0, $0)) }, style: .strong),
        band("half of the paths", 0.67), band("nine of ten", 1.64),
        .level(name: "liquidation $6,800", at: 6_800, style: .danger),
        .vertical(name: "rate changes", at: 18),
        .mark(name: "now", at: Chart.Point(x: 0, y: 20_000), style: .strong),
      ], summary: "Half of the paths end between $13,760 and $29,840.")
  }()

  /// Two lines that bend at a kink.
  static let rates: Chart = {
    func rate(_ share: Double) -> Double { share < 0.9 ? share / 0.9 * 0.055 : 0.055 + (share - 0.9) * 4 }
    let shares = [0, 0.9, 1.0]
    return Chart(
      x: Chart.Axis("utilization", ticks: Chart.Tick.round(from: 0, to: 1, label: percent)),
      y: Chart.Axis("yearly rate", ticks: Chart.Tick.round(from: 0, to: 0.5, label: percent)),
      layers: [
        .line(name: "borrowers", points: shares.map { Chart.Point(x: $0, y: rate($0)) }),
        .line(name: "suppliers", points: shares.map { Chart.Point(x: $0, y: rate($0) * $0 * 0.7) }, style: .muted),
        .mark(name: "kink 90%", at: Chart.Point(x: 0.9, y: 0.055)),
        .mark(name: "now 95%", at: Chart.Point(x: 0.95, y: 0.255), style: .danger),
      ], height: 10)
  }()

  /// A histogram, of which what lies above the price is liquidated.
  static let histogram: Chart = {
    let bars = (0..<24).map { index -> Chart.Bar in
      let from = Double(index) * 125
      let value = Double((index * 7 + 3) % 11) * (index < 16 ? 40 : 15) * 1_000
      return Chart.Bar(from: from, to: from + 125, value: value, part: index < 16 ? 0 : index == 16 ? value / 2 : value)
    }
    return Chart(
      x: Chart.Axis("liquidation price", ticks: Chart.Tick.round(from: 0, to: 3_000, label: dollars)),
      y: Chart.Axis(
        "debt, in thousands", ticks: Chart.Tick.round(from: 0, to: 500_000) { debt, _ in "$\(Int(debt / 1_000))k" }),
      layers: [
        .columns(name: "standing", bars: bars, partName: "liquidated", partStyle: .danger),
        .vertical(name: "now $2,000", at: 2_000),
      ], height: 8)
  }()
}
