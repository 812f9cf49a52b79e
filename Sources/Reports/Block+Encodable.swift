/// Each block is an object with one member, named by the kind of block. Texts lose their styles, bars are numbers
/// from 0 to 1 and empty cells are null.
extension Block: Encodable {
  private enum CodingKeys: String, CodingKey {
    case paragraph, heading, values, table, chart, directory, bullets, prose, formula, note, verbatim
  }

  /// Writes an object with one member.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .paragraph(let text): try container.encode(text, forKey: .paragraph)
    case .heading(let text): try container.encode(text, forKey: .heading)
    case .values(let values): try container.encode(values, forKey: .values)
    case .table(let table): try container.encode(table, forKey: .table)
    case .chart(let chart): try container.encode(chart, forKey: .chart)
    case .directory(let sections): try container.encode(sections, forKey: .directory)
    case .bullets(let items): try container.encode(items, forKey: .bullets)
    case .prose(let prose): try container.encode(prose.elements, forKey: .prose)
    case .formula(let lines): try container.encode(lines, forKey: .formula)
    case .note(let text): try container.encode(text, forKey: .note)
    case .verbatim(let lines): try container.encode(lines, forKey: .verbatim)
    }
  }
}

extension StyledText: Encodable {
  /// Writes the characters as one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(plain)
  }
}

extension Table: Encodable {
  private enum CodingKeys: String, CodingKey {
    case columns, rows, footer
  }

  /// Writes the titles, the rows as arrays of cells, and the footer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(columns.map(\.title), forKey: .columns)
    try container.encode(rows.map(\.cells), forKey: .rows)
    try container.encode(footer, forKey: .footer)
  }
}

extension Cell: Encodable {
  /// Writes a string, a number from 0 to 1, or null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .bar(let fraction, _): try container.encode(Cell.clamped(fraction))
    case .empty: try container.encodeNil()
    }
  }

  /// A bar's fraction within 0 and 1; not-a-number is 0.
  static func clamped(_ fraction: Double) -> Double {
    fraction.isNaN ? 0 : min(max(fraction, 0), 1)
  }
}

extension Prose.Element: Encodable {
  private enum CodingKeys: String, CodingKey {
    case paragraph, heading, list, quotation, verbatim, table, rule
  }

  /// Writes an object with one member, named by the kind of element.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .paragraph(let text): try container.encode(text, forKey: .paragraph)
    case .heading(_, let text): try container.encode(text, forKey: .heading)
    case .list(_, _, let items): try container.encode(items, forKey: .list)
    case .quotation(let elements): try container.encode(elements, forKey: .quotation)
    case .verbatim(let lines): try container.encode(lines, forKey: .verbatim)
    case .table(let table): try container.encode(table, forKey: .table)
    case .rule: try container.encode(true, forKey: .rule)
    }
  }
}
