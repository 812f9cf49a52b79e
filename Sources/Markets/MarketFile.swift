public import FixedPoint
import Lending

/// Reads markets from text that an instructor can copy and edit.
///
/// A file has `key: value` lines, `[section]` headings and `#` comments. The lines before the first section describe
/// the market; every asset, efficiency mode and pool has a section of its own:
///
///     market: classroom
///     title: Classroom
///     source: the course's own round numbers
///     rules: aave-v3.7
///     wallet: 10 ETH
///     collateral: ETH
///     loan: USDC
///     flash-loan-fee: 0.05%
///
///     [asset ETH]
///     name: Ether
///     price: $2,000
///     ...
///
/// A `#` that starts a comment stands at the start of a line or after a space, and has a space after it.
public enum MarketFile {
  /// The most bytes of a file: 1 MB.
  public static let byteLimit = 1_000_000
  /// The most bytes of a line.
  public static let lineLimit = 1_000
  /// The most assets of a market.
  public static let assetLimit = 64
  /// The most sections of every other kind, and the most notes.
  public static let sectionLimit = 64
  /// The most whole tokens in an amount.
  public static let tokenLimit: UInt256 = 1_000_000_000_000
  /// The highest price, dollars in 1e8.
  public static let priceLimit: UInt256 = 100_000_000_000_000_000

  /// Reads a market and checks that it makes sense; throws the first error with its place.
  public static func parse(_ text: String, file: String) throws(FileContentError) -> Market {
    try parse(bytes: Array(text.utf8), file: file)
  }

  /// Reads a market from the bytes of a file, which have to be UTF-8.
  public static func parse(bytes: [UInt8], file: String) throws(FileContentError) -> Market {
    do throws(FileMistake) {
      return try MarketBuilder(sections: MarketFileReader(bytes).sections).market()
    } catch {
      throw FileContentError(error, file: file)
    }
  }
}
