/// The names of several lines at their right ends, each in a row of its own.
struct ChartLineNames: Equatable {
  /// The least width of a plot beside names.
  private static let leastPlot = 48
  /// How many rows a name may stand above or below its line's end.
  private static let mostShift = 2

  /// A line's sign and name by row, from the top.
  private(set) var texts: [Int: StyledText] = [:]
  /// The cells that the names take, with a blank before them.
  private(set) var width = 0

  /// Places the names; nil where they belong into the legend: for a single line, on a narrow plot, and where too many
  /// lines end at the same place.
  ///
  /// - Parameter room: The cells for plot and names.
  init?(_ chart: Chart, _ vertical: ChartScale, height: Int, room: Int, _ renderer: TextRenderer) {
    let ink = ChartInk(characters: renderer.characters)
    let lines = chart.lines
    guard lines.count > 1, lines.count <= height else { return nil }
    var ends: [(row: Int, text: StyledText)] = []
    for (index, line) in lines.enumerated() {
      guard let last = line.points.last(where: \.isFinite) else { return nil }
      let name = renderer.visible(StyledText(line.name)).onOneLine
      let place = vertical.fraction(last.y) * Double(height)
      ends.append(
        (
          height - 1 - ChartScale.step(place, of: height),
          StyledText(ink.sample(ofLine: index), line.style) + " " + name
        ))
    }
    width = 1 + (ends.map(\.text.displayWidth).max() ?? 0)
    guard room - width >= Self.leastPlot else { return nil }
    ends.sort { $0.row < $1.row }
    // From above each name takes the first free row at or below its line's end; then those below the plot move up.
    var rows: [Int] = []
    for end in ends { rows.append(max(end.row, (rows.last ?? -1) + 1)) }
    var lowest = height - 1
    for index in rows.indices.reversed() {
      rows[index] = min(rows[index], lowest)
      lowest = rows[index] - 1
    }
    guard zip(ends, rows).allSatisfy({ abs($0.row - $1) <= Self.mostShift }) else { return nil }
    for (end, row) in zip(ends, rows) { texts[row] = end.text }
  }
}

extension Chart {
  /// The lines in their order.
  var lines: [(name: String, points: [Point], style: Style)] {
    layers.compactMap { layer in
      if case .line(let name, let points, let style) = layer { (name, points, style) } else { nil }
    }
  }

  /// Whether a layer needs no name because it alone is what the vertical axis measures.
  func isNamedByTitle(_ name: String) -> Bool {
    let count = layers.count { layer in
      switch layer {
      case .line, .band, .columns: true
      default: false
      }
    }
    return name == y.title && count == 1
  }
}
