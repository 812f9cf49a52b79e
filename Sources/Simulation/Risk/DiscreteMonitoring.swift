extension FirstPassage {
  /// The level as it seems to one who looks only every so many years: farther away by 0.5826 standard deviations of a step.
  ///
  /// An approximation, good to some thousandths of probability (Broadie, Glasserman and Kou, A continuity correction for
  /// discrete barrier options, 1997). The constant is -ζ(1/2) ÷ √(2π).
  public func watched(everyYears step: Double) -> FirstPassage {
    let shift = 0.582_597_157_939_010_670_205_2 * volatility * step.squareRoot()
    return FirstPassage(distance: distance + shift, drift: drift, volatility: volatility)
  }
}
