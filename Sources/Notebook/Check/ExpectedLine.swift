/// One line of an expected output, compared with a printed one.
///
/// `[..]` stands for any text. With a tolerance every number of the line may differ by that much, and all else has to be
/// equal.
struct ExpectedLine {
  let text: String
  let tolerance: Tolerance?
  /// What stands between the wildcards; nil without any.
  private let pieces: [[UInt8]]?
  /// The same as tokens; nil without a tolerance.
  private let tokens: [[LineToken]]?

  static let wildcard = "[..]"

  init(text: String, tolerance: Tolerance?) {
    self.text = text
    self.tolerance = tolerance
    // Nearly every line is nothing but text, and a byte tells.
    guard tolerance != nil || text.utf8.contains(UInt8(ascii: "[")) else {
      (pieces, tokens) = (nil, nil)
      return
    }
    let parts = text.split(separator: Self.wildcard, omittingEmptySubsequences: false).map(String.init)
    pieces = parts.count > 1 ? parts.map { Array($0.utf8) } : nil
    tokens = tolerance == nil ? nil : parts.map(LineToken.tokens)
  }

  /// Whether the line may be printed like this without the tolerance: byte for byte, but for wildcards.
  func equals(_ printed: String) -> Bool {
    guard let pieces else { return text.hasSameBytes(as: printed) }
    // Most lines differ at once, and need no copy to be told apart.
    guard printed.utf8.starts(with: pieces[0]) else { return false }
    return Self.matches(pieces, Array(printed.utf8), ==)
  }

  /// Whether the line may be printed like this.
  func matches(_ printed: String) -> Bool {
    if equals(printed) { return true }
    guard let tolerance, let tokens else { return false }
    return Self.matches(tokens, LineToken.tokens(of: printed)) { $0.isNear($1, tolerance) }
  }

  /// Whether a row begins with the first piece, ends with the last, and holds the others between them in their order.
  private static func matches<Token>(
    _ pieces: [[Token]], _ row: [Token], _ areEqual: (Token, Token) -> Bool
  ) -> Bool {
    func stands(_ piece: [Token], at place: Int) -> Bool {
      place + piece.count <= row.count && piece.indices.allSatisfy { areEqual(piece[$0], row[place + $0]) }
    }
    guard pieces.count > 1 else { return pieces[0].count == row.count && stands(pieces[0], at: 0) }
    let end = row.count - pieces[pieces.count - 1].count
    guard stands(pieces[0], at: 0), end >= pieces[0].count, stands(pieces[pieces.count - 1], at: end) else {
      return false
    }
    var place = pieces[0].count
    for piece in pieces.dropFirst().dropLast() {
      while place + piece.count <= end, !stands(piece, at: place) { place += 1 }
      place += piece.count
      guard place <= end else { return false }
    }
    return true
  }
}
