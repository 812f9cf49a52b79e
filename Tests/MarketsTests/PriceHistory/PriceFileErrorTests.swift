import Markets
import TestSupport
import Testing

/// One mistake per rule; the whole message is compared.
struct PriceFileErrorTests {
  private func message(of bytes: [UInt8], interval: Int? = nil) -> String {
    do {
      _ = try PriceFile.parse(bytes: bytes, file: "eth.csv", interval: interval)
      return "accepted"
    } catch {
      return error.description
    }
  }

  private func message(of text: String, interval: Int? = nil) -> String {
    message(of: Array(text.utf8), interval: interval)
  }

  @Test(arguments: [
    ("", "eth.csv:1:1: the file is empty: a header such as `date,close` and rows of prices are needed"),
    ("\n\n# nothing\n", "eth.csv:1:1: the file is empty: a header such as `date,close` and rows of prices are needed"),
    ("date,close\n", "eth.csv:1:1: there is no price below the header"),
    ("date,close\n\n", "eth.csv:2:1: there is no price below the header"),
    ("date,close\n2020-01-01,1\n", "eth.csv:2:1: a history needs two prices at least, and the file has fewer"),
    (
      "date,close\n2020-01-01,1\n2020-01-01,1\n", "eth.csv:2:1: all rows have the same date"
    ),
    (
      "733\n734\n",
      "eth.csv:1:1: the first line has to name the columns, such as `date,close`, and here it is `733`"
    ),
    (
      "2020-01-01,1\n2020-01-02,2\n",
      "eth.csv:1:1: the first line has to name the columns, such as `date,close`, and here it is `2020-01-01,1`"
    ),
    (
      "date,clsoe\n2020-01-01,1\n",
      "eth.csv:1:6: a column `close` or `price` is needed, and the header is `date,clsoe`; did you mean `close`?"
    ),
    (
      "date,volume\n2020-01-01,1\n",
      "eth.csv:1:1: a column `close` or `price` is needed, and the header is `date,volume`"
    ),
    ("date,close,Close\n2020-01-01,1,1\n", "eth.csv:1:12: the column `close` is there twice"),
    ("date,\"close\n2020-01-01,1\n", "eth.csv:1:6: the quote is not closed in this line"),
    ("date,\"close\"x\n2020-01-01,1\n", "eth.csv:1:13: a separator has to follow the closing quote"),
  ]) func `files without a usable header or rows`(text: String, expected: String) {
    #expect(message(of: text) == expected)
  }

  @Test(arguments: [
    ("2020-01-02,abc", "3:12: `abc` is not a number"),
    ("2020-01-02,null", "3:12: `null` is not a number"),
    ("2020-01-02,1.2.3", "3:12: `1.2.3` is not a number"),
    ("2020-01-02,0x10", "3:12: `0x10` is not a number"),
    ("2020-01-02,nan", "3:12: `nan` is not a number"),
    ("2020-01-02,0", "3:12: `0` is not a price: it has to be above 0"),
    ("2020-01-02,-5", "3:12: `-5` is negative, and a price is above 0"),
    ("2020-01-02,1e13", "3:12: `1e13` is not a price between 10^-12 and 10^12"),
    ("2020-01-02,1e400", "3:12: `1e400` is not a price between 10^-12 and 10^12"),
    ("2020-01-02,\"12,5\"", "3:13: `12,5` may mean two numbers: write decimals with a point, and no commas"),
    ("2020-01-02,\"0,123\"", "3:13: `0,123` may mean two numbers: write decimals with a point, and no commas"),
    ("2020-01-02", "3:1: the line has 1 cell, and the header names 2"),
    ("2020-01-02,1,234", "3:1: the line has 3 cells, and the header names 2"),
    ("02.01.2020,1", "3:1: `02.01.2020` is no date: write `2020-03-12`, `2020-03-12 10:00` or Unix seconds"),
    (",1", "3:1: the date is missing: write `2020-03-12`, `2020-03-12 10:00` or Unix seconds"),
    ("2020-02-30,1", "3:1: `2020-02-30` is no date: write `2020-03-12`, `2020-03-12 10:00` or Unix seconds"),
    ("„2020“,1", "3:1: `„2020“` is no date: write `2020-03-12`, `2020-03-12 10:00` or Unix seconds"),
    ("2020-01-02,ä1", "3:12: `ä1` is not a number"),
    ("ä,\"ö", "3:3: the quote is not closed in this line"),
    ("\u{1}", "3:1: the character U+0001 is not allowed: is it text?"),
    (
      "2920-01-01,1",
      "3:1: the rows are every 328718 days, and an interval is from a minute to a week"
    ),
    (
      "2020-01-01 00:00:30,1",
      "3:1: the rows are every 30 seconds, and an interval is from a minute to a week"
    ),
  ]) func `a mistake in a row`(row: String, expected: String) {
    #expect(message(of: "date,close\n2020-01-01,5\n\(row)\n") == "eth.csv:" + expected)
  }

  @Test func `decimal commas are not guessed at`() {
    #expect(
      message(of: "date;close\n2020-01-01;1,234\n")
        == "eth.csv:2:12: `1,234` may mean two numbers: write decimals with a point, and no commas")
    #expect(message(of: "date;close\n2020-01-01;1,234.5\n2020-01-02;1\n") == "accepted")
  }

  @Test func `intervals that do not fit`() {
    #expect(
      message(of: "close\n1\n2\n")
        == "eth.csv:1:1: the file has no dates, so it has to be said whether its rows are `hourly` or `daily`")
    let daily = "date,close\n2020-01-01,1\n2020-01-02,2\n"
    #expect(message(of: daily, interval: 86_400) == "accepted")
    #expect(message(of: daily, interval: 3_600) == "eth.csv:3:1: the rows are every day, not every hour")
    #expect(
      message(of: daily + "2020-01-03 12:00,3\n2020-01-04,4\n2020-01-05,5\n")
        == "eth.csv:4:1: the rows have no regular interval: most are every day, and 1 of 5 lies between")
    #expect(
      message(of: "date,close\n2020-01-01 00:00,1\n2020-01-01 00:01,2\n2120-01-01,3\n")
        == "eth.csv:4:1: the gap before this row would take 52594558 bars, and a history has at most 1000000: "
        + "is the date right?")
  }

  @Test func `what is no text or too much of it`() {
    #expect(
      message(of: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0])
        == "eth.csv:1:5: the character U+0002 is not allowed: is it text?"
    )
    #expect(
      message(of: String(repeating: "x", count: 10_001))
        == "eth.csv:1:1: the line has 10001 bytes, more than the limit of 10000")
    #expect(
      message(of: [UInt8](repeating: 0x31, count: 64 * 1024 * 1024 + 1))
        == "eth.csv:1:1: the file has 67108865 bytes, more than the limit of 67108864")
  }

  @Test func `damaged files are refused with a place in the file`() {
    var random = SeededGenerator(seed: 83)
    let alphabet = Array("\",;\t\r\n.#-:$+e0123456789Zclosedate\u{0}\u{301}".utf8) + [0xC3, 0xFF]
    let whole = Array(
      "date,open,high,low,close\n2020-03-11,200.77,202.98,183.24,194.87\n2020-03-12,194.87,195.15,86,112.35\n".utf8)
    var accepted = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      do {
        let history = try PriceFile.parse(bytes: bytes, file: "eth.csv")
        accepted += 1
        #expect(history.closes.allSatisfy { PriceFile.priceRange.contains($0) })
        #expect(history.count >= 2)
      } catch {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect((1...lines.count).contains(error.line))
        #expect((1...lines[error.line - 1].count + 1).contains(error.column))
        #expect(!error.message.isEmpty)
      }
    }
    #expect(accepted > 300, "many a damage leaves prices that can be read")
  }
}
