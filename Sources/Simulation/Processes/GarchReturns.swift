/// Normal returns whose variance follows GARCH(1,1).
@safe final class GarchReturns: StepReturns {
  private let drift: Double
  private let compensation: Double
  private let garch: Garch
  private let normals: StepNormals
  private let variances = UnsafeMutablePointer<Double>.allocate(capacity: LaneWords.lanes)

  /// `drift` and `startVariance` are those of one step. `keepsMean` takes half of each step's variance off, so that the
  /// drift is the growth of the mean price.
  init(drift: Double, keepsMean: Bool, garch: Garch, startVariance: Double, seed: UInt64, path: UInt64) {
    (self.drift, self.garch) = (drift, garch)
    compensation = keepsMean ? 0.5 : 0
    normals = StepNormals(seed: seed, path: path)
    unsafe variances.initialize(repeating: startVariance, count: LaneWords.lanes)
  }

  deinit { unsafe variances.deallocate() }

  func fill(_ returns: UnsafeMutablePointer<Double>) {
    let numbers = unsafe normals.next()
    let variances = unsafe variances
    let (drift, compensation) = (drift, compensation)
    let (omega, alpha, beta) = (garch.omega, garch.alpha, garch.beta)
    for lane in 0..<LaneWords.lanes {
      let variance = unsafe variances[lane]
      let surprise = unsafe variance.squareRoot() * Double(numbers[lane])
      unsafe returns[lane] = (drift - compensation * variance) + surprise
      unsafe variances[lane] = omega + alpha * (surprise * surprise) + beta * variance
    }
  }
}
