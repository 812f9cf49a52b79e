/// Returns of a Student-t distribution, independent of each other: the fewer degrees of freedom, the fatter the tails.
///
/// A uniform number u gives the radius √(ν (u^(-2/ν) - 1)), and its product with the cosine of a random angle has the t
/// distribution with ν degrees of freedom (Bailey, Polar generation of random variates with the t-distribution, 1994). With
/// ν without limit it is Box and Muller's radius √(-2 ln u).
@safe final class StudentReturns: StepReturns {
  private let drift: Double
  private let scale: Double
  private let degrees: Double
  private let words: LaneWords
  private let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * LaneWords.lanes)

  /// Drift and standard deviation are those of one step; `degrees` are above 2, or the t distribution has no variance.
  init(drift: Double, sigma: Double, degrees: Double, seed: UInt64, path: UInt64) {
    self.drift = drift
    self.degrees = degrees
    scale = sigma * (degrees == .infinity ? 1 : ((degrees - 2) / degrees).squareRoot())
    words = LaneWords(seed: seed, path: path, for: .normals)
    unsafe buffer.initialize(repeating: 0, count: 2 * LaneWords.lanes)
  }

  deinit { unsafe buffer.deallocate() }

  func fill(_ returns: UnsafeMutablePointer<Double>) {
    let radii = unsafe buffer
    let angles = unsafe buffer + LaneWords.lanes
    unsafe words.fill(radii)
    unsafe words.fill(angles)
    let (drift, scale, degrees) = (drift, scale, degrees)
    if degrees == .infinity {
      for lane in 0..<LaneWords.lanes { unsafe returns[lane] = BoxMuller.radiusSquared(radii[lane]).squareRoot() }
    } else {
      for lane in 0..<LaneWords.lanes {
        let grown = unsafe laneExponentialLessOne(BoxMuller.radiusSquared(radii[lane]) / degrees)
        unsafe returns[lane] = (degrees * grown).squareRoot()
      }
    }
    for lane in 0..<LaneWords.lanes {
      unsafe returns[lane] = drift + scale * (returns[lane] * BoxMuller.direction(angles[lane]).cosine)
    }
  }
}
