/// Draws straight pieces in dots, with a stroke that goes on from piece to piece.
struct ChartPen {
  typealias Place = (x: Double, y: Double)

  /// Which dots are set, counted along the line.
  let stroke: [Bool]
  private var count = 0
  private var last: (x: Int, y: Int)?

  init(stroke: [Bool]) {
    self.stroke = stroke
  }

  /// Ends the line, so that the next piece begins with a dot.
  mutating func lift() {
    count = 0
    last = nil
  }

  /// Draws a piece by Bresenham's method.
  mutating func draw(from start: (x: Int, y: Int), to end: (x: Int, y: Int), dot: (Int, Int) -> Void) {
    let (width, height) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (right, up) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y) = start
    var error = width + height
    while true {
      if last?.x != x || last?.y != y {
        if stroke[count % stroke.count] { dot(x, y) }
        count += 1
        last = (x, y)
      }
      if x == end.x, y == end.y { return }
      let doubled = 2 * error
      if doubled >= height {
        error += height
        x += right
      }
      if doubled <= width {
        error += width
        y += up
      }
    }
  }

  /// The part of a piece within a rectangle from (0, 0), by Liang and Barsky's method; nil if there is none.
  static func clipped(_ from: Place, _ to: Place, width: Double, height: Double) -> (from: Place, to: Place)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (first, last) = (0.0, 1.0)
    let slack = 1e-9
    for (change, room) in [
      (-dx, from.x + slack), (dx, width + slack - from.x), (-dy, from.y + slack), (dy, height + slack - from.y),
    ] {
      if change == 0 {
        guard room >= 0 else { return nil }
      } else if change < 0 {
        first = max(first, room / change)
      } else {
        last = min(last, room / change)
      }
    }
    guard first <= last else { return nil }
    return ((from.x + first * dx, from.y + first * dy), (from.x + last * dx, from.y + last * dy))
  }
}
