/// Writes the names of marks, levels and verticals beside them where there is room, and collects the others for a legend.
struct ChartLabels {
  /// A sign and what it stands for.
  struct Entry: Equatable {
    var sign: StyledText
    var name: StyledText
  }

  private(set) var painter: ChartPainter
  private(set) var legend: [Entry] = []
  private let renderer: TextRenderer

  /// Labels what is painted.
  ///
  /// - Parameter linesNamed: The lines whose names stand at their ends.
  init(_ chart: Chart, _ painter: ChartPainter, linesNamed: Set<Int>, _ renderer: TextRenderer) {
    self.painter = painter
    self.renderer = renderer
    nameAreasAndLines(chart, linesNamed: linesNamed)
    for (index, name) in ChartPainter.markNames(of: chart).enumerated() {
      nameMarks(chart, name, symbol: painter.ink.symbol(index))
    }
    for case .vertical(let name, let place, let style) in chart.layers where !name.isEmpty {
      nameVertical(name, place, style)
    }
    for case .level(let name, let place, let style) in chart.layers where !name.isEmpty {
      nameLevel(name, place, style)
    }
  }

  // MARK: Legend only

  private mutating func nameAreasAndLines(_ chart: Chart, linesNamed: Set<Int>) {
    let ink = painter.ink
    for (index, line) in chart.lines.enumerated() where !linesNamed.contains(index) && !chart.isNamedByTitle(line.name)
    {
      add(ink.sample(ofLine: index), line.name, line.style)
    }
    for (rank, band) in ChartPainter.bands(of: chart).enumerated().reversed() {
      add(ink.band(rank) + ink.band(rank), band.name, band.style)
    }
    for case .columns(let name, let bars, let style, let partName, let partStyle) in chart.layers {
      if !chart.isNamedByTitle(name) { add(ink.full + ink.full, name, style) }
      if bars.contains(where: { $0.part != 0 }) { add(ink.part + ink.part, partName, partStyle) }
    }
  }

  private mutating func add(_ sign: String, _ name: String, _ style: Style) {
    let name = shown(name)
    guard !name.isEmpty else { return }
    let entry = Entry(sign: StyledText(sign, style), name: name)
    if !legend.contains(entry) { legend.append(entry) }
  }

  // MARK: In the plot

  /// Names one of the marks of a name: they share the symbol.
  private mutating func nameMarks(_ chart: Chart, _ name: String, symbol: String) {
    let text = shown(name)
    let length = text.displayWidth
    var unnamed: (sign: String, style: Style)?
    for case .mark(name, let point, let style) in chart.layers where point.isFinite {
      guard let column = painter.column(point.x), let row = painter.row(point.y) else {
        unnamed = unnamed ?? ("\(direction(of: point)) \(symbol)", style)
        continue
      }
      if write(text.emphasized(style), length, at: Self.places(beside: column, row, length)) { return }
      unnamed = (symbol, style)
    }
    if let unnamed { add(unnamed.sign, name, unnamed.style) }
  }

  /// Where the name of a mark may stand: beside the mark, else a row or two above or below it, on its right or its left.
  private static func places(beside column: Int, _ row: Int, _ length: Int) -> [(column: Int, row: Int)] {
    let beside: [Int] = [2, -1 - length, 3, -2 - length]
    let apart: [Int] = [1, -length, 2, -1 - length, -length / 2]
    var places = beside.map { (column: column + $0, row: row) }
    for shift in [-1, 1, -2, 2] { places += apart.map { (column: column + $0, row: row + shift) } }
    return places
  }

  private mutating func nameLevel(_ name: String, _ place: Double, _ style: Style) {
    let text = shown(name)
    let length = text.displayWidth
    let width = painter.canvas.width
    guard let row = painter.row(place) else { return add(arrow(place, painter.vertical, "↑", "↓"), name, style) }
    // On the line itself, at its right end or further left; else above or below it.
    let starts = Array(stride(from: width - length - 2, through: 3, by: -1))
    let places = starts.map { ($0, row) } + starts.map { ($0, row - 1) } + starts.map { ($0, row + 1) }
    let level = ChartCanvas.Content.rule(painter.ink.level)
    for coversAreas in [false, true] {
      let found = places.first { place in
        painter.canvas.hasRoom(at: place.0, place.1, width: length) { content in
          content == level || content == .blank || coversAreas && content.givesWayToText
        }
      }
      guard let found else { continue }
      painter.write(text.emphasized(style), width: length, at: found.0, found.1)
      return
    }
    add(painter.ink.level + painter.ink.level, name, style)
  }

  private mutating func nameVertical(_ name: String, _ place: Double, _ style: Style) {
    let text = shown(name)
    let length = text.displayWidth
    guard let column = painter.column(place) else {
      return add(arrow(place, painter.horizontal, "→", "←"), name, style)
    }
    let places = (0..<painter.canvas.height).flatMap { [(column + 2, $0), (column - 1 - length, $0)] }
    if !write(text.emphasized(style), length, at: places) {
      add(painter.ink.vertical, name, style)
    }
  }

  /// Writes a text at the first of some places that is blank, or else that only an area covers.
  private mutating func write(
    _ text: StyledText, _ length: Int, at places: [(column: Int, row: Int)]
  ) -> Bool {
    for coversAreas in [false, true] {
      let found = places.first { place in
        painter.canvas.hasRoom(at: place.column, place.row, width: length) { content in
          content == .blank || coversAreas && content.givesWayToText
        }
      }
      guard let found else { continue }
      painter.write(text, width: length, at: found.column, found.row)
      return true
    }
    return false
  }

  // MARK: Texts

  private func shown(_ name: String) -> StyledText {
    renderer.visible(StyledText(name)).onOneLine
  }

  private func arrow(_ place: Double, _ scale: ChartScale, _ above: String, _ below: String) -> String {
    guard place.isFinite else { return "?" }
    let sign = scale.fraction(place) > 1 ? above : below
    return renderer.visible(StyledText(sign)).plain
  }

  private func direction(of point: Chart.Point) -> String {
    let isBeside = painter.column(point.x) == nil
    return isBeside
      ? arrow(point.x, painter.horizontal, "→", "←") : arrow(point.y, painter.vertical, "↑", "↓")
  }
}
