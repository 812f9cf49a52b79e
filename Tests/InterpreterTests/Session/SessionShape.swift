@testable import Interpreter

/// All of a session that a file keeps: each branch with its commands and every world that `undo` and `redo` can reach.
struct SessionShape: Equatable {
  struct Line: Equatable {
    var past: [String]
    var future: [String]
    var worlds: [World]
  }

  var branch: String
  var lines: [String: Line]

  init(of session: Session) {
    branch = session.branch
    lines = session.otherBranches.merging([session.branch: session.timeline]) { $1 }.mapValues { timeline in
      Line(
        past: timeline.forgotten + timeline.past.map(\.command), future: timeline.future.map(\.command),
        worlds: timeline.past.map(\.before) + [timeline.world] + timeline.future.map(\.before))
    }
  }
}
