import FixedPoint
import Lending

/// A number as people write it: `$2,329.54`, `80.5%`, `1_800`, `1.8k`, `1.5m`.
struct FileNumber {
  let source: FileText
  let isDollars: Bool
  let isPercentage: Bool
  /// Digits with at most one point.
  private let decimalText: String
  /// The power of ten by which `k` or `m` multiplies.
  private let shift: Int

  /// Throws where a text is not a number; a comma has to be followed by three digits, so that `1,8` is not read as 18.
  init(_ source: FileText) throws(MarketFileMistake) {
    self.source = source
    var rest = Substring(source.text)
    isDollars = rest.first == "$"
    if isDollars { rest = rest.dropFirst() }
    isPercentage = rest.last == "%"
    if isPercentage { rest = rest.dropLast() }
    switch rest.last {
    case "k", "K": shift = 3
    case "m", "M": shift = 6
    default: shift = 0
    }
    if shift > 0 { rest = rest.dropLast() }
    if rest.first == "-" { throw source.mistake("\(source.quoted) is negative") }

    let point = rest.firstIndex(of: ".") ?? rest.endIndex
    let whole = rest[..<point]
    let fraction = rest[point...].dropFirst()
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "_" } }
    let digits = groups.joined() + fraction
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), whole.first != "_", whole.last != "_"
    else {
      throw source.mistake("\(source.quoted) is not a number")
    }
    let isGrouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || isGrouped else {
      throw source.mistake("\(source.quoted) has a comma that does not separate three digits")
    }
    decimalText = "\(groups.joined()).\(fraction)"
  }

  /// The number times 10^`decimals`, exactly; `place` says what has no smaller part, for the message.
  func units(decimals: Int, place: String) throws(MarketFileMistake) -> UInt256 {
    do throws(DecimalTextError) {
      return try UInt256(decimal: decimalText, decimals: decimals + shift)
    } catch {
      switch error {
      case .notANumber: throw source.mistake("\(source.quoted) is not a number")
      case .overflow: throw source.mistake("\(source.quoted) is too large")
      case .tooManyDecimals:
        throw source.mistake("\(source.quoted) is too precise: \(place)")
      }
    }
  }

  /// The number without sign and unit, as it was written.
  var bareText: String {
    source.text.filter { $0 != "$" && $0 != "%" }
  }
}
