import FoundationEssentials

/// Turns a value, such as a report, into one line of JSON.
///
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
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
