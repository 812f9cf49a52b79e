/// Draws the layers of a chart on a canvas.
struct ChartPainter {
  let horizontal: ChartScale
  let vertical: ChartScale
  let ink: ChartInk
  private(set) var canvas: ChartCanvas

  init(horizontal: ChartScale, vertical: ChartScale, width: Int, height: Int, characters: TextRenderer.Characters) {
    self.horizontal = horizontal
    self.vertical = vertical
    ink = ChartInk(characters: characters)
    canvas = ChartCanvas(width: width, height: height, characters: characters)
  }

  /// The row of a place, counted from the top.
  func row(_ place: Double) -> Int? {
    vertical.step(place, of: canvas.height).map { canvas.height - 1 - $0 }
  }

  func column(_ place: Double) -> Int? { horizontal.step(place, of: canvas.width) }

  mutating func paint(_ chart: Chart) {
    for case .columns(_, let bars, let style, _, let partStyle) in chart.layers {
      paint(bars, style, partStyle)
    }
    for (rank, band) in Self.bands(of: chart).enumerated() { paint(band.edges, ink.band(rank), band.style) }
    for case .level(_, let place, let style) in chart.layers {
      guard let row = row(place) else { continue }
      for column in 0..<canvas.width {
        let isGap = ink.characters == .ascii && column % 2 == 1
        canvas.set(column, row, isGap ? .blank : .rule(ink.level), style)
      }
    }
    for case .vertical(_, let place, let style) in chart.layers {
      guard let column = column(place) else { continue }
      for row in 0..<canvas.height { canvas.set(column, row, .rule(ink.vertical), style) }
    }
    var line = 0
    for case .line(_, let points, let style) in chart.layers {
      paint(points, line: line, style)
      line += 1
    }
    uncoverRules(of: chart)
    let names = Self.markNames(of: chart)
    for case .mark(let name, let point, let style) in chart.layers {
      guard point.isFinite, let column = column(point.x), let row = row(point.y) else { continue }
      canvas.set(column, row, .symbol(ink.symbol(names.firstIndex(of: name) ?? 0)), style)
    }
  }

  /// Lets a straight line that others cover nearly everywhere take turns with them.
  private mutating func uncoverRules(of chart: Chart) {
    for layer in chart.layers {
      let cells: [(column: Int, row: Int)]
      let rule: (sign: String, style: Style)
      switch layer {
      case .level(_, let place, let style):
        guard let row = row(place) else { continue }
        cells = (0..<canvas.width).map { ($0, row) }
        rule = (ink.level, style)
      case .vertical(_, let place, let style):
        guard let column = column(place) else { continue }
        cells = (0..<canvas.height).map { (column, $0) }
        rule = (ink.vertical, style)
      default: continue
      }
      let visible = cells.count { canvas.content($0.column, $0.row) == .rule(rule.sign) }
      guard visible * 4 < cells.count else { continue }
      for index in stride(from: 2, to: cells.count, by: 4) {
        canvas.set(cells[index].column, cells[index].row, .rule(rule.sign), rule.style)
      }
    }
  }

  mutating func write(_ text: StyledText, width: Int, at column: Int, _ row: Int) {
    canvas.write(text, width: width, at: column, row)
  }

  /// The bands of a chart, the widest first: the narrower ones are drawn over it.
  static func bands(of chart: Chart) -> [(name: String, edges: [Chart.Edge], style: Style)] {
    var bands: [(name: String, edges: [Chart.Edge], style: Style)] = []
    for case .band(let name, let edges, let style) in chart.layers {
      bands.append((name, edges.filter(\.isFinite).sorted { $0.x < $1.x }, style))
    }
    func meanWidth(_ edges: [Chart.Edge]) -> Double {
      edges.reduce(0) { $0 + ($1.upper / 2 - $1.lower / 2).magnitude / Double(edges.count) }
    }
    let widths = bands.map { meanWidth($0.edges) }
    return bands.indices.sorted { (widths[$0], $1) > (widths[$1], $0) }.map { bands[$0] }
  }

  /// The different names of marks, which have a symbol each; a mark without a name has the first.
  static func markNames(of chart: Chart) -> [String] {
    var names: [String] = []
    for case .mark(let name, _, _) in chart.layers where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    return names
  }

  // MARK: Lines

  private mutating func paint(_ points: [Chart.Point], line: Int, _ style: Style) {
    var pen = ChartPen(stroke: ink.stroke(line))
    let (across, down) = (canvas.width * canvas.dotsAcross, canvas.height * canvas.dotsDown)
    func place(_ point: Chart.Point) -> (x: Double, y: Double)? {
      guard point.isFinite else { return nil }
      return (horizontal.fraction(point.x) * Double(across), vertical.fraction(point.y) * Double(down))
    }
    var last: (x: Double, y: Double)?
    for point in points {
      let next = place(point)
      if let next {
        let from = last ?? next
        if let piece = ChartPen.clipped(from, next, width: Double(across), height: Double(down)) {
          let start = (x: ChartScale.step(piece.from.x, of: across), y: ChartScale.step(piece.from.y, of: down))
          let end = (x: ChartScale.step(piece.to.x, of: across), y: ChartScale.step(piece.to.y, of: down))
          pen.draw(from: start, to: end) { x, y in
            canvas.setDot(x: x, y: down - 1 - y, line: line, sign: ink.sign(line), style)
          }
        } else {
          pen.lift()
        }
      } else {
        pen.lift()
      }
      last = next
    }
  }

  // MARK: Areas

  private mutating func paint(_ edges: [Chart.Edge], _ fill: String, _ style: Style) {
    var index = 0
    for column in 0..<canvas.width {
      // The middle of the column, as a fraction of the axis.
      let middle = (Double(column) + 0.5) / Double(canvas.width)
      while index + 1 < edges.count, horizontal.fraction(edges[index + 1].x) < middle { index += 1 }
      guard let extent = extent(edges, index, at: middle, column) else { continue }
      let (low, high) = (min(extent.lower, extent.upper), max(extent.lower, extent.upper))
      guard high >= 0, low <= 1 else { continue }
      let bottom = ChartScale.step(low * Double(canvas.height), of: canvas.height)
      // An area that ends at a row's lower edge does not reach into the row.
      let top = max(bottom, Int((high * Double(canvas.height) - 1e-9).rounded(.up)) - 1)
      for step in bottom...min(top, canvas.height - 1) {
        canvas.set(column, canvas.height - 1 - step, .fill(fill), style)
      }
    }
  }

  /// Where a band begins and ends in a column, as fractions of the vertical axis.
  private func extent(
    _ edges: [Chart.Edge], _ index: Int, at middle: Double, _ column: Int
  ) -> (lower: Double, upper: Double)? {
    guard index < edges.count else { return nil }
    let (one, next) = (edges[index], edges[min(index + 1, edges.count - 1)])
    let (start, end) = (horizontal.fraction(one.x), horizontal.fraction(next.x))
    let (lower, upper) = (vertical.fraction(one.lower), vertical.fraction(one.upper))
    if start <= middle, middle <= end, end > start {
      let share = (middle - start) / (end - start)
      return (
        lower + (vertical.fraction(next.lower) - lower) * share, upper + (vertical.fraction(next.upper) - upper) * share
      )
    }
    // The band begins or ends in this column, perhaps beside its middle.
    for edge in [one, next] where self.column(edge.x) == column {
      return (vertical.fraction(edge.lower), vertical.fraction(edge.upper))
    }
    return nil
  }

  private mutating func paint(_ bars: [Chart.Bar], _ style: Style, _ partStyle: Style) {
    // Where several columns share a cell, the greatest stands for all.
    var greatest = [Chart.Bar?](repeating: nil, count: canvas.width)
    for bar in bars where bar.isFinite && bar.value != 0 {
      let places = [horizontal.fraction(min(bar.from, bar.to)), horizontal.fraction(max(bar.from, bar.to))]
      guard places[1] >= 0, places[0] <= 1 else { continue }
      let first = ChartScale.step(places[0] * Double(canvas.width), of: canvas.width)
      let end = min(canvas.width, Int((places[1] * Double(canvas.width) + 1e-9).rounded(.down)))
      // Wide columns stand apart.
      let last = end - first >= 4 ? end - 1 : max(first + 1, end)
      for column in first..<last where bar.value.magnitude > greatest[column]?.value.magnitude ?? 0 {
        greatest[column] = bar
      }
    }
    for column in greatest.indices {
      if let bar = greatest[column] { paint(bar, column, style, partStyle) }
    }
  }

  /// One column of cells of a bar: eighths at an upper end, whole cells elsewhere, and always something to see.
  private mutating func paint(_ bar: Chart.Bar, _ column: Int, _ style: Style, _ partStyle: Style) {
    let places = (vertical.fraction(0), vertical.fraction(bar.value))
    guard max(places.0, places.1) >= 0, min(places.0, places.1) <= 1 else { return }
    let all = canvas.height * 8
    func eighths(_ fraction: Double) -> Int { Int((min(max(fraction, 0), 1) * Double(all)).rounded()) }
    let isUp = bar.value > 0
    var low = eighths(isUp ? places.0 : places.1)
    var high = eighths(isUp ? places.1 : places.0)
    if low == high {
      (low, high) = isUp ? (min(low, all - 1), min(low, all - 1) + 1) : (max(high, 1) - 1, max(high, 1))
    }
    let share = bar.part.isFinite ? min(max(bar.part / bar.value, 0), 1) : 0
    let part = share > 0 ? max(1, Int((share * Double(high - low)).rounded())) : 0

    let (bottom, top) = (low / 8, (high - 1) / 8)
    for step in bottom...top {
      let row = canvas.height - 1 - step
      // Where the cell's middle lies, counted from zero; the cell that holds zero is the first to be of the part.
      let isFirst = step == (isUp ? bottom : top)
      let distance = isUp ? step * 8 + 4 - low : high - step * 8 - 4
      if part > 0, isFirst || distance <= part {
        canvas.set(column, row, .fill(ink.part), partStyle)
      } else if isUp, step == top, high < step * 8 + 8, canvas.characters == .unicode {
        // A column that starts and ends within a cell stands on its floor.
        canvas.set(column, row, .fill(ink.upperEnd(high - max(low, step * 8))), style)
      } else if isFirst && high - low < 8 || min(high, step * 8 + 8) - max(low, step * 8) >= 4 {
        canvas.set(column, row, .fill(ink.full), style)
      }
    }
  }
}
