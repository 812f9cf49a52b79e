import Reports

/// What going back or forth in time did.
enum TimelineReport {
  static func report(_ verb: String, _ commands: [String], from before: World, to after: World) -> Report {
    let list = commands.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let more = commands.count > 8 ? " and \(commands.count - 8) more" : ""
    return Report([.paragraph("\(verb) \(list)\(more).")]) + Change(from: before, to: after).report
  }
}
