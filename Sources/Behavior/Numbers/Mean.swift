extension [Double] {
  /// The sum in its order ÷ the count; 0 for none.
  var mean: Double { reduce(0, +) / Double(Swift.max(1, count)) }
}
