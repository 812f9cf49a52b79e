/// The names of several lines at their right ends, each in a row of its own.
struct ChartLineNames: Equatable {
  /// The least width of a plot beside names.
  private static let leastPlot = 48
  /// How many rows a name may stand above or below its line's end.
  private static let mostShift = 2
  /// How near to the right end a line has to end, as a share of the axis.
  private static let nearEnd = 0.97

  /// Signs and names by row, from the top.
  private(set) var texts: [Int: StyledText] = [:]
  /// The lines that are named here; the others belong into the legend.
  private(set) var lines: Set<Int> = []
  /// The cells that the names take, with a blank before them.
  private(set) var width = 0

  /// Names the lines that end at the right; nil where none does, for a single line, on a narrow plot, and where too many
  /// end at the same place.
  ///
  /// - Parameter room: The cells for plot and names.
  init?(
    _ chart: Chart, _ scales: (horizontal: ChartScale, vertical: ChartScale), height: Int, room: Int,
    _ renderer: TextRenderer
  ) {
    let ink = ChartInk(characters: renderer.characters)
    guard chart.lines.count > 1 else { return nil }
    var ends: [(row: Int, text: StyledText)] = []
    for (index, line) in chart.lines.enumerated() {
      let name = renderer.visible(StyledText(line.name)).onOneLine
      guard !name.isEmpty, let last = line.points.last(where: \.isFinite),
        scales.horizontal.fraction(last.x) >= Self.nearEnd
      else { continue }
      let step = ChartScale.step(scales.vertical.fraction(last.y) * Double(height), of: height)
      ends.append((height - 1 - step, StyledText(ink.sample(ofLine: index), line.style) + " " + name))
      lines.insert(index)
    }
    width = 1 + (ends.map(\.text.displayWidth).max() ?? 0)
    guard !ends.isEmpty, ends.count <= height, room - width >= Self.leastPlot else { return nil }
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
