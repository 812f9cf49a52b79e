/// What a piece of text is, from which a renderer chooses how it looks.
///
/// A style only supports what the words already say: the meaning of a report never depends on its colours.
public enum Style: String, Sendable, Hashable, Codable {
  /// Ordinary text.
  case plain
  /// Text that the eye should find first.
  case strong
  /// Words that are stressed.
  case emphasis
  /// Text of second rank: remarks, notes, rules below a header.
  case muted
  /// The title of a part of a report or of a column.
  case heading
  /// Something that can be typed at the prompt.
  case command
  /// A value far from liquidation.
  case safe
  /// A value that deserves attention.
  case caution
  /// A value at or near liquidation, or a refused operation.
  case danger
}
