/// The natural logarithm of x, to within one unit in the last place; minus infinity at 0, not a number below it.
///
/// Only additions, multiplications and divisions of IEEE 754, so that the result has the same bits on every machine:
/// x = 2^k (1 + f) with 1 + f from half the square root of 2 to the square root, and the series of
/// ln(1 + f) = ln(1 + s) - ln(1 - s) in s = f / (2 + f), whose remainder behind ten terms is below 2^-58.
public func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x < .infinity else { return x }
  var halvings = Double(x.exponent)
  var mantissa = x.significand
  if mantissa > 1.414_213_562_373_095 {
    mantissa /= 2
    halvings += 1
  }
  let fraction = mantissa - 1
  let ratio = fraction / (2 + fraction)
  let square = ratio * ratio
  var sum = 2 / 21.0
  sum = sum * square + 2 / 19.0
  sum = sum * square + 2 / 17.0
  sum = sum * square + 2 / 15.0
  sum = sum * square + 2 / 13.0
  sum = sum * square + 2 / 11.0
  sum = sum * square + 2 / 9.0
  sum = sum * square + 2 / 7.0
  sum = sum * square + 2 / 5.0
  sum = sum * square + 2 / 3.0
  sum *= square
  // ln(1 + f) = f - f²/2 + s (f²/2 + sum): the largest part is exact, and what is rounded is small beside it.
  let half = 0.5 * fraction * fraction
  return halvings * Logarithm2.high - ((half - (ratio * (half + sum) + halvings * Logarithm2.low)) - fraction)
}
