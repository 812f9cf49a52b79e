/// Reads histories of prices from comma-separated values, as exchanges and data sites export them.
///
/// The first line names the columns, in any order and case; columns with other names are passed over:
///
///     date,open,high,low,close
///     2020-03-11,200.77,202.98,183.24,194.87
///     2020-03-12,194.87,195.15,86,112.35
///
/// `close` or `price` is needed, `open`, `high` and `low` may be there, and so may `date`, `datetime`, `datetime_utc`,
/// `timestamp` or `time`, or `date` and `time` beside each other. The separator is a comma, a semicolon or a tab; cells may
/// stand in double quotes; blank lines and lines that begin with `#` are passed over.
public enum PriceFile {
  /// The most bytes of a file: 64 MiB.
  public static let byteLimit = 64 * 1024 * 1024
  /// The most bytes of a line.
  public static let lineLimit = 10_000
  /// The most bars of a history, those in gaps included: a century of hours, two years of minutes.
  public static let barLimit = 1_000_000
  /// The lowest and the highest price.
  public static let priceRange = 1e-12...1e12

  /// Reads a history and puts its rows in order; throws the first error with its place.
  ///
  /// `interval` is the number of seconds from row to row where the file has no dates; with dates it has to be theirs.
  public static func parse(
    _ text: String, file: String, interval: Int? = nil
  ) throws(FileContentError) -> PriceHistory {
    try parse(bytes: Array(text.utf8), file: file, interval: interval)
  }

  /// Reads a history from the bytes of a file.
  public static func parse(
    bytes: [UInt8], file: String, interval: Int? = nil
  ) throws(FileContentError) -> PriceHistory {
    do throws(FileMistake) {
      let reader = try PriceFileReader(bytes)
      var order = PriceRowOrder(reader)
      return reader.hasDates ? try order.dated(interval: interval) : try order.undated(interval: interval)
    } catch {
      throw FileContentError(error, file: file)
    }
  }
}

/// What a row of a price file says.
struct PriceRow {
  /// Counted from 1.
  var line: Int
  /// Seconds since 1970; the number of the row where there are no dates.
  var time: Int
  var close: Double
  var open: Double?
  var high: Double?
  var low: Double?
}
