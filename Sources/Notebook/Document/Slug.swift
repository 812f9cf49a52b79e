/// Ids made from headings, as code hosts make their anchors.
enum Slug {
  /// Lower-case letters, digits, `-` and `_`; blanks become `-`, everything else is left out.
  static func of(_ heading: String) -> String {
    if heading.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: heading.utf8.compactMap(ofASCII), as: UTF8.self)
    }
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

  /// The same for a byte of plain English, as most headings are: a page may consist of little else.
  private static func ofASCII(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): byte
    case UInt8(ascii: "-"), UInt8(ascii: " "): UInt8(ascii: "-")
    default: nil
    }
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
