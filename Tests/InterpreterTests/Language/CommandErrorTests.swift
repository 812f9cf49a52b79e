import Testing

@testable import Interpreter

struct CommandErrorTests {
  private static let megabyte = String(repeating: "a", count: 1_000_000)

  /// In each line `@` stands for a megabyte.
  @Test(arguments: [
    "@", "deposit @", "deposit 5 @", "deposit 5@", "print @", "print @(ETH)", "help @", "explain @", "glossary @",
    "market @",
    "market ./@", "switch @", "let @ = 5", "ladder @", "keepers @", "what-if @", "price -@", "swap 5 ETH to @",
    "deposit 5,@",
  ])
  func `a word of a megabyte is not repeated`(line: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line.replacing("@", with: Self.megabyte))
    #expect(!succeeded)
    let length = output.unicodeScalars.count
    #expect(length < 800)
  }

  @Test(arguments: [
    ("check 5", " ", "+ 5"), ("explain ", "a ` b ", ""), ("explain ", "a b ", ""), ("deposit 5", ",1", ""),
  ])
  func `a phrase of a megabyte is not repeated`(start: String, repeated: String, end: String) throws {
    var session = try ClassroomSession.make()
    let output = session.output(of: start + String(repeating: repeated, count: 200_000) + end).output
    let length = output.unicodeScalars.count
    #expect(output.hasPrefix("error: "))
    #expect(length < 800)
  }

  @Test func `a short sentence stays as it is`() {
    let message = String(repeating: "word `quoted phrase` ", count: 20)
    #expect(CommandError(.refused, message).message == message)
  }
}
