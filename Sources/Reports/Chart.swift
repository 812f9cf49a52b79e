/// Lines, bands, levels, marks and columns over two axes.
///
/// A chart knows places and no units: numbers reach a reader only through the labels of the ticks and the names of the
/// layers, which arrive as text. Scales are linear; for a logarithmic axis give transformed places with the labels of
/// what they stand for. Numbers that are not finite are left out; within a line they leave a gap.
///
///     Chart(
///       x: Chart.Axis("days", ticks: Chart.Tick.round(from: 0, to: 30) { number, _ in "\(Int(number))" }),
///       y: Chart.Axis("equity", ticks: Chart.Tick.round(from: 0, to: 40_000) { number, _ in "$\(Int(number))" }),
///       layers: [
///         .band(name: "90% of paths", edges: edges),
///         .line(name: "median", points: points),
///         .level(name: "paid in", at: 20_000),
///       ])
public struct Chart: Equatable, Sendable {
  /// From left to right.
  public var x: Axis
  /// From bottom to top.
  public var y: Axis
  /// What is drawn. Columns and bands lie below levels, these below lines, and marks lie on top.
  public var layers: [Layer]
  /// The rows of the plot, without axes and titles; the renderer keeps it between 3 and 60.
  public var height: Int
  /// A sentence below the chart that says in words what it shows, or nil.
  public var summary: StyledText?

  /// Makes a chart.
  public init(x: Axis, y: Axis, layers: [Layer], height: Int = 12, summary: StyledText? = nil) {
    self.x = x
    self.y = y
    self.layers = layers
    self.height = height
    self.summary = summary
  }

  /// A direction of the plot: what it measures, from where to where, and which places bear a label.
  public struct Axis: Equatable, Sendable {
    /// What is measured, with its unit.
    public var title: String
    /// Where the axis starts; nil for the lowest place of any layer, and in the vertical direction for the next lower tick.
    public var lower: Double?
    /// Where the axis ends; nil for the highest place of any layer, and in the vertical direction for the next higher tick.
    public var upper: Double?
    /// Places that may bear a label, offered densely; as many are shown as fit without touching each other.
    public var ticks: [Tick]

    /// Makes an axis.
    public init(_ title: String, from lower: Double? = nil, to upper: Double? = nil, ticks: [Tick] = []) {
      self.title = title
      self.lower = lower
      self.upper = upper
      self.ticks = ticks
    }
  }

  /// A place on an axis with its label.
  public struct Tick: Equatable, Sendable, Encodable {
    public var at: Double
    public var label: String

    /// Makes a tick.
    public init(at: Double, label: String) {
      self.at = at
      self.label = label
    }
  }

  /// A place in the plot.
  public struct Point: Equatable, Sendable {
    public var x: Double
    public var y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The extent of a band at one place.
  public struct Edge: Equatable, Sendable {
    public var x: Double
    public var lower: Double
    public var upper: Double

    /// Makes an edge; `lower` and `upper` may be exchanged.
    public init(x: Double, lower: Double, upper: Double) {
      self.x = x
      self.lower = lower
      self.upper = upper
    }
  }

  /// A column from zero to `value`, between `from` and `to` on the horizontal axis.
  public struct Bar: Equatable, Sendable {
    public var from: Double
    public var to: Double
    public var value: Double
    /// How much of `value`, counted from zero, is of another kind and drawn in another way.
    public var part: Double

    /// Makes a column.
    public init(from: Double, to: Double, value: Double, part: Double = 0) {
      self.from = from
      self.to = to
      self.value = value
      self.part = part
    }
  }

  /// One thing that is drawn. A layer without a name has no label.
  public enum Layer: Equatable, Sendable {
    /// Points that are joined in their order.
    case line(name: String, points: [Point], style: Style = .plain)
    /// An area between two lines; of several bands the narrower ones are drawn more densely.
    case band(name: String, edges: [Edge], style: Style = .plain)
    /// A dashed line across the plot, such as a liquidation price.
    case level(name: String, at: Double, style: Style = .plain)
    /// A dashed line from bottom to top, such as the price now.
    case vertical(name: String, at: Double, style: Style = .plain)
    /// A point with a symbol; marks of one name share it, and those without a name have the first.
    case mark(name: String, at: Point, style: Style = .plain)
    /// Columns beside each other, such as a histogram, and the name of their parts.
    case columns(name: String, bars: [Bar], style: Style = .plain, partName: String = "", partStyle: Style = .plain)
  }
}
