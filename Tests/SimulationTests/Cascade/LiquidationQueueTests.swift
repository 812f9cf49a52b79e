import TestSupport
import Testing

@testable import Simulation

struct LiquidationQueueTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `positions stand from the highest price on, and equals as they came`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (prices, amounts) = (0..<Int.random(in: 0...2_000, using: &generator)).reduce(into: ([Double](), [Double]())) {
      $0.0.append(Double(Int.random(in: 0...300, using: &generator)) / 7)
      $0.1.append(Double($1))
    }
    let queue = LiquidationQueue(prices: prices, amounts: amounts)
    let expected = prices.indices.sorted { (-prices[$0], $0) < (-prices[$1], $1) }
    #expect(queue.prices == expected.map { prices[$0] }, "\(generator)")
    #expect(queue.amounts == expected.map { amounts[$0] }, "\(generator)")
    #expect(queue.total == queue.amounts.reduce(0, +), "\(generator)")
    for price in [0, 3, 17.5, 50] {
      #expect(queue.count(atOrAbove: price) == prices.count { $0 >= price }, "\(generator)")
      let between = zip(prices, amounts).reduce(0) { $1.0 >= price && $1.0 < 20 ? $0 + $1.1 : $0 }
      if price < 20 { #expect(queue.amount(pricedIn: price..<20).isNear(between), "\(generator)") }
    }
  }

  @Test func `a queue without positions has nothing for sale`() {
    let queue = LiquidationQueue(prices: [], amounts: [])
    #expect(queue.count == 0 && queue.total == 0 && queue.count(atOrAbove: 1) == 0)
  }
}
