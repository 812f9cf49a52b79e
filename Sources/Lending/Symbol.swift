/// The short name by which a market lists an asset, such as "WETH". Upper and lower case differ.
public struct Symbol: Hashable, Sendable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }
}

extension Symbol: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Symbol: Comparable {
  public static func < (left: Symbol, right: Symbol) -> Bool { left.text < right.text }
}

extension Symbol: CustomStringConvertible {
  public var description: String { text }
}
