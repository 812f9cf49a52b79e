extension Document {
  /// A fenced block of the language `lever`.
  public struct Block: Equatable, Sendable {
    public var tags: BlockTags
    /// The lines with both fences, from 0.
    public var lines: Range<Int>
    /// How many blanks the fence is indented by, which count for none in the lines inside.
    public var indent: Int
    public var commands: [Command]
    /// The index of the hint or solution that it stands in.
    public var details: Int?
  }

  /// A prompt with what was typed there, and the output that is expected.
  public struct Command: Equatable, Sendable {
    /// What was typed. Continued lines are joined by line feeds, which end a command, or by a blank where a command is
    /// unfinished.
    public var text: String
    /// The line of the prompt, from 0.
    public var line: Int
    /// The lines of the expected output, from 0, without blank ones at the end.
    public var output: Range<Int>
  }

  /// The expected output of a command: lines without the fence's indent and without white space at their ends.
  public func expectedOutput(of command: Command, in block: Block) -> [String] {
    command.output.map { line in
      let content = source.content(ofLine: line).droppingTrailingBlanks
      return String(decoding: content.dropFirst(min(block.indent, content.indent)), as: UTF8.self)
    }
  }
}

/// What the words behind ```` ```lever ```` say about a block.
public struct BlockTags: Equatable, Sendable {
  /// Run and checked, but not shown by the player.
  public var isHidden = false
  /// The last command has to fail.
  public var fails = false
  /// What the block says ought to hold and does not hold today.
  public var isKnownBug = false
  /// Why the block is not run.
  public var skipReason: String?
  public var tolerance: Tolerance?

  static let names = ["hide", "error", "bug", "skip", "tol"]
}
