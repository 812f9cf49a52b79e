import Reports
import Terminal

extension TerminalCapabilities {
  /// What lays reports out for standard output, or for standard error; `columns` is a width other than the terminal's at the
  /// start.
  func renderer(
    isPlain: Bool, columns: Int? = nil, forErrors: Bool = false, quotesTranscripts: Bool = false
  ) -> TextRenderer {
    TextRenderer(
      width: columns ?? self.columns, characters: isPlain ? .ascii : .unicode,
      style: (forErrors ? usesColorOnError : usesColor) ? .ansi : .none, quotesTranscripts: quotesTranscripts)
  }
}
