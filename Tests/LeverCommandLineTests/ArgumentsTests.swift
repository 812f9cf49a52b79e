import Testing

@testable import LeverCommandLine

struct ArgumentsTests {
  private static let actions: [([String], Arguments.Action)] = [
    ([], .standardInput), (["-"], .standardInput), (["a.lever"], .file("a.lever")), (["--", "-c"], .file("-c")),
    (["-c", "print 1"], .commands("print 1")), (["-c", "a", "-c", "b"], .commands("a\nb")),
    (["-c", "--help"], .commands("--help")),
    (["--help", "--version"], .help), (["--version", "a", "b"], .version), (["--manual-page"], .manualPage),
  ]

  @Test(arguments: actions)
  func `what to do`(words: [String], action: Arguments.Action) throws {
    #expect(try Arguments(words).action == action)
  }

  @Test func `options come in any order and both spellings`() throws {
    let arguments = try Arguments([
      "--json", "run.lever", "--width=100", "--market", "mine.market", "--plain", "--seed", "7", "--no-config",
    ])
    #expect(arguments.action == .file("run.lever"))
    #expect(arguments.isJSON && arguments.isPlain && !arguments.readsConfiguration)
    #expect(arguments.width == 100)
    #expect(arguments.market == "mine.market")
    #expect(arguments.seed == 7)
    #expect(!arguments.restores)
    #expect(try Arguments(["--plain", "--restore", "-"]).restores)
  }
}
