import Reports

/// The line that an error is about, with a mark under the place.
public enum ErrorExcerpt {
  /// How much of a long line is shown, in Unicode scalars.
  private static let width = 70

  /// Two lines; none when the file as a whole is meant.
  public static func lines(of error: DocumentError) -> [String] {
    guard !error.excerpt.isEmpty else { return [] }
    let scalars = Array(error.excerpt.unicodeScalars)
    let place = min(max(0, error.column - 1 - error.excerptStart), scalars.count)
    let start = scalars.count <= width ? 0 : max(0, min(place - 20, scalars.count - width))
    let end = min(scalars.count, start + width)
    // The mark at the end keeps the blanks before it, which a finished line would lose.
    func text(_ range: Range<Int>) -> String {
      String(visible(String(String.UnicodeScalarView(scalars[range])) + "|").dropLast())
    }
    let markEnd = min(max(place + error.length, place + 1), max(end, place + 1))
    let marked = place < end ? text(place..<min(markEnd, end)).displayWidth : 1
    let blanks = String(repeating: " ", count: text(start..<max(start, min(place, end))).displayWidth)
    return [visible(text(start..<end)), blanks + String(repeating: "^", count: max(1, marked))]
  }

  private static func visible(_ text: String) -> String {
    TextRenderer(quotesTranscripts: true).inline(StyledText(text))
  }
}
