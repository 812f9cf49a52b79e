import TestSupport
import Testing

@testable import Reports

/// What holds for every chart that makes sense. A failure prints the `LEVER_SEED` that repeats it; what holds for charts
/// of any contents is in `RendererPropertyTests`.
@Suite struct ChartPropertyTests {
  /// Each layer has a name that occurs nowhere else, so that a name cut off or written over is missed.
  @Test(arguments: UInt64(1)...300)
  func everyLayerIsNamedOnce(seed: UInt64) {
    var random = SensibleChart(seed: seed)
    let (chart, width) = (random.chart(), random.width())
    for characters in [TextRenderer.Characters.unicode, .ascii] {
      let text = TextRenderer(width: width, characters: characters).render(Report([.chart(chart)]))
      for name in chart.layers.flatMap(\.names) {
        #expect(
          text.split(separator: name).count == 2, "\(random.generator) width \(width) \(characters) \(name)\n\(text)")
      }
    }
  }

  /// Labels have no blanks, so that two that touch or overlap are none of those offered.
  @Test(arguments: UInt64(1)...300)
  func labelsStandApart(seed: UInt64) {
    var random = SensibleChart(seed: seed)
    let (chart, width) = (random.chart(), random.width())
    let lines = TextRenderer(width: width, characters: .ascii).render(Report([.chart(chart)])).split(separator: "\n")
    guard let floor = lines.firstIndex(where: { $0.drop { $0 == " " }.hasPrefix("+-") || $0.contains("++-") }) else {
      Issue.record("\(random.generator) has no axis")
      return
    }
    let labels = lines[floor + 1].split(separator: " ").map(String.init)
    #expect(Set(labels).isSubset(of: chart.x.ticks.map(\.label)), "\(random.generator) width \(width) \(labels)")
    #expect(labels.count > 1 || width < 40, "\(random.generator) width \(width) \(labels)")
    // A row with a tick is a label, a blank and the sign of a tick.
    var gutter: [String] = []
    for line in lines[1..<floor] {
      let start = line.prefix { $0 != "+" && $0 != "|" }
      guard line.dropFirst(start.count).first == "+" else { continue }
      gutter.append(start.split(separator: " ").joined(separator: " "))
    }
    #expect(Set(gutter).isSubset(of: chart.y.ticks.map(\.label)), "\(random.generator) width \(width) \(gutter)")
    #expect(Set(gutter).count == gutter.count, "\(random.generator) width \(width) \(gutter)")
  }

  /// Every point of a line has a sign at its own place.
  @Test(arguments: UInt64(1)...300)
  func everyPointIsDrawn(seed: UInt64) throws {
    var random = SensibleChart(seed: seed)
    let points = random.points()
    let chart = Chart(x: Chart.Axis("x"), y: Chart.Axis("y"), layers: [.line(name: "y", points: points)])
    let width = random.width()
    for characters in [TextRenderer.Characters.unicode, .ascii] {
      var painter = ChartPainter(
        horizontal: try #require(.horizontal(chart)), vertical: try #require(.vertical(chart)), width: width,
        height: 12,
        characters: characters)
      painter.paint(chart)
      for point in points {
        let column = try #require(painter.column(point.x), "\(random.generator) \(point)")
        let row = try #require(painter.row(point.y), "\(random.generator) \(point)")
        #expect(painter.canvas.content(column, row) != .blank, "\(random.generator) width \(width) \(point)")
      }
    }
  }

  /// A layer that stands alone leaves its own sign, however thin or small it is.
  @Test(arguments: UInt64(1)...300)
  func everyLayerIsVisible(seed: UInt64) {
    var random = SensibleChart(seed: seed)
    let (chart, width) = (random.chart(), random.width())
    for layer in chart.layers {
      var alone = chart
      alone.layers = [layer]
      (alone.x.lower, alone.x.upper, alone.y.lower, alone.y.upper) = (0, 40, -5_000, 5_000)
      let shown = TextRenderer(width: width, characters: .unicode).render(Report([.chart(alone)])).unicodeScalars
      let isVisible = shown.contains { scalar in
        switch layer {
        case .line: (0x2801...0x28FF).contains(scalar.value)
        case .band: scalar == "░"
        case .level: scalar == "╌"
        case .vertical: scalar == "╎"
        case .mark: scalar == "●"
        case .columns: (0x2581...0x2588).contains(scalar.value) || scalar == "░"
        }
      }
      #expect(isVisible, "\(random.generator) width \(width) \(layer)")
    }
  }

  /// What any numbers do to a scale: finite places within the ends have a step, others none.
  @Test(arguments: UInt64(1)...300)
  func scalesKnowTheirEnds(seed: UInt64) {
    var random = RandomReport(seed: seed)
    let ends = [random.number(), random.number()].filter(\.isFinite)
    guard let lower = ends.min(), let upper = ends.max() else { return }
    let scale = ChartScale(lower: lower, upper: upper)
    #expect(scale.step(lower, of: 10) != nil && scale.step(upper, of: 10) != nil, "\(random.generator)")
    for _ in 0..<20 {
      let number = random.number()
      let step = scale.step(number, of: 10)
      if let step { #expect((0..<10).contains(step), "\(random.generator) \(number)") }
      // Numbers that differ by less than the scale can tell count as its ends.
      let isInside = number >= lower && number <= upper
      if isInside { #expect(step != nil, "\(random.generator) \(number) in \(lower)...\(upper)") }
      if !number.isFinite { #expect(step == nil) }
    }
  }
}

/// Makes charts as commands do: finite numbers, round ticks, unique names.
private struct SensibleChart {
  private(set) var generator: SeededGenerator
  private var count = 0

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func width() -> Int { Int.random(in: 30...210, using: &generator) }

  mutating func points() -> [Chart.Point] {
    let scale = pick([1e-6, 1, 100, 1e9])
    return (0..<Int.random(in: 1...40, using: &generator)).map { index in
      Chart.Point(x: Double(index), y: Double.random(in: -1...1, using: &generator) * scale)
    }
  }

  mutating func chart() -> Chart {
    let scale = pick([0.01, 1, 5_000])
    let layers = (0..<Int.random(in: 1...5, using: &generator)).map { _ in layer(scale) }
    return Chart(
      x: Chart.Axis("horizontally", ticks: Chart.Tick.round(from: -1, to: 41, label: label)),
      y: Chart.Axis("vertically", ticks: Chart.Tick.round(from: -2 * scale, to: 2 * scale, label: label)),
      layers: layers + [.line(name: name(), points: [Chart.Point(x: 0, y: -scale), Chart.Point(x: 40, y: scale)])],
      height: Int.random(in: 6...20, using: &generator))
  }

  private func label(_ number: Double, _ decimals: Int) -> String { "\(number)" }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  /// A name such as `<7>`, which is the beginning of no other.
  private mutating func name() -> String {
    count += 1
    return "<\(count)>" + pick(["", "name", "a longer name"])
  }

  private mutating func value(_ scale: Double) -> Double { Double.random(in: -1...1, using: &generator) * scale }

  private mutating func layer(_ scale: Double) -> Chart.Layer {
    let places = (0..<Int.random(in: 1...30, using: &generator)).map { _ in Double.random(in: 0...40, using: &generator)
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return .line(name: name(), points: places.sorted().map { Chart.Point(x: $0, y: value(scale)) })
    case 1:
      return .band(name: name(), edges: places.map { Chart.Edge(x: $0, lower: value(scale), upper: value(scale)) })
    case 2: return .level(name: name(), at: value(scale))
    case 3: return .vertical(name: name(), at: places[0])
    case 4: return .mark(name: name(), at: Chart.Point(x: places[0], y: value(scale)))
    default:
      let bars = (0..<10).map { index in
        Chart.Bar(from: Double(index) * 4, to: Double(index) * 4 + 4, value: value(scale))
      }
      return .columns(name: name(), bars: bars)
    }
  }
}

extension Chart.Layer {
  fileprivate var names: [String] {
    switch self {
    case .line(let name, _, _), .band(let name, _, _), .level(let name, _, _), .vertical(let name, _, _),
      .mark(let name, _, _), .columns(let name, _, _, _, _):
      [name]
    }
  }
}
