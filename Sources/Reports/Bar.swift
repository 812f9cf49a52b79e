/// A horizontal bar of block elements, or of `#`.
enum Bar {
  /// The least width of a column with bars.
  static let leastWidth = 8
  /// The width beyond which a column with bars does not grow.
  static let greatestWidth = 24

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The bar for a fraction of `width` cells, without blanks after it.
  ///
  /// The fraction is rounded to the nearest eighth of a cell, in ASCII to the nearest cell. A fraction above zero is
  /// always visible; not-a-number counts as zero.
  static func text(fraction: Double, width: Int, characters: TextRenderer.Characters) -> String {
    let fraction = Cell.clamped(fraction)
    guard fraction > 0 else { return "" }
    switch characters {
    case .unicode:
      let length = max(1, Int((fraction * Double(width * 8)).rounded()))
      return String(repeating: "█", count: length / 8) + eighths[length % 8]
    case .ascii:
      return String(repeating: "#", count: max(1, Int((fraction * Double(width)).rounded())))
    }
  }
}
