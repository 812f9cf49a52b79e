import FixedPoint
import Reports

extension LadderReport {
  /// A column for each rung: what is yours and what is owed of the exposure, and the limit of endless loops.
  func chart(share: Rational?) -> Chart {
    let positions = rungs.map { world.position(of: $0.balances, measuringDistance: false) }
    let bars = positions.enumerated().map { index, position in
      Chart.Bar(
        from: Double(index) - 0.5, to: Double(index) + 0.5, value: position.exposure.doubleValue,
        part: position.debt.doubleValue)
    }
    let ticks = rungs.enumerated().map { index, rung in
      Chart.Tick(at: Double(index), label: Self.label(rung.step, isFirst: index == 0))
    }
    var layers: [Chart.Layer] = [
      .columns(name: "yours", bars: bars, style: .safe, partName: "owed", partStyle: .danger)
    ]
    var highest = bars.map(\.value).max() ?? 0
    var summary: StyledText = ""
    if let last = positions.last {
      summary =
        "The exposure is \(Display.dollars(last.exposure), .strong), of which \(Display.dollars(last.debt)) is owed: leverage \(Display.multiple(last.leverage))."
    }
    if let share, let limit = limit(share: share), (positions.last?.exposure ?? 0) <= limit.exposure {
      layers.append(
        .level(name: "limit of endless loops \(Display.dollars(limit.exposure))", at: limit.exposure.doubleValue))
      highest = max(highest, limit.exposure.doubleValue)
    }
    return Chart(
      x: Chart.Axis("loop", ticks: ticks),
      y: .measuring("exposure", in: .dollars, from: 0, to: highest), layers: layers, summary: summary)
  }
}
