/// A cascade wave by wave, in a pool that is also what the protocol sees.
public struct CascadeRun: Sendable {
  /// The most waves that are run; a cascade that creeps on is cut off there.
  public static let mostWaves = 10_000

  public let queue: LiquidationQueue
  public let rules: CascadeRules
  /// The price below which nobody is liquidated any more; 0 without a circuit breaker.
  public let halt: Double
  public private(set) var front: CascadeFront
  public private(set) var pool: ConstantProduct

  /// A run over the positions behind `front`, in the pool as the shock has left it.
  public init(
    queue: LiquidationQueue, front: CascadeFront = CascadeFront(), pool: ConstantProduct, rules: CascadeRules,
    halt: Double = 0
  ) {
    self.queue = queue
    self.front = front
    self.pool = pool
    self.rules = rules
    self.halt = halt
  }

  /// The next wave; nil when nobody is liquidated, or liquidations have been halted.
  public mutating func next() -> CascadeWave? {
    guard pool.spotPrice > halt else { return nil }
    let wave = front.advance(through: queue, at: pool.spotPrice, selling: pool, rules: rules)
    guard wave.liquidated > 0 else { return nil }
    pool.sell(wave.sold)
    return wave
  }

  /// All waves to the end.
  public mutating func waves() -> [CascadeWave] {
    var waves: [CascadeWave] = []
    while waves.count < Self.mostWaves, let wave = next() { waves.append(wave) }
    return waves
  }
}
