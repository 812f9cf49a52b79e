/// Something about a price file that its reader noticed and dealt with, and that its user should know.
///
/// Lines are counted from 1; `line` is the first that is concerned.
public enum PriceFileFinding: Equatable, Sendable {
  /// The rows run backwards in time; they are turned round.
  case newestFirst
  /// Rows that are older than one above them; all rows are sorted.
  case disorder(rows: Int, line: Int)
  /// Rows for a time that another row has as well; the one further down counts. `differing` have another close than it.
  case repeated(rows: Int, differing: Int, line: Int)
  /// Bars without a row; the price before them stands. `longest` is the longest row of them, and `name` its first.
  case gaps(count: Int, bars: Int, longest: Int, name: String)
  /// Rows at most a quarter of the interval beside the beat of the others; each is moved to it.
  case displaced(rows: Int, line: Int)
  /// Rows further beside the beat; they are left out.
  case offBeat(rows: Int, line: Int)
  /// Rows with an empty cell where a price belongs; they are left out.
  case withoutPrice(rows: Int, line: Int)
  /// Rows whose high or low is not the highest or lowest of their prices; the range is widened.
  case narrowRange(rows: Int, line: Int)

  /// What was found and what is done, without a final stop.
  public var sentence: String {
    switch self {
    case .newestFirst: "the rows run from the newest to the oldest: they are turned round"
    case .disorder(let rows, let line):
      "\(Self.rows(rows, "is older than one", "are older than some")) above\(Self.first(rows, line)): sorted by date"
    case .repeated(let rows, let differing, let line):
      "\(Self.rows(rows, "has a time", "have times")) that another row further down has too\(Self.first(rows, line))"
        + (differing == 0 ? "" : rows == 1 ? ", with another price" : ", \(differing) of them with another price")
        + ": the last one counts"
    case .gaps(let count, let bars, let longest, let name):
      "\(Self.counted(bars, "bar")) missing in \(Self.counted(count, "gap")), the longest of \(longest) from \(name): "
        + "the price before stands"
    case .displaced(let rows, let line):
      "\(Self.rows(rows, "lies", "lie")) beside the beat of the others\(Self.first(rows, line)): moved to it"
    case .offBeat(let rows, let line):
      "\(Self.rows(rows, "lies", "lie")) between the beats of the others\(Self.first(rows, line)): left out"
    case .withoutPrice(let rows, let line):
      "\(Self.rows(rows, "has", "have")) no price\(Self.first(rows, line)): left out"
    case .narrowRange(let rows, let line):
      "\(Self.rows(rows, "has a price", "have prices")) outside of high and low\(Self.first(rows, line)): "
        + "the range is widened"
    }
  }

  private static func rows(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? "1 row \(one)" : "\(count) rows \(many)"
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private static func first(_ rows: Int, _ line: Int) -> String {
    rows == 1 ? " (line \(line))" : " (the first in line \(line))"
  }
}
