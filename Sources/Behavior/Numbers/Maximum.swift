/// Where a function of one number is largest, and its value there.
struct Maximum {
  let place: Double
  let value: Double

  /// Looks at `steps` equal steps from `low` to `high` and then, between the neighbours of the best, narrows by the golden
  /// section. The value is right to the last digits; the place to about 1e-8 of its size, because a maximum is flat.
  init(of function: (Double) -> Double, from low: Double, to high: Double, steps: Int = 64) {
    let width = (high - low) / Double(steps)
    var best = (place: low, value: function(low))
    for step in 1...steps {
      let place = step == steps ? high : low + Double(step) * width
      let value = function(place)
      if value > best.value { best = (place, value) }
    }
    var (left, right) = (max(low, best.place - width), min(high, best.place + width))
    var inner = [right - Self.section * (right - left), left + Self.section * (right - left)]
    var values = inner.map(function)
    while right - left > 1e-9 * max(1, best.place) {
      if values[0] >= values[1] {
        right = inner[1]
        inner = [right - Self.section * (right - left), inner[0]]
        values = [function(inner[0]), values[0]]
      } else {
        left = inner[0]
        inner = [inner[1], left + Self.section * (right - left)]
        values = [values[1], function(inner[1])]
      }
    }
    // An end of the range is found by the steps and never by what lies within.
    let isWithin = max(values[0], values[1]) > best.value
    place = isWithin ? (values[0] >= values[1] ? inner[0] : inner[1]) : best.place
    value = isWithin ? max(values[0], values[1]) : best.value
  }

  /// (√5 - 1) ÷ 2.
  private static let section = 0.618_033_988_749_894_85
}
