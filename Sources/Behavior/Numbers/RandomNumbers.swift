import Simulation

/// Random numbers that follow from a seed and the number of a stream, so that they are the same on every machine.
public struct RandomNumbers: Sendable {
  private var mixer: Mixer

  /// Streams of one seed have nothing in common.
  public init(seed: UInt64, stream: UInt64 = 0) {
    mixer = Mixer(state: Mixer.mixed(Mixer.mixed(seed) ^ stream))
  }

  mutating func word() -> UInt64 { mixer.next() }

  /// Above 0 and below 1, each of 2^52 places in the middle of its interval.
  public mutating func uniform() -> Double { (Double(mixer.next() >> 12) + 0.5) * 0x1p-52 }

  /// From the standard normal distribution.
  mutating func normal() -> Double { NormalDistribution.quantile(uniform()) }

  /// A whole number from 0 and below `count`; none is likelier than another by more than count ÷ 2^64 of its chance.
  mutating func index(below count: Int) -> Int { Int(mixer.next().multipliedFullWidth(by: UInt64(count)).high) }
}
