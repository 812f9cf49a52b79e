/// Standard normal numbers for many paths, one a step: both of each pair are used.
@safe final class StepNormals {
  private let pairs: NormalPairs
  private var isSecond = false

  init(seed: UInt64, path: UInt64) {
    pairs = NormalPairs(seed: seed, path: path)
  }

  /// The next number of each path; it holds until the next call.
  func next() -> UnsafePointer<Float> {
    defer { isSecond.toggle() }
    if isSecond { return unsafe pairs.sines }
    pairs.draw()
    return unsafe pairs.cosines
  }
}

/// Returns of geometric Brownian motion: normal, and independent of each other.
@safe final class NormalReturns: StepReturns {
  private let drift: Double
  private let sigma: Double
  private let normals: StepNormals

  /// Drift and standard deviation are those of one step.
  init(drift: Double, sigma: Double, seed: UInt64, path: UInt64) {
    (self.drift, self.sigma) = (drift, sigma)
    normals = StepNormals(seed: seed, path: path)
  }

  func fill(_ returns: UnsafeMutablePointer<Double>) {
    let numbers = unsafe normals.next()
    let (drift, sigma) = (drift, sigma)
    for lane in 0..<LaneWords.lanes { unsafe returns[lane] = drift + sigma * Double(numbers[lane]) }
  }
}
