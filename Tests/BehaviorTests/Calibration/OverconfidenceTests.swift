import Behavior
import Testing

struct OverconfidenceTests {
  @Test func `intervals of nine in ten that hit half the time`() {
    let belief = Overconfidence(confidence: 0.9, hitShare: 0.5)
    #expect(rounded(belief.volatilityRatio, 2) == 0.41)
    #expect(rounded(belief.trueSigmas(ofBelieved: 3), 2) == 1.23)
    #expect(rounded(belief.kellyOverstatement, 1) == 5.9)
  }

  @Test func `finance chiefs`() {
    #expect(rounded(Overconfidence(confidence: 0.8, hitShare: 0.36).volatilityRatio, 2) == 0.36)
  }

  @Test(arguments: [0.5, 0.8, 0.9, 0.99])
  func `who is calibrated believes the truth`(confidence: Double) {
    #expect(Overconfidence(confidence: confidence, hitShare: confidence).volatilityRatio == 1)
  }
}
