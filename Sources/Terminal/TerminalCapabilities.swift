import EditlineShim

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the terminal, the environment and the options allow: a decision without effects.
public struct TerminalCapabilities: Equatable, Sendable {
  /// Whether a prompt and line editing make sense: input and output are both terminals.
  public var isInteractive: Bool
  /// Whether somebody watches the output, rather than a file or a program.
  public var outputIsTerminal: Bool
  /// Whether somebody watches standard error.
  public var errorIsTerminal: Bool
  /// Whether output may hold colour.
  public var usesColor: Bool
  /// Whether messages on standard error may hold colour.
  public var usesColorOnError: Bool
  /// Whether the terminal can do no more than print: `TERM` is `dumb`, empty or not set.
  public var isDumb: Bool
  /// The width to lay tables out for.
  public var columns: Int

  /// Decides from what is known about the three streams.
  ///
  /// Colour, the first that applies: `--plain` and a `NO_COLOR` that is set and not empty switch it off; a `CLICOLOR_FORCE`
  /// that is set, not empty and not `0` switches it on; else it needs a terminal that is not dumb.
  /// Columns: those asked for, else the window's, else `COLUMNS`, else 80. Output that is no terminal looks at neither
  /// window nor `COLUMNS`, so that the same command writes the same file everywhere.
  ///
  /// - Parameters:
  ///   - environment: only `TERM`, `NO_COLOR`, `CLICOLOR_FORCE` and `COLUMNS` are read.
  ///   - windowColumns: the terminal's own answer; 0 when it gave none.
  ///   - requestedColumns: from `--width`.
  public init(
    inputIsTerminal: Bool, outputIsTerminal: Bool, errorIsTerminal: Bool, environment: [String: String],
    plain: Bool = false, windowColumns: Int = 0, requestedColumns: Int? = nil
  ) {
    isInteractive = inputIsTerminal && outputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    let terminal = environment["TERM"] ?? ""
    let isDumb = terminal.isEmpty || terminal == "dumb"
    self.isDumb = isDumb
    let isRefused = plain || !(environment["NO_COLOR"] ?? "").isEmpty
    let isForced = !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "")
    func allowsColor(_ isTerminal: Bool) -> Bool {
      !isRefused && (isForced || (isTerminal && !isDumb))
    }
    usesColor = allowsColor(outputIsTerminal)
    usesColorOnError = allowsColor(errorIsTerminal)
    if let requestedColumns {
      columns = requestedColumns
    } else if !outputIsTerminal {
      columns = 80
    } else if windowColumns > 0 {
      columns = windowColumns
    } else {
      columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil } ?? 80
    }
  }

  /// The capabilities of this process.
  public static func current(plain: Bool = false, requestedColumns: Int? = nil) -> TerminalCapabilities {
    var environment: [String: String] = [:]
    for name in ["TERM", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
      environment[name] = environmentValue(name)
    }
    return TerminalCapabilities(
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      environment: environment,
      plain: plain,
      windowColumns: Int(eds_window_columns(STDOUT_FILENO)),
      requestedColumns: requestedColumns)
  }
}

extension TerminalCapabilities {
  /// The columns of the terminal behind standard error as they are now; 80 where they are not known.
  public static var errorColumns: Int {
    let columns = Int(eds_window_columns(STDERR_FILENO))
    return columns > 0 ? columns : 80
  }
}

/// An environment variable, nil when it is not set.
func environmentValue(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
