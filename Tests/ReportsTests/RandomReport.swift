import Reports
import TestSupport

/// Makes reports out of everything that could break a renderer.
struct RandomReport {
  /// The source of every choice; its description is what repeats a failure.
  private(set) var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let fragments = [
    "lever>", "lever> deposit 10 ETH", "  ...>", " ...>", "...>", "...", "..", ".", "[..]", "[", "]", "[·", "·]", "```",
    "`", "``",
    "\u{1FEF}", "\u{1B}[31m", "\u{1B}", "\t", "\n", "\n\n", "\r\n", "\r", "\u{0}", "\u{7F}", "\u{85}", "\u{9B}",
    "\u{200B}",
    "\u{202E}", "\u{2066}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{A0}", "\u{3000}", "\u{2007}", "日本語", "한국어", "👩‍👩‍👧‍👦",
    "🇩🇪", "e\u{301}", "\u{301}", "\u{200D}", "…", "→", "×", "≥", "─", "█", " ", " ", " ", " ", "  ", "      ", "word",
    "health factor",
    "liquidation", "$1,234.56", "0x0123456789abcdef0123456789abcdef0123456789abcdef", "שלום", "مرحبا",
    "ᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀᄀ", "👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩",
  ]

  mutating func width() -> Int {
    Int.random(in: 20...200, using: &generator)
  }

  mutating func report() -> Report {
    Report((0..<Int.random(in: 0...5, using: &generator)).map { _ in block() })
  }

  mutating func text() -> StyledText {
    let styles: [Style] = [
      .plain, .plain, .plain, .strong, .emphasis, .muted, .heading, .command, .safe, .caution, .danger,
    ]
    return StyledText(
      spans: (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        StyledText.Span(text: string(), style: styles.randomElement(using: &generator) ?? .plain)
      })
  }

  private mutating func string() -> String {
    var string = ""
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
        string.unicodeScalars.append(scalar ?? "?")
      } else {
        string += Self.fragments.randomElement(using: &generator) ?? ""
      }
    }
    return string
  }

  private mutating func texts() -> [StyledText] {
    (0..<Int.random(in: 0...4, using: &generator)).map { _ in text() }
  }

  private mutating func block() -> Block {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .paragraph(text())
    case 1: return .heading(text())
    case 2:
      return .values(
        texts().map { value in
          LabelledValue(label: string(), value: value, remark: Bool.random(using: &generator) ? text() : nil)
        })
    case 3: return .bullets(texts())
    case 4: return .formula(texts())
    case 5: return .note(text())
    case 6: return .verbatim(texts().map(\.plain))
    case 7, 8: return .chart(chart())
    case 9: return .prose(Prose(elements(depth: 0)))
    default: return .table(table())
    }
  }

  private mutating func elements(depth: Int) -> [Prose.Element] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      switch Int.random(in: 0..<(depth < 20 ? 8 : 5), using: &generator) {
      case 0, 1: .paragraph(text())
      case 2: .heading(level: 2, text())
      case 3: .verbatim(texts().map(\.plain))
      case 4: .rule
      case 5: .table(table())
      case 6: .quotation(elements(depth: depth + 1))
      default:
        .list(
          start: Bool.random(using: &generator) ? Int.random(in: 0...1_000_000, using: &generator) : nil,
          isLoose: Bool.random(using: &generator),
          items: (0..<Int.random(in: 0...3, using: &generator)).map { _ in elements(depth: depth + 1) })
      }
    }
  }

  private mutating func table() -> Table {
    let columns = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      Column(
        title: string(), alignment: Bool.random(using: &generator) ? .leading : .trailing,
        group: Int.random(in: 0...2, using: &generator))
    }
    let rows = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      Row(
        cells: (0..<Int.random(in: 0...(columns.count + 1), using: &generator)).map { _ in cell() },
        emphasis: Bool.random(using: &generator) ? .strong : nil)
    }
    return Table(columns: columns, rows: rows, footer: texts())
  }

  private mutating func cell() -> Cell {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: .empty
    case 1: .bar(fraction: [0, 1, 0.4, -1, 7, .nan, .infinity].randomElement(using: &generator) ?? 0, style: .caution)
    case 2: .text(text())
    default: .text(StyledText(Self.fragments.randomElement(using: &generator) ?? ""))
    }
  }

  // MARK: Charts

  /// A chart of any layers, titles and numbers.
  mutating func chart() -> Chart {
    Chart(
      x: axis(), y: axis(), layers: (0..<Int.random(in: 0...6, using: &generator)).map { _ in layer() },
      height: [-1, 0, 1, 3, 5, 12, 100].randomElement(using: &generator) ?? 12,
      summary: Bool.random(using: &generator) ? text() : nil)
  }

  private mutating func axis() -> Chart.Axis {
    Chart.Axis(
      string(), from: Int.random(in: 0..<4, using: &generator) == 0 ? number() : nil,
      to: Int.random(in: 0..<4, using: &generator) == 0 ? number() : nil,
      ticks: (0..<Int.random(in: 0...30, using: &generator)).map { _ in Chart.Tick(at: number(), label: string()) })
  }

  /// Mostly a number of moderate size, now and then one that breaks things.
  mutating func number() -> Double {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0:
      let extremes = [
        .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0,
        -0.0,
        1e-300, 1e15, 9e18,
      ]
      return extremes.randomElement(using: &generator) ?? 0
    case 1...4: return Double(Int.random(in: -3...3, using: &generator))
    default: return Double.random(in: -100...100, using: &generator)
    }
  }

  private mutating func numbers() -> [Double] {
    (0..<Int.random(in: 0...20, using: &generator)).map { _ in number() }
  }

  private mutating func layer() -> Chart.Layer {
    let style: Style = Bool.random(using: &generator) ? .danger : .plain
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return .line(name: string(), points: numbers().map { Chart.Point(x: $0, y: number()) }, style: style)
    case 1:
      return .band(
        name: string(), edges: numbers().map { Chart.Edge(x: $0, lower: number(), upper: number()) }, style: style)
    case 2: return .level(name: string(), at: number(), style: style)
    case 3: return .vertical(name: string(), at: number(), style: style)
    case 4: return .mark(name: string(), at: Chart.Point(x: number(), y: number()), style: style)
    default:
      return .columns(
        name: string(), bars: numbers().map { Chart.Bar(from: $0, to: number(), value: number(), part: number()) },
        style: style, partName: string(), partStyle: .muted)
    }
  }
}
