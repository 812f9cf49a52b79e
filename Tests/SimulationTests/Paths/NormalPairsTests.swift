import Testing

@testable import Simulation

struct NormalPairsTests {
  /// The first four moments of many numbers, each within four standard errors of the normal distribution's 0, 1, 0 and 3,
  /// and no dependence within a pair or from one draw to the next.
  @Test(arguments: [UInt64(0), 1, 2, .max])
  func `the numbers are normal and independent`(seed: UInt64) {
    let draws = 200
    let pairs = NormalPairs(seed: seed, path: 0)
    var moments = [0.0, 0, 0, 0]
    var (together, neighbours) = (0.0, 0.0)
    var before = [Double](repeating: 0, count: NormalPairs.lanes)
    for _ in 0..<draws {
      pairs.draw()
      for lane in 0..<NormalPairs.lanes {
        let (first, second) = unsafe (pairs.cosines[lane], pairs.sines[lane])
        for number in [first, second] {
          moments[0] += number
          moments[1] += number * number
          moments[2] += number * number * number
          moments[3] += number * number * number * number
        }
        together += first * second
        neighbours += before[lane] * first
        before[lane] = second
      }
    }
    let count = Double(2 * draws * NormalPairs.lanes)
    let means = moments.map { $0 / count }
    let root = count.squareRoot()
    #expect(abs(means[0]) < 4 / root)
    #expect(abs(means[1] - 1) < 4 * 1.414_22 / root)
    #expect(abs(means[2]) < 4 * 3.873 / root)
    #expect(abs(means[3] - 3) < 4 * 9.798 / root)
    #expect(abs(together) / count < 4 / root)
    #expect(abs(neighbours) / count < 4 / root)
  }

  /// Against the functions that are right to the last digits, for the same words.
  @Test func `a pair is a radius and an angle`() {
    let pairs = NormalPairs(seed: 7, path: 0)
    for _ in 0..<20 {
      pairs.draw()
      for lane in 0..<NormalPairs.lanes {
        let (first, second) = unsafe (pairs.cosines[lane], pairs.sines[lane])
        // exp(-r² / 2) is the uniform number: the middle of one of 2^32 equal parts.
        let parts = exponential(-(first * first + second * second) / 2) * 0x1p32 - 0.5
        #expect(abs(parts - nearestWhole(parts)) < 1e-3 && parts > -0.5)
      }
    }
  }
}
