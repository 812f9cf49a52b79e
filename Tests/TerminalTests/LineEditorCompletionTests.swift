import TestSupport
import Testing

@Suite struct LineEditorCompletionTests {
  @Test func aSingleCandidateIsInsertedWithABlank() throws {
    let probe = try Probe()
    try probe.type("dep\t5\r", until: "got [deposit 5]")
    try probe.type("borrow 5 W\t;\r", until: "got [borrow 5 WBTC ;]")
  }

  @Test func whatCandidatesShareIsInserted() throws {
    let probe = try Probe()
    try probe.type("borrow 5 U\t", line: Probe.prompt("borrow 5 USD"))
  }

  @Test func candidatesAreListedWithDescriptions() throws {
    let probe = try Probe()
    try probe.type("\t", until: "earns th")
    try probe.type("d\t", line: Probe.prompt("deposit"))
    #expect(
      probe.terminal.screen.text == """
        \(Probe.empty())
        borrow   Borrow against the collateral
        branch   Keep this point of the session under a name
        deposit  Put tokens in as collateral, which earns the supp…
        \(Probe.prompt("deposit"))
        """)
  }

  @Test func theListComesBelowALineOfSeveralRows() throws {
    let probe = try Probe(columns: 30)
    let words = "one two three four five six seven"
    try probe.type("\(words)\u{1} \u{1}\t", until: "branch")
    try probe.wait(line: "lever>  one two three four fiv")
    #expect(
      probe.terminal.screen.text == """
        lever>  one two three four fiv
        e six seven
        borrow   Borrow against the…
        branch   Keep this point of…
        deposit  Put tokens in as co…
        lever>  one two three four fiv
        e six seven
        """)
  }

  @Test func nothingFits() throws {
    let probe = try Probe()
    try probe.type("x\ty\r", until: "got [xy]")
  }
}
