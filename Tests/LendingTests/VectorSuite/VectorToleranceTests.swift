import Foundation
import Testing

@Suite struct VectorToleranceTests {
  @Test(arguments: [
    (#"{"absolute":"0.5"}"#, "1.5", "1", true), (#"{"absolute":"0.5"}"#, "1.50000000000000000000000001", "1", false),
    (#"{"absolute":"0.5"}"#, "-0.25", "0.25", true), (#"{"relative":"0.1"}"#, "-11", "-10", true),
    (#"{"relative":"0.1"}"#, "-11.000000000000000000001", "-10", false), (#"{"relative":"0.1"}"#, "0", "0", true),
    (#"{"relative":"0.1"}"#, "0.000000000000000000001", "0", false), (#""exact""#, "1.0", "1", true),
    (#""exact""#, "1", "-1", false),
  ])
  func boundsAreExact(tolerance: String, got: String, expected: String, accepted: Bool) throws {
    let tolerance = try VectorTolerance(json: tolerance)
    let got = try #require(ExactDecimal(got))
    #expect(tolerance.accepts(got, expected: try #require(ExactDecimal(expected))) == accepted)
  }

  @Test(arguments: [#""about""#, #"{"absolute":"1e-9"}"#, #"{"relative":"1","absolute":"1"}"#, "{}", "1"])
  func anythingElseIsAProblemWithTheFile(tolerance: String) {
    #expect(throws: (any Error).self) { try VectorTolerance(json: tolerance) }
  }

  @Test(arguments: [
    (0.1, "0.1000000000000000055511151231257827021181583404541015625"), (-2.5, "-2.5"), (3e20, "300000000000000000000"),
    (0, "0"), (0x1p-60, "0.000000000000000000867361737988403547205962240695953369140625"),
  ])
  func aDoubleIsTakenAtItsExactValue(value: Double, text: String) {
    #expect(ExactDecimal(value) == ExactDecimal(text))
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1e5", "+1", "--1", "1.2.3", "infinity", "nan", " 1"])
  func onlyPlainDecimalsAreNumbers(text: String) {
    #expect(ExactDecimal(text) == nil)
  }
}

extension VectorTolerance {
  fileprivate init(json: String) throws {
    self = try JSONDecoder().decode(VectorTolerance.self, from: Data(json.utf8))
  }
}
