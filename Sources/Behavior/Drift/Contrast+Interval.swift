extension Contrast {
  /// Between which values the difference lies with 95% confidence; nil when a group has fewer than two numbers.
  ///
  /// A studentised bootstrap: each group is drawn again with replacement 1,999 times, and the difference of each
  /// drawing's means to the observed one is divided by the drawing's own standard error (Efron and Tibshirani, An
  /// Introduction to the Bootstrap, 1993, chapter 12). With normal numbers and groups of 4 to 20 it misses the truth in 2%
  /// to 3% of cases on either side. Skewed numbers in groups of unequal size (5 and 12) can make that 8% on one side.
  ///
  /// A drawing's standard error counts as at least a quarter of the observed one, so that drawings of equal numbers, which
  /// are common when people choose round ones, give no infinite ends; with normal numbers in groups of 5 and more this
  /// changes next to nothing. When all numbers of each group are equal, both ends are the value.
  public var interval: ClosedRange<Double>? {
    guard smallestCount >= 2 else { return nil }
    guard let ratios = BootstrapRatios(of: self) else { return value...value }
    let sorted = ratios.prefix(Self.drawings).sorted()
    let (low, high) = (sorted[Self.beyond], sorted[Self.drawings - 1 - Self.beyond])
    return (value - high * ratios.error)...(value - low * ratios.error)
  }

  /// Whether the interval lies above a number that is not below 0; with fewer drawings where the answer is no.
  func isSurelyAbove(_ limit: Double) -> Bool {
    guard smallestCount >= 2, value > limit else { return false }
    guard let ratios = BootstrapRatios(of: self) else { return true }
    // The lower end is not above the limit once so many ratios are large that the interval's is one of them.
    let observed = (value - limit) / ratios.error
    var large = 0
    for ratio in ratios.prefix(Self.drawings) where ratio >= observed {
      large += 1
      if large > Self.beyond { return false }
    }
    return true
  }

  private static let drawings = 1_999
  /// How many drawings lie beyond either end: with the end itself, 2.5% of 2,000.
  private static let beyond = 49
}
