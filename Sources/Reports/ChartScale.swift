/// Where the numbers of an axis lie between its ends.
struct ChartScale: Equatable {
  let lower: Double
  let upper: Double
  /// What a number's fraction is where both ends are the same.
  private let fractionOfConstant: Double

  init(lower: Double, upper: Double, fractionOfConstant: Double = 0.5) {
    self.lower = lower
    self.upper = upper
    self.fractionOfConstant = fractionOfConstant
  }

  /// The horizontal scale of a chart; nil if it states no ends and nothing in it has a place.
  static func horizontal(_ chart: Chart) -> ChartScale? {
    ends(of: chart.x, over: chart.layers.flatMap(\.horizontalPlaces))
      .map { ChartScale(lower: $0.lower, upper: $0.upper) }
  }

  /// The vertical scale of a chart, from tick to tick where the axis states no end; nil if it states no ends and nothing in it has a place.
  static func vertical(_ chart: Chart) -> ChartScale? {
    guard var (lower, upper) = ends(of: chart.y, over: chart.layers.flatMap(\.verticalPlaces)) else { return nil }
    let isConstant = lower == upper
    let most = isConstant ? .infinity : (upper / 2 - lower / 2) / 2
    let ticks = chart.y.ticks.map(\.at).filter(\.isFinite)
    if chart.y.lower == nil, let tick = ticks.filter({ isConstant ? $0 < lower : $0 <= lower }).max(),
      lower - tick <= most
    {
      lower = tick
    }
    if chart.y.upper == nil, let tick = ticks.filter({ isConstant ? $0 > upper : $0 >= upper }).min(),
      tick - upper <= most
    {
      upper = tick
    }
    let hasColumns = chart.layers.contains { if case .columns = $0 { true } else { false } }
    return ChartScale(lower: lower, upper: upper, fractionOfConstant: hasColumns ? 0 : 0.5)
  }

  private static func ends(of axis: Chart.Axis, over places: [Double]) -> (lower: Double, upper: Double)? {
    func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
    let places = places.filter(\.isFinite)
    switch (finite(axis.lower), finite(axis.upper), places.min(), places.max()) {
    case (let lower?, let upper?, _, _): return (min(lower, upper), max(lower, upper))
    case (let lower?, nil, _, let greatest?): return (lower, max(lower, greatest))
    case (nil, let upper?, let least?, _): return (min(least, upper), upper)
    case (nil, nil, let least?, let greatest?): return (least, greatest)
    default: return nil
    }
  }

  /// The share of the way from the lower to the upper end: below 0 and above 1 beyond them. Only for finite numbers.
  func fraction(_ number: Double) -> Double {
    // Halves, because the distance of the largest numbers has no place in a Double.
    let span = upper / 2 - lower / 2
    guard span > 0 else { return number == lower ? fractionOfConstant : number < lower ? -1 : 2 }
    let fraction = (number / 2 - lower / 2) / span
    return min(max(fraction, -1e6), 1e6)
  }

  /// Which of `count` equal steps a number falls in; nil if it is not finite or lies beyond the ends.
  func step(_ number: Double, of count: Int) -> Int? {
    guard number.isFinite else { return nil }
    let fraction = fraction(number)
    guard fraction >= -1e-9, fraction <= 1 + 1e-9 else { return nil }
    return Self.step(fraction * Double(count), of: count)
  }

  /// The step at a place between 0 and `count`.
  static func step(_ place: Double, of count: Int) -> Int {
    // What is computed to lie a hair below an edge lies on it.
    min(max(Int((place + 1e-9).rounded(.down)), 0), count - 1)
  }
}

extension Chart.Layer {
  fileprivate var horizontalPlaces: [Double] {
    switch self {
    case .line(_, let points, _): points.filter(\.isFinite).map(\.x)
    case .band(_, let edges, _): edges.filter(\.isFinite).map(\.x)
    case .level: []
    case .vertical(_, let place, _): [place]
    case .mark(_, let point, _): point.isFinite ? [point.x] : []
    case .columns(_, let bars, _, _, _): bars.filter(\.isFinite).flatMap { [$0.from, $0.to] }
    }
  }

  fileprivate var verticalPlaces: [Double] {
    switch self {
    case .line(_, let points, _): points.filter(\.isFinite).map(\.y)
    case .band(_, let edges, _): edges.filter(\.isFinite).flatMap { [$0.lower, $0.upper] }
    case .level(_, let place, _): [place]
    case .vertical: []
    case .mark(_, let point, _): point.isFinite ? [point.y] : []
    case .columns(_, let bars, _, _, _):
      bars.contains(where: \.isFinite) ? bars.filter(\.isFinite).map(\.value) + [0] : []
    }
  }
}

extension Chart.Point {
  var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Chart.Edge {
  var isFinite: Bool { x.isFinite && lower.isFinite && upper.isFinite }
}

extension Chart.Bar {
  var isFinite: Bool { from.isFinite && to.isFinite && value.isFinite }
}
