import Testing

@testable import Interpreter

struct ChanceTests {
  @Test(arguments: [
    (0.0, "< 1 in a million"), (9.9e-7, "< 1 in a million"), (1e-6, "0.00010%"), (5.6e-5, "0.0056%"),
    (0.000_123, "0.012%"), (0.000_96, "0.096%"), (0.001, "0.1%"), (0.044_03, "4.4%"), (0.330_59, "33.1%"),
    (0.9994, "99.9%"), (0.9996, "> 99.9%"), (0.999_999, "> 99.9%"), (1, "100.0%"),
  ])
  func `a chance has digits where they mean something`(chance: Double, text: String) {
    #expect(Display.chance(chance) == text)
  }

  @Test(arguments: [
    (0.041_873_9, "4.19%"), (0.099_949, "9.99%"), (0.099_95, "10.0%"), (0.229_35, "22.9%"), (20, "2,000.0%"),
  ])
  func `a sigma has three digits`(share: Double, text: String) {
    #expect(Display.sigma(share) == text)
  }
}
