/// Where the log returns of a block of paths come from, step by step.
protocol StepReturns: AnyObject {
  /// Puts the next step's change of the price's logarithm of each path, drift included, where `returns` points.
  func fill(_ returns: UnsafeMutablePointer<Double>)
}
