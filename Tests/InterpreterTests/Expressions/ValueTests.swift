import FixedPoint
import Testing

@testable import Interpreter

struct ValueTests {
  @Test(arguments: [
    (2.0, "2"), (0.5, "0.5"), (0, "0"), (-0.0, "0"), (1.0 / 3, "0.333333333333333"), (2.0 / 3, "0.666666666666667"),
    (-1.5, "-1.5"), (123_456.789, "123456.789"), (1e15, "1000000000000000"), (1e21, "1000000000000000000000"),
    (1.4142135623730951, "1.4142135623731"), (9.999999999999999, "10"), (1e-7, "0.0000001"),
    (123_456_789_012_345.67, "123456789012346"), (1.234_567_890_123_45e-10, "0.000000000123456789012345"),
  ])
  func `a real number has 15 significant digits`(number: Double, expected: String) {
    #expect(Value.real(number).text == expected)
  }

  @Test(arguments: [
    (1e-50, "0.[49 zeros]1"), (-1.5e-50, "-0.[49 zeros]15"), (2.6881171418161356e43, "268811714181614[29 zeros]"),
    (-1.7976931348623157e308, "-179769313486232[294 zeros]"), (0x1p-1074, "0.[323 zeros]494065645841247"),
  ])
  func `a very large or small number has them too, and no exponent`(number: Double, expected: String) {
    let text = Value.real(number).text.replacing(#/0{20,}/#) { "[\($0.output.count) zeros]" }
    #expect(text == expected)
  }

  @Test func `an exact number has at most 18 decimals`() throws {
    #expect(Value.exact(try Rational(2, over: 3)).text == "0.666666666666666667")
    #expect(Value.exact(try Rational(588_234, over: 10)).text == "58823.4")
    #expect(Value.exact(Rational(-3)).text == "-3")
    #expect(Value.infinity.text == "infinity")
    #expect(Value.boolean(false).text == "false")
  }

  @Test(arguments: [
    (Value.exact(1), Value.exact(2), -1 as Int?), (.exact(2), .real(1.5), 1), (.real(2), .exact(2), 0),
    (.infinity, .exact(5), 1), (.real(5), .infinity, -1), (.infinity, .infinity, 0), (.boolean(true), .exact(1), nil),
    (.exact(1), .boolean(true), nil), (.boolean(true), .boolean(true), nil), (.infinity, .boolean(true), nil),
  ])
  func `compares`(left: Value, right: Value, expected: Int?) {
    #expect(left.compared(to: right) == expected)
  }
}
