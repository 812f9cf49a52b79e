import Foundation
import Testing

/// Sessions that one process saves and another opens.
struct SavedFileTests {
  @Test func `what one process saves another opens`() throws {
    let run = try LeverProcess.run(
      shell: """
        $LEVER -c 'deposit 10 ETH; branch bold; loop 2 at 50%; undo; save "my plan.lever"' >/dev/null
        cat "my plan.lever"
        $LEVER -c 'open "my plan.lever"' | head -n 2
        $LEVER "my plan.lever" | tail -n 1
        $LEVER -c 'save "my plan.lever"'; echo $?
        $LEVER -c 'save no/plan.lever'; echo $?
        $LEVER -c 'save .'; echo $?
        ls -A
        """)
    #expect(
      run.output == """
        # Lever session, format 1
        # seed 1
        deposit 10 ETH
        branch bold
        loop 2 at 50%
        undo
        Opened my plan.lever: 4 commands.
        You are on the branch bold; there is also main.
        buffer         48.0% → 100.0%
        1
        1
        1
        my plan.lever

        """)
    #expect(
      run.error == """
        error: there is a file my plan.lever already: try `save "my plan.lever" replace`
        error: no/plan.lever cannot be written: there is no such folder
        error: . cannot be written: it is no ordinary file

        """)
  }

  @Test func `a session that began in a market's file opens in it`() throws {
    let classroom = try String(contentsOf: Self.classroom, encoding: .utf8)
    let market = classroom.replacingOccurrences(of: "$2,000", with: "$3,000")
    let run = try LeverProcess.run(
      shell: """
        $LEVER --market './my own.market' -c 'deposit 1 ETH; save plan.lever' >/dev/null
        cat plan.lever
        $LEVER -c 'open plan.lever; save again.lever; print price(ETH)' | tail -n 1
        cmp plan.lever again.lever
        """, files: ["my own.market": Data(market.utf8)])
    #expect(run.error == "")
    #expect(run.output == "# Lever session, format 1\n# seed 1\nmarket \"./my own.market\"\ndeposit 1 ETH\n3000\n")
  }

  private static let classroom = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("markets/classroom.market")
}
