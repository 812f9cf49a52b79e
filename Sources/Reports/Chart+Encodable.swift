/// All places, names and labels, so that a program or a screen reader gets what is drawn. Numbers that are not finite
/// are null, and styles are left out.
extension Chart: Encodable {
  private enum CodingKeys: String, CodingKey {
    case x, y, layers, summary
  }

  /// Writes the axes, the layers and the summary.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(x, forKey: .x)
    try container.encode(y, forKey: .y)
    try container.encode(layers, forKey: .layers)
    try container.encodeIfPresent(summary, forKey: .summary)
  }
}

extension Chart.Axis: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title, from, to, ticks
  }

  /// Writes the title, the bounds where there are some, and the ticks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(lower?.ifFinite, forKey: .from)
    try container.encodeIfPresent(upper?.ifFinite, forKey: .to)
    try container.encode(ticks.filter(\.at.isFinite), forKey: .ticks)
  }
}

extension Chart.Layer: Encodable {
  private enum CodingKeys: String, CodingKey {
    case line, band, level, vertical, mark, columns
  }

  private enum Keys: String, CodingKey {
    case name, points, edges, at, x, y, bars, partName
  }

  /// Writes an object with one member, named by the kind of layer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .line(let name, let points, _):
      var line = container.nestedContainer(keyedBy: Keys.self, forKey: .line)
      try line.encode(name, forKey: .name)
      try line.encode(points, forKey: .points)
    case .band(let name, let edges, _):
      var band = container.nestedContainer(keyedBy: Keys.self, forKey: .band)
      try band.encode(name, forKey: .name)
      try band.encode(edges, forKey: .edges)
    case .level(let name, let place, _):
      var level = container.nestedContainer(keyedBy: Keys.self, forKey: .level)
      try level.encode(name, forKey: .name)
      try level.encode(place.ifFinite, forKey: .y)
    case .vertical(let name, let place, _):
      var vertical = container.nestedContainer(keyedBy: Keys.self, forKey: .vertical)
      try vertical.encode(name, forKey: .name)
      try vertical.encode(place.ifFinite, forKey: .x)
    case .mark(let name, let point, _):
      var mark = container.nestedContainer(keyedBy: Keys.self, forKey: .mark)
      try mark.encode(name, forKey: .name)
      try mark.encode(point, forKey: .at)
    case .columns(let name, let bars, _, let partName, _):
      var columns = container.nestedContainer(keyedBy: Keys.self, forKey: .columns)
      try columns.encode(name, forKey: .name)
      if !partName.isEmpty { try columns.encode(partName, forKey: .partName) }
      try columns.encode(bars, forKey: .bars)
    }
  }
}

extension Chart.Point: Encodable {
  private enum CodingKeys: String, CodingKey {
    case x, y
  }

  /// Writes both places.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(x.ifFinite, forKey: .x)
    try container.encode(y.ifFinite, forKey: .y)
  }
}

extension Chart.Edge: Encodable {
  private enum CodingKeys: String, CodingKey {
    case x, lower, upper
  }

  /// Writes the place and both ends.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(x.ifFinite, forKey: .x)
    try container.encode(lower.ifFinite, forKey: .lower)
    try container.encode(upper.ifFinite, forKey: .upper)
  }
}

extension Chart.Bar: Encodable {
  private enum CodingKeys: String, CodingKey {
    case from, to, value, part
  }

  /// Writes the column, and its part where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(from.ifFinite, forKey: .from)
    try container.encode(to.ifFinite, forKey: .to)
    try container.encode(value.ifFinite, forKey: .value)
    if part != 0 { try container.encode(part.ifFinite, forKey: .part) }
  }
}

extension Double {
  /// The number, or nil where JSON has none for it.
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
