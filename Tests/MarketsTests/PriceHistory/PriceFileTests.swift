import Markets
import TestSupport
import Testing

/// What is read from files of the shapes in which exchanges and data sites write them.
struct PriceFileTests {
  private func history(_ text: String, interval: Int? = nil) throws -> PriceHistory {
    try PriceFile.parse(text, file: "eth.csv", interval: interval)
  }

  @Test func `a daily file with every column`() throws {
    let history = try history(
      """
      date,open,high,low,close
      2020-03-11,200.77,202.98,183.24,194.87
      2020-03-12,194.87,195.15,86,112.35
      """)
    #expect(history.start == Moment("2020-03-11"))
    #expect(history.interval == BarInterval.day)
    #expect(history.closes == [194.87, 112.35])
    #expect(history.opens == [200.77, 194.87])
    #expect(history.highs == [202.98, 195.15])
    #expect(history.lows == [183.24, 86])
    #expect(history.gaps.isEmpty)
    #expect(history.findings.isEmpty)
    #expect((0..<2).map(history.name) == ["2020-03-11", "2020-03-12"])
  }

  @Test(arguments: [
    "Close,DATE\n1.5,2020-01-01\n2,2020-01-02\n",
    "date;price\r\n2020-01-01;1.5\r\n2020-01-02;2\r\n",
    "\u{FEFF}timestamp\tclose\n2020-01-01T00:00:00Z\t1.5\n2020-01-02T00:00:00Z\t2",
    "\"Date\",\"Vol.\",\"Price\"\n\"2020-01-01\",\"1,234\",\"1.50\"\n\"2020-01-02\",\"a \"\"b\"\"\",\"$2\"\n",
    "# made by hand\n\n  time , close \n 1577836800 , 1.5 \n\n1577923200,2\n   \n",
    "Date,Time,Close\n2020-01-01,00:00,1.5\n2020-01-02,00:00,2\n",
    "date,unix,close,adj close\n2020-01-01,1,1.5e0,9,\n2020-01-02,1,20e-1,9,,\n",
  ]) func `the same prices in other shapes`(text: String) throws {
    let history = try history(text)
    #expect(history.closes == [1.5, 2])
    #expect(history.start == Moment("2020-01-01"))
    #expect(history.interval == BarInterval.day)
    #expect(history.lows == nil)
    #expect(history.findings.isEmpty)
  }

  @Test func `a file without dates has to say its interval`() throws {
    let history = try history("close\n733\n733.82\n", interval: BarInterval.hour)
    #expect(history.start == nil)
    #expect(history.interval == BarInterval.hour)
    #expect(history.name(of: 1) == "bar 2")
    #expect(history.bar(at: Moment(seconds: 0)) == nil)
  }

  @Test(arguments: [
    ("1234.5", 1234.5), ("1,234.5", 1234.5), ("$1,234,567.25", 1_234_567.25), ("0.000000123", 0.000000123),
    ("1.23e-07", 0.000000123), ("1E5", 100_000), ("+3.", 3), (".5", 0.5), ("194.86853027343750", 194.8685302734375),
    ("0.1000000000000000055511151231257827", 0.1), ("123456789012.123456789", 123_456_789_012.123456789),
    ("9007199254740993e-15", 9.007199254740993),
  ]) func `numbers are the nearest floating-point ones`(text: String, value: Double) throws {
    let history = try history("close\n\"\(text)\"\n1\n", interval: 3_600)
    #expect(history.closes == [value, 1])
  }

  @Test(arguments: [
    (["2020-01-01 00:00", "2020-01-01 04:00", "2020-01-01 08:00"], 4 * 3_600),
    (["2020-01-01 00:15", "2020-01-01 00:30", "2020-01-01 00:45"], 900),
    (["2020-01-01", "2020-01-08", "2020-01-15"], 7 * 86_400),
  ]) func `other regular intervals`(dates: [String], interval: Int) throws {
    let history = try history("date,close\n" + dates.map { "\($0),5\n" }.joined())
    #expect(history.interval == interval)
    #expect(history.bar(at: try #require(Moment(dates[1]))) == 1)
  }

  // MARK: - What is found and dealt with

  private func findings(_ rows: [String], columns: String = "date,close") throws -> (PriceHistory, [String]) {
    let history = try history(([columns] + rows).joined(separator: "\n"))
    return (history, history.findings.map(\.sentence))
  }

  @Test func `newest first is turned round`() throws {
    let (history, found) = try findings(["2020-01-03,3", "2020-01-02,2", "2020-01-01,1"])
    #expect(history.closes == [1, 2, 3])
    #expect(found == ["the rows run from the newest to the oldest: they are turned round"])
  }

  @Test func `disorder is sorted`() throws {
    let (history, found) = try findings(["2020-01-01,1", "2020-01-03,3", "2020-01-02,2", "2020-01-04,4"])
    #expect(history.closes == [1, 2, 3, 4])
    #expect(found == ["1 row is older than one above (line 4): sorted by date"])
  }

  @Test func `of rows with one time the last counts`() throws {
    let (history, found) = try findings([
      "2020-01-01,1", "2020-01-02,2", "2020-01-02,2", "2020-01-03,3", "2020-01-03,4",
    ])
    #expect(history.closes == [1, 2, 4])
    #expect(
      found == [
        "2 rows have times that another row further down has too (the first in line 3), 1 of them with another price: "
          + "the last one counts"
      ])
  }

  @Test func `a gap is filled with the price before it`() throws {
    let (history, found) = try findings(
      ["2020-01-01,1,9,1,2", "2020-01-02,2,2,2,2", "2020-01-03,2,4,1,3", "2020-01-07,7,7,7,7", "2020-01-09,8,8,8,8"],
      columns: "date,open,high,low,close")
    #expect(history.closes == [2, 2, 3, 3, 3, 3, 7, 7, 8])
    #expect(history.lows == [1, 2, 1, 3, 3, 3, 7, 7, 8])
    #expect(history.highs == [9, 2, 4, 3, 3, 3, 7, 7, 8])
    #expect(history.gaps == [3..<6, 7..<8])
    #expect(found == ["4 bars missing in 2 gaps, the longest of 3 from 2020-01-04: the price before stands"])
    #expect(history.moment(of: 8) == Moment("2020-01-09"))
  }

  @Test func `rows beside the beat are moved or left out`() throws {
    let days = (1...20).map { "2020-01-\($0 < 10 ? "0" : "")\($0) 00:00,\($0)" }
    let (history, found) = try findings(days + ["2020-01-21 00:02,21", "2020-01-22 11:00,22"])
    #expect(history.closes == (1...21).map(Double.init))
    #expect(
      found == [
        "1 row lies beside the beat of the others (line 22): moved to it",
        "1 row lies between the beats of the others (line 23): left out",
      ])
  }

  @Test func `empty cells and prices outside of high and low`() throws {
    let (history, found) = try findings(
      ["2020-01-01,5,4,5", "2020-01-02,6,,6", "2020-01-03,6,7,7", "2020-01-04,8,8,8"],
      columns: "date,high,low,close")
    #expect(history.closes == [5, 5, 7, 8])
    #expect(history.highs == [5, 5, 7, 8])
    #expect(history.lows == [4, 5, 7, 8])
    #expect(
      found == [
        "1 row has no price (line 3): left out",
        "1 bar missing in 1 gap, the longest of 1 from 2020-01-02: the price before stands",
        "1 row has a price outside of high and low (line 4): the range is widened",
      ])
  }
}
