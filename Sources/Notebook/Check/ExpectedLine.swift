/// One line of an expected output, compared with a printed one.
///
/// `[..]` stands for any text. With a tolerance every number of the line may differ by that much, and all else has to be
/// equal.
struct ExpectedLine {
  let text: String
  let tolerance: Tolerance?

  static let wildcard = "[..]"

  /// Whether the line may be printed like this without the tolerance: byte for byte, but for wildcards.
  func equals(_ printed: String) -> Bool {
    if text.hasSameBytes(as: printed) { return true }
    guard text.contains(Self.wildcard) else { return false }
    return Self.matches(pieces.map { Array($0.utf8) }, Array(printed.utf8), ==)
  }

  /// Whether the line may be printed like this.
  func matches(_ printed: String) -> Bool {
    if equals(printed) { return true }
    guard let tolerance else { return false }
    return Self.matches(pieces.map(LineToken.tokens), LineToken.tokens(of: printed)) {
      $0.isNear($1, tolerance)
    }
  }

  private var pieces: [String] {
    text.split(separator: Self.wildcard, omittingEmptySubsequences: false).map(String.init)
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
