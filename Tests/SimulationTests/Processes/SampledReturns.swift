@testable import Simulation

/// What is known of returns from a sample of them.
struct SampleMoments {
  let mean: Double
  let variance: Double
  /// The fourth central moment ÷ variance²; 3 for the normal distribution.
  let kurtosis: Double
  let numbers: [Double]

  init(_ numbers: [Double]) {
    self.numbers = numbers
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }
    self.mean = mean
    variance = squares.reduce(0, +) / count
    kurtosis = squares.reduce(0) { $0 + $1 * $1 } / count / (variance * variance)
  }

  func share(below limit: Double) -> Double { Double(numbers.count { $0 < limit }) / Double(numbers.count) }
}

extension PriceProcess {
  /// The returns of a block's paths in so many steps: those of all paths of the first step, then of the second.
  func sampled(steps: Int, stepYears: Double, seed: UInt64, path: UInt64 = 0) -> [Double] {
    let source = returns(stepYears: stepYears, seed: seed, path: path)
    let buffer = UnsafeMutablePointer<Double>.allocate(capacity: LaneWords.lanes)
    defer { unsafe buffer.deallocate() }
    return (0..<steps).flatMap { _ in
      unsafe source.fill(buffer)
      return (0..<LaneWords.lanes).map { unsafe buffer[$0] }
    }
  }

  /// The logarithm of the price of so many paths at the end.
  func sampledEnds(paths: Int, steps: Int, stepYears: Double, seed: UInt64) -> [Double] {
    (0..<paths / LaneWords.lanes).flatMap { block in
      let moves = sampled(steps: steps, stepYears: stepYears, seed: seed, path: UInt64(block * LaneWords.lanes))
      return (0..<LaneWords.lanes).map { lane in
        (0..<steps).reduce(0) { $0 + moves[$1 * LaneWords.lanes + lane] }
      }
    }
  }
}

/// A hash of the bits of numbers: it differs when a single bit does.
func fingerprint(_ numbers: [Double]) -> UInt64 {
  numbers.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01B3 }
}
