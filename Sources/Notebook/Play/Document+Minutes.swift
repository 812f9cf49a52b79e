extension Document {
  /// About how long a lesson takes: a beginner reads some 180 words a minute, looks at a command for a quarter of a minute and
  /// thinks about a question for three quarters.
  public var minutes: Int {
    let words = parts.filter { $0.kind == .prose }.flatMap { $0.lines }.reduce(0) { count, line in
      count + source.text(ofLine: line).split(whereSeparator: \.isWhitespace).count
    }
    let commands = blocks.filter { !$0.tags.isHidden }.reduce(0) { $0 + $1.commands.count }
    let seconds = words / 3 + 15 * commands + 45 * (quizzes.count + asks.count + tasks.count)
    return max(1, (seconds + 59) / 60)
  }
}
