/// The name of an account in a pool.
public struct AccountID: Hashable, Sendable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }
}

extension AccountID: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) {
    self.init(name)
  }
}
