import FixedPoint
import Interpreter

extension Document {
  /// The line of the first shown command behind a prediction whose output holds the answer, within its tolerance; nil where no
  /// output does. A share also counts where it is shown in per cent.
  func line(showing answer: Value, behind ask: Ask) -> Int? {
    guard let tolerance = ask.tolerance, let number = answer.doubleValue, let exact = Rational(exactly: number) else {
      return nil
    }
    var wanted = [exact.magnitude]
    if exact.magnitude < 2, let percent = try? exact.magnitude * 100 { wanted.append(percent) }
    for block in blocks where block.lines.lowerBound > ask.line && !block.tags.isHidden && block.details == nil {
      for command in block.commands {
        let isShown = expectedOutput(of: command, in: block).contains { line in
          LineToken.tokens(of: line).contains { token in
            guard case .number(let shown) = token else { return false }
            return wanted.contains { tolerance.allows(shown, for: $0) }
          }
        }
        if isShown { return command.line }
      }
    }
    return nil
  }
}
