/// The error function and what remains of it, by the rational approximations of W. J. Cody (Rational Chebyshev
/// approximations for the error function, Mathematics of Computation 23, 1969), whose relative error is below 2^-53.
enum ErrorFunction {
  /// erf(x) for |x| up to `nearRange`.
  static func near(_ x: Double) -> Double {
    let square = x * x
    var (top, bottom) = (1.857_777_061_846_031_53e-1 * square, square)
    for index in 0..<3 {
      top = (top + nearTop[index]) * square
      bottom = (bottom + nearBottom[index]) * square
    }
    return x * (top + nearTop[3]) / (bottom + nearBottom[3])
  }

  static let nearRange = 0.468_75

  /// exp(x²) (1 - erf(x)) for x from 0 on: neither factor overflows or vanishes in it.
  static func scaledComplement(_ x: Double) -> Double {
    if x <= nearRange { return exponential(x * x) * (1 - near(x)) }
    if x <= 4 {
      var (top, bottom) = (2.153_115_354_744_038_46e-8 * x, x)
      for index in 0..<7 {
        top = (top + middleTop[index]) * x
        bottom = (bottom + middleBottom[index]) * x
      }
      return (top + middleTop[7]) / (bottom + middleBottom[7])
    }
    let inverse = 1 / (x * x)
    var (top, bottom) = (1.631_538_713_730_209_78e-2 * inverse, inverse)
    for index in 0..<4 {
      top = (top + farTop[index]) * inverse
      bottom = (bottom + farBottom[index]) * inverse
    }
    let correction = inverse * (top + farTop[4]) / (bottom + farBottom[4])
    return (0.564_189_583_547_756_287 - correction) / x
  }

  private static let nearTop: InlineArray<4, Double> = [
    3.161_123_743_870_565_60, 1.138_641_541_510_501_56e2, 3.774_852_376_853_020_21e2, 3.209_377_589_138_469_47e3,
  ]
  private static let nearBottom: InlineArray<4, Double> = [
    2.360_129_095_234_412_09e1, 2.440_246_379_344_441_73e2, 1.282_616_526_077_372_28e3, 2.844_236_833_439_170_62e3,
  ]
  private static let middleTop: InlineArray<8, Double> = [
    5.641_884_969_886_700_89e-1, 8.883_149_794_388_375_94, 6.611_919_063_714_162_95e1, 2.986_351_381_974_001_31e2,
    8.819_522_212_417_690_90e2, 1.712_047_612_634_070_58e3, 2.051_078_377_826_071_47e3, 1.230_339_354_797_997_25e3,
  ]
  private static let middleBottom: InlineArray<8, Double> = [
    1.574_492_611_070_983_47e1, 1.176_939_508_913_124_99e2, 5.371_811_018_620_098_58e2, 1.621_389_574_566_690_19e3,
    3.290_799_235_733_459_63e3, 4.362_619_090_143_247_16e3, 3.439_367_674_143_721_64e3, 1.230_339_354_803_749_42e3,
  ]
  private static let farTop: InlineArray<5, Double> = [
    3.053_266_349_612_323_44e-1, 3.603_448_999_498_044_39e-1, 1.257_817_261_112_292_46e-1,
    1.608_378_514_874_227_66e-2, 6.587_491_615_298_378_03e-4,
  ]
  private static let farBottom: InlineArray<5, Double> = [
    2.568_520_192_289_822_42, 1.872_952_849_923_467_25, 5.279_051_029_514_284_12e-1, 6.051_834_131_244_131_91e-2,
    2.335_204_976_268_691_85e-3,
  ]
}
