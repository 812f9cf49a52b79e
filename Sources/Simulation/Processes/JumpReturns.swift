/// Returns with jumps: those that fall into a step are added to its normal return.
@safe final class JumpReturns: StepReturns {
  private let drift: Double
  private let sigma: Double
  private let jumps: Jumps
  private let normals: StepNormals
  private let sizes: StepNormals
  private let counts: LaneWords
  private let limits: [UInt32]
  private let words = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * LaneWords.lanes)

  /// Drift and standard deviation between jumps are those of one step, and so is `expected`, the mean number of jumps.
  init(drift: Double, sigma: Double, jumps: Jumps, expected: Double, seed: UInt64, path: UInt64) {
    (self.drift, self.sigma, self.jumps) = (drift, sigma, jumps)
    normals = StepNormals(seed: seed, path: path)
    sizes = StepNormals(seed: LaneWords.seed(seed, for: .jumpSizes), path: path)
    counts = LaneWords(seed: seed, path: path, for: .jumpCounts)
    limits = expected > 0 ? Poisson.limits(mean: expected) : []
    unsafe words.initialize(repeating: 0, count: 2 * LaneWords.lanes)
  }

  deinit { unsafe words.deallocate() }

  func fill(_ returns: UnsafeMutablePointer<Double>) {
    let diffusion = unsafe normals.next()
    let (drift, sigma, mean, deviation) = (drift, sigma, jumps.mean, jumps.deviation)
    let size = unsafe sizes.next()
    let word = unsafe words
    let count = unsafe words + LaneWords.lanes
    unsafe counts.fill(word)
    for lane in 0..<LaneWords.lanes { unsafe count[lane] = 0 }
    for limit in limits {
      for lane in 0..<LaneWords.lanes { unsafe count[lane] &+= word[lane] >= limit ? 1 : 0 }
    }
    for lane in 0..<LaneWords.lanes {
      // A double whose fraction is the count, without a conversion that has no vector form.
      let number = unsafe Double(bitPattern: 0x4330_0000_0000_0000 | UInt64(count[lane])) - 0x1p52
      let jump = unsafe number * mean + number.squareRoot() * (deviation * Double(size[lane]))
      unsafe returns[lane] = (drift + sigma * Double(diffusion[lane])) + jump
    }
  }
}
