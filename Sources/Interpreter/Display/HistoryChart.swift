import FixedPoint
import Lending
import Markets
import Reports

/// Charts over the bars of a history.
enum HistoryChart {
  /// Beyond so many points a line shows the lowest and the highest of neighbours.
  static let mostPoints = 480

  /// An axis over bars, with dates where the history has some.
  static func axis(_ history: PriceHistory, _ bars: ClosedRange<Int>) -> Chart.Axis {
    guard let start = history.start else {
      // Bars are counted from 1.
      let numbers = Chart.Axis.measuring(
        "bar", in: .number, from: Double(bars.lowerBound + 1), to: Double(bars.upperBound + 1), isBound: true)
      return Chart.Axis(
        "bar", from: Double(bars.lowerBound), to: Double(bars.upperBound),
        ticks: numbers.ticks.map { Chart.Tick(at: $0.at - 1, label: $0.label) })
    }
    let seconds = bars.count * history.interval
    let day = Moment.secondsPerDay
    let ticks = bars.compactMap { bar -> Chart.Tick? in
      let moment = Moment(seconds: start.seconds + bar * history.interval)
      guard let date = moment.date else { return nil }
      let isMidnight = moment.secondOfDay < history.interval
      let label: String?
      if seconds > 900 * day {
        label = isMidnight && date.month == 1 && date.day == 1 ? String(date.year) : nil
      } else if seconds > 100 * day {
        label = isMidnight && date.day == 1 ? String(moment.dateText.dropLast(3)) : nil
      } else if seconds > 2 * day {
        label = isMidnight ? String(moment.dateText.dropFirst(5)) : nil
      } else {
        label = moment.secondOfDay.isMultiple(of: 3_600) ? String(moment.text.dropFirst(11)) : nil
      }
      return label.map { Chart.Tick(at: Double(bar), label: $0) }
    }
    let title = seconds > 2 * day ? "date" : "hour of \(history.moment(of: bars.lowerBound)?.dateText ?? "")"
    return Chart.Axis(title, from: Double(bars.lowerBound), to: Double(bars.upperBound), ticks: ticks)
  }

  /// The points of a line, fewer where there are many: of neighbours the lowest and the highest, in their order.
  static func thinned(_ points: [Chart.Point]) -> [Chart.Point] {
    guard points.count > mostPoints else { return points }
    let size = (points.count + mostPoints / 2 - 1) / (mostPoints / 2)
    return stride(from: 0, to: points.count, by: size).flatMap { start -> [Chart.Point] in
      let part = points[start..<min(start + size, points.count)]
      guard let lowest = part.indices.min(by: { part[$0].y < part[$1].y }),
        let highest = part.indices.max(by: { part[$0].y < part[$1].y })
      else { return [] }
      return lowest == highest ? [part[lowest]] : [part[min(lowest, highest)], part[max(lowest, highest)]]
    }
  }

  /// A chart of the price with the liquidation price and the liquidations.
  static func prices(
    _ samples: [HistorySample], _ liquidations: [BarLiquidation], of track: PriceTrack
  ) -> Chart {
    let prices = samples.map { Chart.Point(x: Double($0.bar), y: $0.price) }
    let levels = samples.compactMap { sample in
      sample.liquidationPrice.map { Chart.Point(x: Double(sample.bar), y: $0) }
    }
    var layers: [Chart.Layer] = [.line(name: track.symbol.text, points: thinned(prices))]
    if !levels.isEmpty {
      layers.append(.line(name: "liquidation price", points: thinned(levels), style: .danger))
    }
    for (index, liquidation) in liquidations.prefix(20).enumerated() {
      layers.append(
        .mark(
          name: index == 0 ? "liquidated" : "",
          at: Chart.Point(x: Double(liquidation.bar), y: liquidation.price.doubleValue), style: .danger))
    }
    let all = prices.map(\.y) + levels.map(\.y) + liquidations.map(\.price.doubleValue)
    return Chart(
      x: axis(track.history, track.entry...(samples.last?.bar ?? track.entry + 1)),
      y: .measuring("price of \(track.symbol)", in: .dollars, from: all.min() ?? 0, to: all.max() ?? 1), layers: layers)
  }
}
