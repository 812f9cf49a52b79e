import Testing

@testable import Terminal

@Suite struct CompletionListingTests {
  private let verbs: [Completion.Candidate] = [
    .init(text: "borrow", description: "Borrow against the collateral"),
    .init(text: "explain", description: "Show a formula with this position's numbers"),
    .init(text: "quit"),
  ]

  private func text(_ candidates: [Completion.Candidate], columns: Int, rowLimit: Int = 40) -> String {
    TerminalLocale.ensureUTF8()
    return CompletionListing.rows(candidates, columns: columns, rowLimit: rowLimit)
      .map { $0.name + $0.description }.joined(separator: "\n")
  }

  @Test func descriptionsAreAligned() {
    #expect(
      text(verbs, columns: 80) == """
        borrow   Borrow against the collateral
        explain  Show a formula with this position's numbers
        quit
        """)
  }

  @Test func descriptionsAreCut() {
    #expect(
      text(verbs, columns: 30) == """
        borrow   Borrow against the…
        explain  Show a formula with…
        quit
        """)
  }

  @Test func aNarrowTerminalShowsNamesAlone() {
    #expect(text(verbs, columns: 12) == "borrow\nexplain\nquit")
    #expect(text(verbs, columns: 6) == "borr…\nexpl…\nquit")
  }

  @Test func wideNamesAreAligned() {
    let candidates: [Completion.Candidate] = [
      .init(text: "ゼロ", description: "zero"), .init(text: "one", description: "一つ一つ一つ"),
    ]
    #expect(text(candidates, columns: 40) == "ゼロ  zero\none   一つ一つ一つ")
    #expect(text(candidates, columns: 15) == "ゼロ  zero\none   一つ一…")
  }

  @Test func aLongNameDoesNotHideTheDescriptions() {
    let candidates: [Completion.Candidate] = [
      .init(text: "a", description: "first"),
      .init(text: String(repeating: "b", count: 30), description: "second"),
    ]
    #expect(
      text(candidates, columns: 41) == """
        a                 first
        bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb  second
        """)
  }

  @Test func namesWithoutDescriptionsFillColumnsDownwards() {
    let names = ["AAVE", "DAI", "ETH", "LINK", "USDC", "WBTC", "wstETH"].map { Completion.Candidate(text: $0) }
    #expect(
      text(names, columns: 25) == """
        AAVE    LINK    wstETH
        DAI     USDC
        ETH     WBTC
        """)
    #expect(text(names, columns: 7) == "AAVE\nDAI\nETH\nLINK\nUSDC\nWBTC\nwstETH")
  }

  @Test func longListsAreCounted() {
    let many = (1...50).map { Completion.Candidate(text: "c\($0)", description: "d") }
    #expect(text(many, columns: 80, rowLimit: 2) == "c1  d\nc2  d\n… 48 more")
    let names = (1...50).map { Completion.Candidate(text: "n\($0)") }
    #expect(text(names, columns: 11, rowLimit: 2) == "n1   n3\nn2   n4\n… 46 more")
  }

  @Test(arguments: 1...90)
  func noRowWraps(columns: Int) {
    for row in CompletionListing.rows(verbs, columns: columns) {
      #expect((row.name + row.description).displayWidth <= max(1, columns - 1))
    }
  }
}
