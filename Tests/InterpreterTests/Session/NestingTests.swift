import Testing

@testable import Interpreter

struct NestingTests {
  @Test(arguments: [
    "what-if what-if price", "what if what if price", "wh wh price", "wha if what-i price", "WHAT-IF wh if price",
  ])
  func `what-if does not nest in any spelling`(line: String) throws {
    var session = try ClassroomSession.make(acceptsPrefixes: true)
    #expect(session.output(of: line).output.hasPrefix("error: `what if` does not nest\n"))
  }

  @Test(arguments: ["what-if price -5%", "what if price -5%", "wh if price -5%", "wh pric -5%", "what-if if price -5%"])
  func `if may follow any spelling`(line: String) throws {
    var session = try ClassroomSession.make(acceptsPrefixes: true)
    #expect(session.output(of: line).succeeded)
  }

  @Test func `a long row of them is refused at once`() throws {
    var session = try ClassroomSession.make(acceptsPrefixes: true)
    #expect(!session.output(of: String(repeating: "wh ", count: 100_000) + "print 1").succeeded)
  }

  @Test func `an unknown command is named where it stands`() throws {
    var session = try ClassroomSession.make()
    #expect(
      session.output(of: "what if prise -5%").output == """
        error: unknown command `prise`; did you mean `price`, `print` or `ride`?
          what if prise -5%
                  ^^^^^

        """)
  }
}
