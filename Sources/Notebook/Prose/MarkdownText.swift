import CMarkdown
public import Reports

/// Markdown as a prose that a renderer can show.
///
/// CommonMark with GitHub's tables and strikethrough, read by cmark-gfm. HTML is shown as the text that it is, apart from
/// comments, which vanish, and `<details>`, of which the summary is shown as a paragraph. Code keeps its backticks, as everywhere in the program; a link is followed by its address when that
/// leads to a page of the web.
public enum MarkdownText {
  /// How deep elements may stand in each other; what is deeper is left out.
  private static let deepest = 60

  public static func prose(_ markdown: String) -> Prose {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return Prose() }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var text = markdown
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return Prose() }
    defer { unsafe cmark_node_free(root) }
    return Prose(elements(in: unsafe MarkdownNode(root), depth: 0))
  }

  private static func elements(in node: MarkdownNode, depth: Int) -> [Prose.Element] {
    guard depth < deepest else { return [] }
    return node.children.compactMap { element(of: $0, depth: depth) }
  }

  private static func element(of node: MarkdownNode, depth: Int) -> Prose.Element? {
    switch node.kind {
    case "paragraph":
      return text(in: node).isEmpty ? nil : .paragraph(text(in: node))
    case "heading":
      return .heading(level: node.headingLevel, text(in: node))
    case "list":
      let items = node.children.map { elements(in: $0, depth: depth + 1) }
      return .list(start: node.listStart, isLoose: !node.isTight, items: items)
    case "block_quote":
      return .quotation(elements(in: node, depth: depth + 1))
    case "code_block":
      var lines = node.literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return .verbatim(lines)
    case "table":
      return .table(table(in: node))
    case "thematic_break":
      return .rule
    case "html_block":
      let isComment = node.literal.trimmed.hasPrefix("<!--")
      let text = ["<details>", "</details>", "<summary>", "</summary>"].reduce(node.literal) { text, tag in
        text.replacing(tag, with: "")
      }.trimmed
      return isComment || text.isEmpty ? nil : .paragraph(StyledText(text))
    default:
      return nil
    }
  }

  private static func table(in node: MarkdownNode) -> Table {
    let rows = node.children.map { row in row.children.map { text(in: $0) } }
    let sides = node.tableAlignments
    let columns = (rows.first ?? []).enumerated().map { index, title in
      Column(
        title: title.plain, alignment: index < sides.count && sides[index] == .trailing ? .trailing : .leading)
    }
    return Table(columns: columns, rows: rows.dropFirst().map { Row(cells: $0.map { .text($0) }) })
  }

  /// The text of a node's inline children.
  private static func text(in node: MarkdownNode, _ style: Style = .plain, depth: Int = 0) -> StyledText {
    guard depth < deepest else { return "" }
    return node.children.reduce(into: StyledText("")) { text, child in
      switch child.kind {
      case "text": text.append(StyledText(child.literal, style))
      case "softbreak": text.append(StyledText(" ", style))
      case "linebreak": text.append(StyledText("\n", style))
      case "code": text.append(StyledText("`", style) + StyledText(child.literal, .command) + StyledText("`", style))
      case "emph": text.append(self.text(in: child, style == .plain ? .emphasis : style, depth: depth + 1))
      case "strong": text.append(self.text(in: child, .strong, depth: depth + 1))
      case "html_inline": if !child.literal.hasPrefix("<!--") { text.append(StyledText(child.literal, style)) }
      case "link":
        text.append(self.text(in: child, style, depth: depth + 1))
        let address = child.address
        if address.hasPrefix("http"), !text.plain.hasSuffix(address) {
          text.append(StyledText(" (\(address))", .muted))
        }
      default: text.append(self.text(in: child, style, depth: depth + 1))
      }
    }
  }
}
