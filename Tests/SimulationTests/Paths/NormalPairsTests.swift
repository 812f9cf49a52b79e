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
        let (first, second) = unsafe (Double(pairs.cosines[lane]), Double(pairs.sines[lane]))
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
        let (first, second) = unsafe (Double(pairs.cosines[lane]), Double(pairs.sines[lane]))
        // Where the kernel keeps the words that it has used.
        let (radius, angle) = unsafe (
          pairs.words[lane + 4 * NormalPairs.lanes], pairs.words[lane + 5 * NormalPairs.lanes]
        )
        let length = first * first + second * second
        let expected = -2 * naturalLogarithm((Double(radius >> 1) + 0.5) * 0x1p-31)
        #expect(abs(length - expected) < 1e-6 * max(expected, 0.1))
        // The angle between the number and the one that the word stands for, by the cosine of their difference.
        let turned = Self.direction(Double(angle) * 0x1p-32)
        #expect(length < 1e-4 || (first * turned.cosine + second * turned.sine) / length.squareRoot() > 1 - 1e-12)
      }
    }
  }

  /// Cosine and sine of a share of a turn, by halving the angle until its first terms are enough.
  private static func direction(_ turns: Double) -> (cosine: Double, sine: Double) {
    let angle = turns * 6.283_185_307_179_586 / 1_024
    var (cosine, sine) = (1 - angle * angle / 2 + angle * angle * angle * angle / 24, angle - angle * angle * angle / 6)
    sine += angle * angle * angle * angle * angle / 120
    for _ in 0..<10 { (cosine, sine) = (cosine * cosine - sine * sine, 2 * sine * cosine) }
    return (cosine, sine)
  }

  /// Both kernels, where this processor can run the wide ones.
  @Test func `wide vectors give the same bits`() {
    guard NormalPairs.usesWideKernels else { return }
    let outcomes = [true, false].map { usesWideKernels in
      PathBlock(
        drift: -0.001, sigma: 0.04, level: -0.5, steps: 365, seed: 3, path: 512, usesWideKernels: usesWideKernels
      ).outcomes(NormalPairs.lanes)
    }
    #expect(outcomes[0] == outcomes[1])
    #expect(outcomes[0].contains { $0.crossingStep > 0 } && outcomes[0].contains { $0.crossingStep == 0 })
  }
}
