import Reports
import Testing

/// Numbers that have no place, no extent or no end.
@Suite struct ChartLimitsTests {
  @Test(arguments: cases) func staysClear(limit: Case) {
    let ticks = Chart.Tick.round(from: -10, to: 10, count: 20) { number, _ in "\(Int(number))" }
    let chart = Chart(
      x: Chart.Axis("day", ticks: ticks), y: Chart.Axis("price", from: limit.from, to: limit.to, ticks: ticks),
      layers: limit.layers, height: 4)
    #expect(TextRenderer(width: 30).render(Report([.chart(chart)])) == limit.expected)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var layers: [Chart.Layer]
    var from: Double?
    var to: Double?
    var expected: String

    init(
      _ name: String, _ layers: [Chart.Layer], from: Double? = nil, to: Double? = nil, _ expected: String
    ) {
      (testDescription, self.layers, self.from, self.to, self.expected) = (name, layers, from, to, expected)
    }
  }

  private static func line(_ values: [Double]) -> Chart.Layer {
    .line(name: "price", points: values.enumerated().map { Chart.Point(x: Double($0.offset), y: $0.element) })
  }

  private static func bars(_ values: [(value: Double, part: Double)]) -> Chart.Layer {
    .columns(
      name: "price",
      bars: values.enumerated().map { index, bar in
        Chart.Bar(from: Double(index), to: Double(index + 1), value: bar.value, part: bar.part)
      })
  }

  private static let cases = [
    Case(
      "no layer", [],
      """
      price: there is nothing to
      draw

      """),
    Case(
      "no finite number", [line([.nan, .infinity])],
      """
      price: there is nothing to
      draw

      """),
    Case(
      "ends without layers", [], from: 0, to: 1,
      """
      price: there is nothing to
      draw

      """),
    Case(
      "one point", [line([3])],
      """
      price
      4 ┤
        │             ⢀
        │
      2 ┤
        └─────────────┬─────────────
                      0
                     day

      """),
    Case(
      "a constant", [line([3, 3, 3])],
      """
      price
      4 ┤
        │⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
        │
      2 ┤
        └┬────────────┬────────────┬
         0            1            2
                     day

      """),
    Case(
      "a gap", [line([1, 2, .nan, 2, 1])],
      """
      price
      2 ┤     ⡠⠊             ⠑⢄
        │   ⢀⠔⠁               ⠈⠢⡀
        │ ⢀⠔⠁                   ⠈⠢⡀
      1 ┤⡠⠊                       ⠑⢄
        └┬─────┬──────┬──────┬─────┬
         0     1      2      3     4
                     day

      """),
    Case(
      "the largest numbers", [line([-.greatestFiniteMagnitude, .greatestFiniteMagnitude])],
      """
      price
          │                   ⣀⡠⠤⠔⠒⠉
      -10 ┤            ⢀⣀⠤⠤⠒⠊⠉
          │      ⣀⡠⠤⠒⠒⠉⠁
          │⣀⠤⠔⠒⠊⠉
          └┬───────────────────────┬
           0                       1
                      day

      """),
    Case(
      "the smallest number", [line([0, .leastNonzeroMagnitude])],
      """
      price
        │    ⢀⣀⠤⠔⠊⠁
      0 ┤⣀⠤⠒⠊⠁
        │
        │
        └┬─────────────────────────┬
         0                         1
                     day

      """),
    Case(
      "a band without width, then with exchanged edges",
      [.band(name: "band", edges: [Chart.Edge(x: 0, lower: 2, upper: 2), Chart.Edge(x: 5, lower: 4, upper: 1)])],
      """
      price
      4 ┤                 ░░░░░░░░░░
        │       ░░░░░░░░░░░░░░░░░░░░
      2 ┤░░░░░░░░░░░░░░░░░░░░░░░░░░░
        │       ░░░░░░░░░░░░░░░░░░░░
        └┬────┬────┬─────┬────┬────┬
         0    1    2     3    4    5
                     day
      ░░ band

      """),
    Case(
      "columns of nothing", [bars([(0, 0), (0, 0)])],
      """
      price
         │
       0 ┤
         │
      -1 ┤
         └┬───────────┬──────────┬
          0           1          2
                    day

      """),
    Case(
      "columns below zero and hardly above it", [bars([(-3, -1), (4, 1), (1e-9, 0), (2, 9)])],
      """
      price
         │      █████
       1 ┤      █████       ░░░░░
         │░░░░░ ░░░░░ ▁▁▁▁▁ ░░░░░
      -3 ┤█████
         └┬─────┬─────┬─────┬────┬
          0     1     2     3    4
                    day

      """),
    Case(
      "all beyond the ends but the middle of a line",
      [
        line([-9, 9]), .level(name: "level", at: 8), .mark(name: "mark", at: Chart.Point(x: 0, y: -9)),
        .vertical(name: "vertical", at: .nan),
      ], from: -2, to: 2,
      """
      price
         │              ⢀⠎
       0 ┤             ⡰⠁
         │           ⢀⠎
      -2 ┤          ⡰⠁
         └┬────────────────────────┬
          0                        1
                     day
      ↓ ● mark   ? vertical
      ↑ level

      """),
    Case(
      "exchanged ends", [line([-9, 9])], from: 2, to: -2,
      """
      price
         │              ⢀⠎
       0 ┤             ⡰⠁
         │           ⢀⠎
      -2 ┤          ⡰⠁
         └┬────────────────────────┬
          0                        1
                     day

      """),
  ]
}
