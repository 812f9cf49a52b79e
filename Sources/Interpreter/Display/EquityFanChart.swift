import FixedPoint
import Reports
import Simulation

/// How the equity of many paths spreads over time, as a chart: a wide band, a narrow one, and the median between them.
struct EquityFanChart {
  /// With the quantiles of `shares`.
  let fan: EquityFan
  let days: Double
  let equityNow: Double

  static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  var chart: Chart {
    let steps = Double(fan.dates.last ?? 1)
    let places = fan.dates.map { Double($0) / steps * days }
    let edges = { (lower: Int, upper: Int) in
      places.indices.map { index in
        Chart.Edge(x: places[index], lower: fan.quantiles[lower][index], upper: fan.quantiles[upper][index])
      }
    }
    let median = places.indices.map { Chart.Point(x: places[$0], y: fan.quantiles[2][$0]) }
    let highest = max(equityNow, fan.quantiles[4].max() ?? 0)
    return Chart(
      x: dayAxis,
      y: .measuring("equity", in: .dollars, from: 0, to: highest),
      layers: [
        .band(name: "5% to 95%", edges: edges(0, 4), style: .muted),
        .band(name: "25% to 75%", edges: edges(1, 3)),
        .level(name: "today", at: equityNow, style: .muted),
        .line(name: "median", points: median, style: .strong),
      ], summary: "\(summary)")
  }

  /// Whole days where there are several.
  private var dayAxis: Chart.Axis {
    let ticks = Chart.Tick.round(from: 0, to: days, count: days < 5 ? 40 : min(60, Int(days))) { number, decimals in
      Rational(exactly: number).map { Display.grouped($0.fixedText(places: decimals)) } ?? ""
    }
    return Chart.Axis("days", from: 0, to: days, ticks: ticks)
  }

  private var summary: String {
    let count = Display.grouped(String(fan.paths))
    return "Half of the first \(count) paths lie in the narrow band, nine of ten in the wide one."
  }
}
