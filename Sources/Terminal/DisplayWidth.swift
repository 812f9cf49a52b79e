import EditlineShim

/// The columns that a character takes in the terminal: 0 for a combining mark, 2 for a wide one.
///
/// The C library's table is asked, because libedit asks it too and the cursor has to agree. It knows other characters
/// than ASCII only after `TerminalLocale.ensureUTF8`.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  max(0, Int(eds_character_width(wchar_t(bitPattern: scalar.value))))
}

extension String {
  /// The columns that the text takes in the terminal.
  var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + Terminal.displayWidth(of: $1) }
  }

  /// The text cut to `columns`, with "…" as its last character when something was cut.
  func fitting(_ columns: Int) -> String {
    if displayWidth <= columns { return self }
    var kept = String.UnicodeScalarView()
    var width = 1
    for scalar in unicodeScalars {
      width += Terminal.displayWidth(of: scalar)
      if width > columns { break }
      kept.append(scalar)
    }
    while kept.last == " " { kept.removeLast() }
    return columns > 0 ? String(kept) + "…" : ""
  }

  /// The text followed by as many blanks as it lacks to `columns`.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - displayWidth))
  }
}
