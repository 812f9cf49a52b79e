/// What a command has to say: a list of blocks that a renderer turns into text, terminal colours or JSON.
///
/// As JSON it is `{"blocks":[{"heading":"Position"},{"values":[{"label":"debt","value":"$14,000.00"}]}]}`.
/// All numbers arrive as text that is already formatted; a report knows nothing of units or rounding.
///
///     var report = Report([.heading("Position")])
///     report.append(.values([LabelledValue(label: "debt", value: "$14,000.00")]))
///     print(TextRenderer(width: 80).render(report), terminator: "")
public struct Report: Equatable, Sendable, Encodable {
  /// The blocks from top to bottom.
  public var blocks: [Block]

  /// Makes a report; without blocks it renders as nothing.
  public init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }

  /// Adds blocks at the end.
  public mutating func append(_ blocks: Block...) {
    self.blocks += blocks
  }

  /// Adds another report's blocks at the end.
  public mutating func append(_ report: Report) {
    blocks += report.blocks
  }

  /// One report below the other.
  public static func + (top: Report, bottom: Report) -> Report {
    Report(top.blocks + bottom.blocks)
  }
}

/// One part of a report.
public enum Block: Equatable, Sendable {
  /// Running text, wrapped to the width; a line break in it is kept.
  case paragraph(StyledText)
  /// The title of what follows.
  case heading(StyledText)
  /// Lines of label, value and remark, each in its own column.
  case values([LabelledValue])
  /// Rows and columns.
  case table(Table)
  /// Lines, bands, marks and columns over two axes.
  case chart(Chart)
  /// Short entries under titles, in as many columns as fit.
  case directory([DirectorySection])
  /// A list with a mark before each item.
  case bullets([StyledText])
  /// Lines of a calculation, indented by two.
  case formula([StyledText])
  /// A remark of second rank.
  case note(StyledText)
  /// An article or a part of one.
  case prose(Prose)
  /// Lines that are shown as they are, such as commands to copy; only a line wider than the width is broken.
  case verbatim([String])
}

/// A line of a `values` block: a name, its value and perhaps a remark.
public struct LabelledValue: Equatable, Sendable, Encodable {
  /// The name of the value.
  public var label: String
  /// The value, already formatted.
  public var value: StyledText
  /// What to know about the value, or nil.
  public var remark: StyledText?

  /// Makes a line.
  public init(label: String, value: StyledText, remark: StyledText? = nil) {
    self.label = label
    self.value = value
    self.remark = remark
  }
}
