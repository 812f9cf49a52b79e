extension String {
  /// The number of terminal cells that the text takes on one line.
  ///
  /// It is the sum over the Unicode scalars, as in the C library's `wcwidth`, which line editors use as well: letters
  /// of East Asian scripts and emoji take two cells, combining marks and joiners none, everything else one. A sequence
  /// of joined emoji counts each part, so a terminal that draws it as one picture has cells to spare.
  public var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  /// The number of terminal cells of the scalar: 0, 1 or 2.
  var displayWidth: Int {
    switch value {
    // Latin letters, dashes, arrows, the rules and the bars need no look into a table.
    case 0..<0x300, 0x2010...0x2027, 0x2190...0x22FF, 0x2500...0x259F: 1
    case 0x1160...0x11FF: 0  // Vowels and final consonants that join the Hangul letter before them.
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: isWide ? 2 : 1
      }
    }
  }

  /// Whether the scalar is wide or full-width by Unicode Standard Annex 11.
  ///
  /// Emoji that are drawn as pictures by default are wide except the letters that make up flags, which come in pairs.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3040...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    case 0x1F1E6...0x1F1FF: false
    default: properties.isEmojiPresentation
    }
  }
}
