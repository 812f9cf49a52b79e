extension TextRenderer {
  /// The widest plot: beyond it the eye loses the row on the way from a label to a point.
  private static let widestPlot = 100
  /// The widest of columns that stand side by side.
  private static let widestColumn = 12
  /// The narrowest plot that leaves room for labels beside it.
  private static let narrowestPlot = 8

  /// The title of the vertical axis, the plot in its frame, the horizontal axis, a legend and the summary.
  func lines(of chart: Chart) -> [StyledText] {
    let summary = Wrap.lines(of: visible(chart.summary ?? ""), width: width)
    guard let horizontal = ChartScale.horizontal(chart), let vertical = ChartScale.vertical(chart) else {
      let title = visible(StyledText(chart.y.title)).onOneLine
      let text = (title.isEmpty ? title : title + ": ") + "there is nothing to draw"
      return Wrap.lines(of: text.emphasized(.muted), width: width) + summary
    }
    let height = min(max(chart.height, 3), 60)
    let rows = labelledRows(chart.y, vertical, height: height)
    let labelWidth = rows.map(\.label.displayWidth).max() ?? 0
    // Labels that leave no room for a plot stand above it.
    let hasLabels = labelWidth > 0 && width - labelWidth - 2 >= max(Self.narrowestPlot, width * 2 / 5)
    let start = hasLabels ? labelWidth + 2 : 1
    let room = min(width - start, Self.widestPlot)
    let names = ChartLineNames(chart, (horizontal, vertical), height: height, room: room, self)
    let plotWidth = Self.evenWidth(for: chart, horizontal, atMost: room - (names?.width ?? 0))

    var painter = ChartPainter(
      horizontal: horizontal, vertical: vertical, width: plotWidth, height: height, characters: characters)
    painter.paint(chart)
    let labels = ChartLabels(chart, painter, linesNamed: names?.lines ?? [], self)

    var title = visible(StyledText(chart.y.title)).onOneLine
    if !hasLabels, !rows.isEmpty {
      title += title.isEmpty ? "ticks from above: " : "; ticks from above: "
      title += rows.map(\.label).reduce(StyledText("")) { $0.isEmpty ? $1 : $0 + ", " + $1 }
    }
    return Wrap.lines(of: title, width: width)
      + frame(labels.painter.canvas, rows, names, start: start)
      + floor(chart.x, horizontal, start: start, plotWidth: plotWidth)
      + legend(labels.legend) + summary
  }

  // MARK: The vertical axis

  /// The ticks of the vertical axis that bear a label, from top to bottom.
  private func labelledRows(_ axis: Chart.Axis, _ scale: ChartScale, height: Int) -> [ChartTicks.Candidate] {
    let candidates = ticks(axis, scale, cells: height).map { tick in
      ChartTicks.Candidate(at: tick.at, cell: tick.cell, label: tick.label, extent: tick.cell..<tick.cell + 1)
    }
    return ChartTicks.chosen(candidates, gap: 1).reversed()
  }

  /// The rows of the plot with the axis and its labels on their left.
  private func frame(
    _ canvas: ChartCanvas, _ rows: [ChartTicks.Candidate], _ names: ChartLineNames?, start: Int
  ) -> [StyledText] {
    let ink = ChartInk(characters: characters)
    return (0..<canvas.height).map { row in
      let tick = rows.first { canvas.height - 1 - $0.cell == row }
      var line = LineBuilder()
      if let tick, start > 1 {
        line.place(
          tick.label, width: tick.label.displayWidth, start: 0, room: start - 2, alignment: .trailing)
      }
      line.place(StyledText(tick == nil ? ink.upright : ink.uprightTick, .muted), width: 1, start: start - 1)
      let name = names?.texts[row].map { " " + $0 }
      return line.text + canvas.line(row) + (name ?? "")
    }
  }

  // MARK: The horizontal axis

  /// The axis, its labels and its title.
  private func floor(_ axis: Chart.Axis, _ scale: ChartScale, start: Int, plotWidth: Int) -> [StyledText] {
    let ink = ChartInk(characters: characters)
    let candidates = ticks(axis, scale, cells: plotWidth).compactMap { tick -> ChartTicks.Candidate? in
      let length = tick.label.displayWidth
      guard length <= width else { return nil }
      let first = min(max(0, start + tick.cell - length / 2), width - length)
      return ChartTicks.Candidate(at: tick.at, cell: tick.cell, label: tick.label, extent: first..<first + length)
    }
    let chosen = ChartTicks.chosen(candidates, gap: 2)
    let cells = Set(chosen.map(\.cell))
    let line = (0..<plotWidth).map { cells.contains($0) ? ink.floorTick : ink.floor }.joined(separator: "")
    var labels = LineBuilder()
    for tick in chosen { labels.place(tick.label, width: tick.extent.count, start: tick.extent.lowerBound) }
    let title = visible(StyledText(axis.title)).onOneLine
    let indent = max(0, start + (plotWidth - title.displayWidth) / 2)
    let isCentered = !title.isEmpty && indent > 0 && indent + title.displayWidth <= width
    return [StyledText.blanks(start - 1) + StyledText(ink.corner + line, .muted)]
      + (chosen.isEmpty ? [] : [labels.text])
      + (isCentered ? [StyledText.blanks(indent) + title] : Wrap.lines(of: title, width: width))
  }

  /// The ticks within an axis in ascending order, with visible labels.
  private func ticks(
    _ axis: Chart.Axis, _ scale: ChartScale, cells: Int
  ) -> [(at: Double, cell: Int, label: StyledText)] {
    axis.ticks.sorted { $0.at < $1.at }.compactMap { tick in
      guard let cell = scale.step(tick.at, of: cells) else { return nil }
      var label = visible(StyledText(tick.label)).onOneLine
      if label.plain.utf8.starts(with: "lever>".utf8) { label = " " + label }
      return label.displayWidth == 0 ? nil : (tick.at, cell, label)
    }
  }

  /// The width at which columns that stand side by side are equally wide, or all there is.
  private static func evenWidth(for chart: Chart, _ scale: ChartScale, atMost room: Int) -> Int {
    for case .columns(_, let bars, _, _, _) in chart.layers {
      let fractions = bars.filter(\.isFinite).map { (scale.fraction($0.from), scale.fraction($0.to)) }
      guard let share = fractions.map({ ($0.1 - $0.0).magnitude }).min(), share > 0 else { continue }
      let count = 1 / share
      let isEven = fractions.allSatisfy { from, to in
        [from, to].allSatisfy { ($0 * count - ($0 * count).rounded()).magnitude < 1e-6 }
      }
      guard isEven, count.rounded() >= 1, count.rounded() <= Double(room) else { continue }
      return min(room / Int(count.rounded()), widestColumn) * Int(count.rounded())
    }
    return room
  }

  // MARK: Legend

  /// Signs and names, as many on a line as fit.
  private func legend(_ entries: [ChartLabels.Entry]) -> [StyledText] {
    var lines: [StyledText] = []
    for entry in entries {
      let text = entry.sign + " " + entry.name
      if let last = lines.last, last.displayWidth + 3 + text.displayWidth <= width {
        lines[lines.count - 1] = last + StyledText.blanks(3) + text
      } else {
        lines += Wrap.lines(of: text, width: width, hanging: 2)
      }
    }
    return lines
  }
}
