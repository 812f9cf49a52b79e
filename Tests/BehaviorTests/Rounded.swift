/// A number to so many decimals, as a table prints it; halves away from 0.
func rounded(_ number: Double, _ decimals: Int) -> Double {
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  return (number * scale).rounded() / scale
}
