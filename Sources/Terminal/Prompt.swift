/// A prompt: a run of pieces of text, each with a style.
///
///     Prompt([.init("lever> ", .strong)])
public struct Prompt: Equatable, Sendable {
  /// How a piece of a prompt is shown where colour is used; the text alone has to say enough.
  public enum Style: Equatable, Sendable {
    case plain, strong, muted, safe, caution, danger

    /// The terminal's numbers for it (ECMA-48, select graphic rendition).
    fileprivate var code: String {
      switch self {
      case .plain: ""
      case .strong: "1"
      case .muted: "2"
      case .safe: "32"
      case .caution: "33"
      case .danger: "1;31"
      }
    }
  }

  /// Text in one style.
  public struct Piece: Equatable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  public var pieces: [Piece]

  public init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Brackets text that takes no columns, in what libedit is given.
  static let marker: Unicode.Scalar = "\u{1}"

  /// The text without its styles, as it appears on the screen.
  ///
  /// It ends in a blank when its last style would otherwise run into what is typed: libedit loses an escape sequence at
  /// the very end of a prompt, so that the style has to end before a last visible character. Control characters,
  /// newlines among them, are shown as "?".
  public var text: String { characters.map { String($0.scalar) }.joined() }

  /// The columns that the prompt takes.
  var columns: Int { text.displayWidth }

  /// The prompt for libedit, each escape sequence between two markers.
  ///
  /// There is one sequence at a change of style, never two in a row and never one at the end: libedit 3.1 swallows text
  /// after the first and loses the second.
  func rendered(usesColor: Bool) -> String {
    guard usesColor else { return text }
    var result = ""
    var current = Style.plain
    for (scalar, style) in characters {
      if style != current {
        let start = style == .plain ? "" : "\u{1B}[\(style.code)m"
        let reset = current == .plain ? "" : "\u{1B}[0m"
        result += "\(Self.marker)\(reset)\(start)\(Self.marker)"
        current = style
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Every visible character with its style; the last one is plain.
  private var characters: [(scalar: Unicode.Scalar, style: Style)] {
    var all = pieces.flatMap { piece in
      piece.text.unicodeScalars.map { scalar in
        (scalar: scalar.properties.generalCategory == .control ? "?" : scalar, style: piece.style)
      }
    }
    guard let last = all.last, last.style != .plain else { return all }
    if last.scalar == " " { all.removeLast() }
    all.append((scalar: " ", style: .plain))
    return all
  }
}
