import Notebook

/// What `lever check` was asked to do.
struct CheckOptions: Equatable {
  enum Mode: Equatable {
    case compare
    /// Write the outputs that changed.
    case bless
    /// Ask for each output that changed.
    case review
  }

  /// The seconds that a command may take unless others are given; a file may take twelve times as many.
  static let timeLimit = 5

  var paths: [String] = []
  var mode = Mode.compare
  /// Nil: `pretty` on a terminal, `tap` otherwise.
  var format: CheckFormat?
  /// Nil: as many as there are processors.
  var jobs: Int?
  var step: String?
  var stopsAtFirstFailure = false
  var timeLimit = Self.timeLimit
}
