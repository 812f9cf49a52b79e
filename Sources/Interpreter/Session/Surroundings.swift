public import Markets

/// What a session may use of the world outside.
public struct Surroundings: Sendable {
  /// The files that commands may read and write.
  public var files: any SessionFiles
  /// Where experiments are kept, by their names.
  public var experiments: any SessionFiles
  /// What `record` begins and ends; nil where nothing can be recorded.
  public var recorder: (any SessionRecorder)?
  /// Who is told of every command before its result is shown, in this order.
  public var observers: [any SessionObserver]
  /// The seed of everything random.
  public var seed: UInt64
  /// Whether commands may be shortened to unambiguous prefixes, as at the prompt.
  public var acceptsPrefixes: Bool
  /// Whether there is a prompt, which can be asked for more lines.
  public var hasPrompt: Bool
  /// Whether somebody wants long work to stop, which it asks from time to time; asking takes the wish back.
  public var isInterrupted: @Sendable () -> Bool
  /// Shows how far long work is; nil when it is over.
  public var showProgress: @Sendable (Progress?) -> Void
  /// How many threads long work may use; no result depends on it.
  public var threads: Int

  public init(
    acceptsPrefixes: Bool = false, hasPrompt: Bool = false, seed: UInt64 = 1, files: any SessionFiles = NoFiles(),
    experiments: any SessionFiles = NoFiles(), recorder: (any SessionRecorder)? = nil,
    observers: [any SessionObserver] = [], threads: Int = 1,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    showProgress: @escaping @Sendable (Progress?) -> Void = { _ in }
  ) {
    self.acceptsPrefixes = acceptsPrefixes
    self.hasPrompt = hasPrompt
    self.seed = seed
    self.files = files
    self.experiments = experiments
    self.recorder = recorder
    self.observers = observers
    self.threads = threads
    self.isInterrupted = isInterrupted
    self.showProgress = showProgress
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
      return try MarketFile.parse(
        try files.text(of: name, limit: MarketFile.byteLimit, what: "a market file"), file: name)
    } catch let error as FileContentError {
      throw CommandError(.syntax, error.description)
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(.limit, "\(error)")
    }
  }

  /// The history of prices in a file of comma-separated values.
  ///
  /// `interval` is the number of seconds from row to row, for a file without dates.
  func priceHistory(named name: String, interval: Int? = nil) throws(CommandError) -> PriceHistory {
    let text = try files.text(of: name, limit: PriceFile.byteLimit, what: "a price file")
    do throws(FileContentError) {
      return try PriceFile.parse(text, file: name, interval: interval)
    } catch {
      throw CommandError(.syntax, error.description)
    }
  }
}
