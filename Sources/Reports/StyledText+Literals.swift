extension StyledText: ExpressibleByStringLiteral {
  /// Makes plain text.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Collects the parts of a literal such as `"buffer \("17.5%", .caution)"`.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = StyledText("")

    /// Makes an empty collection.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds characters of the literal itself.
    public mutating func appendLiteral(_ literal: String) {
      text.append(Span(text: literal))
    }

    /// Adds a value's description in a style.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ style: Style = .plain) {
      text.append(Span(text: value.description, style: style))
    }

    /// Adds styled text with its own styles.
    public mutating func appendInterpolation(_ styled: StyledText) {
      text.append(styled)
    }
  }

  /// Makes the text that an interpolated literal describes.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.text
  }
}
