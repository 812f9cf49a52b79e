/// Returns drawn from a sample by the stationary bootstrap (Politis and Romano, The stationary bootstrap, 1994): after each
/// step the next return of the sample follows, or with a chance of 1 ÷ the mean length of a block a random one. Behind the
/// last return comes the first.
@safe final class ResampledReturns: StepReturns {
  private let returns: [Double]
  private let newBlock: UInt64
  private let words: LaneWords
  private let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * LaneWords.lanes)
  private let places = UnsafeMutablePointer<Int>.allocate(capacity: LaneWords.lanes)
  private var isFirst = true

  /// Drift and standard deviation are those of one step.
  init(drift: Double, sigma: Double, sample: ReturnSample, seed: UInt64, path: UInt64) {
    returns = sample.standardised.map { drift + sigma * $0 }
    newBlock = UInt64((0x1p32 / sample.meanBlock).rounded())
    words = LaneWords(seed: seed, path: path, for: .blocks)
    unsafe buffer.initialize(repeating: 0, count: 2 * LaneWords.lanes)
    unsafe places.initialize(repeating: 0, count: LaneWords.lanes)
  }

  deinit {
    unsafe buffer.deallocate()
    unsafe places.deallocate()
  }

  func fill(_ returns: UnsafeMutablePointer<Double>) {
    let choices = unsafe buffer
    let positions = unsafe buffer + LaneWords.lanes
    unsafe words.fill(choices)
    unsafe words.fill(positions)
    let (limit, count) = (isFirst ? 0x1_0000_0000 : newBlock, self.returns.count)
    isFirst = false
    for lane in 0..<LaneWords.lanes {
      let next = unsafe places[lane] + 1
      let following = next == count ? 0 : next
      // The upper half of a product of a word and the count is a place.
      let random = unsafe Int((UInt64(positions[lane]) &* UInt64(count)) >> 32)
      let place = unsafe UInt64(choices[lane]) < limit ? random : following
      unsafe places[lane] = place
      unsafe returns[lane] = self.returns[place]
    }
  }
}
