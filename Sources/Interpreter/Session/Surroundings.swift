public import Markets

/// What a session may use of the world outside.
public struct Surroundings: Sendable {
  /// Reads a market file that an instructor wrote; throws an error with a sentence when it cannot be read.
  public var readMarketFile: @Sendable (_ path: String) throws(CommandError) -> String
  /// The market files and folders whose path begins with what was typed, for completion.
  public var listFiles: @Sendable (_ typed: String) -> [Candidate]
  /// The seed of everything random.
  public var seed: UInt64
  /// Whether commands may be shortened to unambiguous prefixes, as at the prompt.
  public var acceptsPrefixes: Bool

  public init(
    acceptsPrefixes: Bool = false,
    seed: UInt64 = 1,
    readMarketFile: @escaping @Sendable (String) throws(CommandError) -> String = { (path) throws(CommandError) in
      throw CommandError(.limit, "files cannot be read here: \(path)")
    },
    listFiles: @escaping @Sendable (String) -> [Candidate] = { _ in [] }
  ) {
    self.acceptsPrefixes = acceptsPrefixes
    self.seed = seed
    self.readMarketFile = readMarketFile
    self.listFiles = listFiles
  }
}

extension Surroundings {
  /// The preset of this name, or the market of a file: a name with a slash or the ending `.market`.
  public func market(named name: String, at range: Range<Int>? = nil) throws(CommandError) -> Market {
    do {
      if let preset = try Presets.market(named: name.lowercased()) { return preset }
      guard name.contains("/") || name.hasSuffix(".market") else {
        let near = Spelling.suggestions(for: name, among: Presets.names)
        throw CommandError(
          .syntax,
          "there is no market `\(name)`; the presets are \(Presets.names.joined(separator: ", "))",
          at: range, try: near, isSpelling: true)
      }
      return try MarketFile.parse(try readMarketFile(name), file: name)
    } catch let error as MarketFileError {
      throw CommandError(.syntax, error.description)
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(.limit, "\(error)")
    }
  }
}
