import Testing

@testable import Interpreter

/// What holds for every command's manual; its examples are run by `ExampleTests` of the notebook.
struct ManualTests {
  @Test(arguments: CommandTable.manuals)
  func `a manual is complete`(manual: Manual) {
    #expect(!manual.examples.isEmpty)
    #expect(Set(manual.examples.map(\.shows)).count == manual.examples.count, "each example shows something else")
    #expect((1...26).contains(manual.summary.count), "`help` has 26 columns for: \(manual.summary)")
    #expect(!manual.summary.hasSuffix("."))
    for form in manual.synopsis {
      let isOwn = ([manual.name] + manual.aliases).contains { form == $0 || form.hasPrefix($0 + " ") }
      #expect(isOwn, "\(form)")
    }
    #expect(manual.synopsis.first?.hasPrefix(manual.name) == true)
  }

  @Test func `names and aliases are each of one command only`() {
    let words = CommandTable.manuals.flatMap { [$0.name] + $0.aliases }
    #expect(Set(words).count == words.count)
  }
}
