import Testing

@testable import Terminal

@Suite struct PromptTests {
  /// What libedit gets, with the escape character as "^[" and the marker of a literal as "|".
  @Test(
    arguments: [
      ([.init("lever> ")], "lever> "),
      ([.init("lever> ", .strong)], "|^[[1m|lever>|^[[0m| "),
      ([.init("lever>", .strong)], "|^[[1m|lever>|^[[0m| "),
      ([.init("lever", .strong), .init("> ")], "|^[[1m|lever|^[[0m|> "),
      ([.init("a", .safe), .init("b", .caution)], "|^[[32m|a|^[[0m^[[33m|b|^[[0m| "),
      ([.init("a", .danger), .init("", .safe), .init("b", .danger)], "|^[[1;31m|ab|^[[0m| "),
      ([.init("2.53x "), .init("HF 1.31", .muted), .init(" ")], "2.53x |^[[2m|HF 1.31|^[[0m| "),
      ([.init(" ", .strong)], " "),
      ([.init("a\nb\u{1}\u{1B}[31m")], "a?b??[31m"),
      ([], ""),
    ] as [([Prompt.Piece], String)])
  func colour(pieces: [Prompt.Piece], expected: String) {
    let rendered = Prompt(pieces).rendered(usesColor: true)
    #expect(rendered.map { $0 == "\u{1B}" ? "^[" : $0 == "\u{1}" ? "|" : String($0) }.joined() == expected)
  }

  @Test(arguments: [
    (Prompt([.init("lever", .strong), .init("> ")]), "lever> "),
    (Prompt([.init("lever>", .strong)]), "lever> "),
  ])
  func withoutColour(prompt: Prompt, expected: String) {
    #expect(prompt.rendered(usesColor: false) == expected)
    #expect(prompt.text == expected)
  }

  @Test func columnsCountWideCharactersTwice() {
    TerminalLocale.ensureUTF8()
    #expect(Prompt([.init("レバ λ> ", .safe)]).columns == 8)
  }
}
