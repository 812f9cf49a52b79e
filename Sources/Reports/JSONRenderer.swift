#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Turns a value, such as a report, into one line of JSON.
///
/// Control characters, bidirectional overrides and other invisible characters are escaped, so the line is safe to show.
/// Members stand in alphabetical order and slashes are not escaped, so equal values give equal text.
public struct JSONRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The value as JSON without a line break at the end.
  ///
  /// Throws an `EncodingError` if the value holds something that JSON cannot express, such as an infinite number.
  public func render(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(value), as: UTF8.self)
    guard json.unicodeScalars.contains(where: \.isInvisible) else { return json }
    let visible = json.unicodeScalars.reduce(into: String.UnicodeScalarView()) { result, scalar in
      if scalar.isInvisible {
        for unit in String(scalar).utf16 { result.append(contentsOf: ("\\u" + Self.fourDigits(unit)).unicodeScalars) }
      } else {
        result.append(scalar)
      }
    }
    return String(visible)
  }

  private static func fourDigits(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
