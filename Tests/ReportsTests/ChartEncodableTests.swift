import Reports
import Testing

@Suite struct ChartEncodableTests {
  private static let chart = Chart(
    x: Chart.Axis("days", to: 30, ticks: [Chart.Tick(at: 0, label: "now"), Chart.Tick(at: .nan, label: "?")]),
    y: Chart.Axis("equity, in dollars"),
    layers: [
      .line(name: "median", points: [Chart.Point(x: 0, y: 1.5), Chart.Point(x: 1, y: .infinity)]),
      .band(name: "half", edges: [Chart.Edge(x: 0, lower: 1, upper: 2)]),
      .level(name: "floor", at: 1),
      .vertical(name: "now", at: .nan),
      .mark(name: "kink", at: Chart.Point(x: 1, y: 2)),
      .columns(
        name: "debt", bars: [Chart.Bar(from: 0, to: 1, value: 5, part: 2), Chart.Bar(from: 1, to: 2, value: 3)],
        partName: "sold"),
    ],
    summary: "It \("falls", .danger).")

  @Test func everyPlaceAndName() throws {
    #expect(try JSONRenderer().render(Self.chart) == Self.json)
  }

  @Test func nothing() throws {
    let empty = Block.chart(Chart(x: Chart.Axis(""), y: Chart.Axis(""), layers: []))
    #expect(
      try JSONRenderer().render(empty)
        == #"{"chart":{"layers":[],"x":{"ticks":[],"title":""},"y":{"ticks":[],"title":""}}}"#)
  }

  private static let json = [
    #"{"layers":[{"line":{"name":"median","points":[{"x":0,"y":1.5},{"x":1,"y":null}]}}"#,
    #"{"band":{"edges":[{"lower":1,"upper":2,"x":0}],"name":"half"}}"#,
    #"{"level":{"name":"floor","y":1}}"#,
    #"{"vertical":{"name":"now","x":null}}"#,
    #"{"mark":{"at":{"x":1,"y":2},"name":"kink"}}"#,
    #"{"columns":{"bars":[{"from":0,"part":2,"to":1,"value":5},{"from":1,"to":2,"value":3}],"name":"debt""#,
    #""partName":"sold"}}],"summary":"It falls.""#,
    #""x":{"ticks":[{"at":0,"label":"now"}],"title":"days","to":30}"#,
    #""y":{"ticks":[],"title":"equity, in dollars"}}"#,
  ].joined(separator: ",")
}
