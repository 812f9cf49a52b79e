/// Integrals of smooth functions by the rule of Gauss and Legendre with eight places in each of several equal panels.
enum Quadrature {
  /// The integral from `low` to `high`; the rule is exact for polynomials of degree 15 in a panel.
  static func integral(from low: Double, to high: Double, panels: Int, _ function: (Double) -> Double) -> Double {
    let half = (high - low) / Double(2 * panels)
    var sum = 0.0
    for panel in 0..<panels {
      let middle = low + Double(2 * panel + 1) * half
      for index in 0..<4 {
        let offset = places[index] * half
        sum += weights[index] * (function(middle - offset) + function(middle + offset))
      }
    }
    return sum * half
  }

  private static let places: InlineArray<4, Double> = [
    0.183_434_642_495_649_804_94, 0.525_532_409_916_328_985_82, 0.796_666_477_413_626_739_59,
    0.960_289_856_497_536_231_68,
  ]
  private static let weights: InlineArray<4, Double> = [
    0.362_683_783_378_361_982_97, 0.313_706_645_877_887_287_34, 0.222_381_034_453_374_470_54,
    0.101_228_536_290_376_259_15,
  ]
}
