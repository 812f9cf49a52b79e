import CMarkdown
import Reports

/// A node of cmark-gfm's tree, valid as long as the tree.
@safe struct MarkdownNode {
  private let node: OpaquePointer

  init(_ node: OpaquePointer) { unsafe self.node = node }

  /// The kind by cmark-gfm's own name, such as `paragraph`.
  var kind: String { unsafe String(cString: cmark_node_get_type_string(node)) }

  /// The text of a leaf.
  var literal: String { unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? "" }

  /// Where a link leads.
  var address: String { unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? "" }

  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(node)) }

  /// The first number of a numbered list; nil for another list.
  var listStart: Int? {
    unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
  }

  /// Whether a list has no empty lines between its items.
  var isTight: Bool { unsafe cmark_node_get_list_tight(node) != 0 }

  /// The side of each column of a table.
  var tableAlignments: [Column.Alignment] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
    guard let sides = unsafe cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { unsafe sides[$0] == UInt8(ascii: "r") ? .trailing : .leading }
  }

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(node)
    while let child = unsafe next {
      children.append(unsafe MarkdownNode(child))
      unsafe next = cmark_node_next(child)
    }
    return children
  }
}
