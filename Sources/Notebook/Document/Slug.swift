/// Ids made from headings, as code hosts make their anchors.
enum Slug {
  /// Lower-case letters, digits, `-` and `_`; blanks become `-`, everything else is left out.
  static func of(_ heading: String) -> String {
    var slug = ""
    for character in heading.lowercased() {
      if character.isLetter || character.isNumber || character == "-" || character == "_" {
        slug.append(character)
      } else if character == " " {
        slug.append("-")
      }
    }
    return slug
  }

  /// Whether a text can be an id: lower-case letters, digits and `-`, `_` or `.` between them, at most 80.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isPlain(first), text.utf8.count <= 80 else { return false }
    return text.unicodeScalars.allSatisfy { isPlain($0) || ["-", "_", "."].contains($0) }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
