import Reports
import TestSupport
import Testing

@testable import Interpreter

struct ReplayTests {
  private static let daily = """
    date,open,high,low,close
    2020-03-08,200,205,195,200
    2020-03-09,200,210,199,208
    2020-03-10,208,209,150,160
    2020-03-11,160,170,100,120
    2020-03-12,120,140,118,130

    """

  /// A session with some files of prices.
  private func session() throws -> Session {
    let files = ScratchFiles()
    try files.write(Self.daily, to: "daily.csv", replacing: false)
    try files.write("close\n100\n110\n50\n", to: "plain.csv", replacing: false)
    try files.write("date;close\n2020-03-02;2\n2020-03-01;x\n", to: "broken.csv", replacing: false)
    return try ClassroomSession.make(files: files)
  }

  private func error(_ line: String, after opening: String = "deposit 10 ETH; loop to 2x") throws -> String {
    var session = try session()
    try #require(session.output(of: opening).succeeded)
    let before = session.world
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(session.world == before)
    return String(output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.joined(separator: "\n"))
  }

  @Test func `a position is held through a file and nothing is changed`() throws {
    var session = try session()
    _ = session.output(of: "deposit 10 ETH; loop to 2x")
    let before = session.world
    let (output, succeeded) = session.output(of: "replay daily.csv")
    #expect(succeeded)
    #expect(session.world == before)
    #expect(
      output.hasPrefix(
        """
        ETH through daily.csv, from 2020-03-08 to 2020-03-12: 4 bars, one every day.
        price                 $2,000.00 → $1,300.00 (-35.0%)    the file's 200.00 counts
                                                                as today's price
        lowest health factor  0.99                              2020-03-11
        liquidated            2 times                           first 2020-03-11 at
                                                                $1,212.28, the file's
                                                                121.23
        """))
  }

  @Test(arguments: [
    (
      "replay",
      "error: a file with prices, or one of the samples crash, bleed, rally, is missing: try `replay crash` or "
        + "`replay prices.csv`"
    ),
    (
      "replay crsh",
      "error: there is no sample `crsh`: there is crash, bleed, rally, and a file has an ending such as .csv; "
        + "did you mean `crash`?"
    ),
    ("replay none.csv", "error: none.csv cannot be read: there is no such file"),
    ("replay broken.csv", "error: broken.csv:3:12: `x` is not a number"),
    (
      "replay plain.csv",
      "error: plain.csv:1:1: the file has no dates, so it has to be said whether its rows are `hourly` or "
        + "`daily`"
    ),
    ("replay daily.csv hourly", "error: daily.csv:3:1: the rows are every day, not every hour"),
    ("replay crash hourly", "error: the sample crash is daily"),
    ("replay daily.csv from", "error: the date is missing: try `replay … from 2020-03-12`"),
    (
      "replay daily.csv from yesterday",
      "error: `yesterday` is no date: write it as 2020-03-12, with 10:00 behind it for an hour, "
        + "or give the number of a bar"
    ),
    ("replay daily.csv from 2020-04-01", "error: daily.csv runs from 2020-03-08 to 2020-03-12"),
    ("replay daily.csv from 2020-03-12", "error: behind 2020-03-12 there is nothing more in daily.csv"),
    ("replay daily.csv from 9", "error: daily.csv runs from 2020-03-08 to 2020-03-12"),
    ("replay plain.csv daily from 2020-03-08", "error: plain.csv has no dates: give the number of a bar, from 1 to 3"),
    ("replay daily.csv for 5 days", "error: behind 2020-03-08 the file goes on for 4 days, which is less"),
    ("replay daily.csv for 0 days", "error: a time is above zero and at most ten years"),
    ("replay daily.csv from 1 from 2", "error: `from` is said twice"),
    ("replay daily.csv latter", "error: `latter` is no word of `replay`; did you mean `ladder`?"),
    ("replay daily.csv of BTC", "error: the market classroom lists ETH, USDC, not `BTC`"),
    (
      "replay daily.csv ladder",
      "error: daily.csv goes on for 4 days behind 2020-03-08, and loops are held for 30 days: try "
        + "`replay daily.csv ladder for 2 days`"
    ),
  ]) func `mistakes`(line: String, expected: String) throws {
    #expect(try error(line).replacing("\n", with: " ") == expected)
  }

  @Test func `there has to be a position`() throws {
    #expect(
      try error("replay crash", after: "price 2000") == "error: there is no position: try `deposit 10 ETH`")
  }

  @Test func `a file with more bars than a run may have`() throws {
    let files = ScratchFiles()
    let rows = String(repeating: "1\n", count: 500_002)
    try files.write("close\n" + rows, to: "long.csv", replacing: false)
    var session = try ClassroomSession.make(files: files)
    let (output, _) = session.output(of: "deposit 10 ETH; replay long.csv hourly")
    #expect(output.contains("500,001 bars would take about 10 seconds, and a run has at most 500,000"))
    #expect(output.contains("try `replay long.csv hourly for 20833 days`"))
  }

  @Test func `somebody wants it to stop`() throws {
    let interrupted = Surroundings(isInterrupted: { true })
    var session = try Session(market: try interrupted.market(named: "classroom"), surroundings: interrupted)
    let (output, succeeded) = session.output(of: "deposit 10 ETH; replay crash")
    #expect(succeeded)
    #expect(output.contains("from 2024-01-01 to 2024-03-04: 63 bars"))
    #expect(output.contains("Stopped there: the file goes on."))
    #expect(session.output(of: "replay crash ladder").output == "error: stopped; nothing was changed\n")
  }

  @Test func `what is found in a file is said`() throws {
    let files = ScratchFiles()
    try files.write(
      "date,close\n2020-01-03,3\n2020-01-01,2\n2020-01-02,2\n2020-01-06,2\n2020-01-06,2.5\n", to: "a.csv",
      replacing: false)
    var session = try ClassroomSession.make(files: files)
    let (output, _) = session.output(of: "deposit 10 ETH; replay a.csv")
    #expect(
      output.contains(
        """
        In the file:
        • 2 rows are older than some above (the first in line 3): sorted by date
        • 1 row has a time that another row further down has too (line 5), with another
          price: the last one counts
        • 2 bars missing in 1 gap, the longest of 2 from 2020-01-04: the price before
          stands
        """))
  }

  @Test func `Tab offers samples, files, words and dates`() throws {
    let session = try session()
    let offered = { (line: String) in
      session.completions(in: line, at: line.unicodeScalars.count).candidates.map(\.text)
    }
    #expect(offered("replay ") == ["crash", "bleed", "rally", "broken.csv", "daily.csv", "plain.csv"])
    #expect(offered("replay d") == ["daily.csv"])
    #expect(offered("replay daily.csv ") == ["ladder", "from", "for", "of", "hourly", "daily"])
    #expect(offered("replay daily.csv from ") == ["2020-03-08", "2020-03-09", "2020-03-10"])
    #expect(offered("replay crash from 2024-01-03 for 3 ").contains("days"))
    #expect(offered("replay crash of ") == ["ETH", "USDC"])
    #expect(offered("replay broken.csv from ").isEmpty)
  }
}
