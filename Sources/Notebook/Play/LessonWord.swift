/// A word that leads through a lesson; it stands alone on its line, or before what it names.
public enum LessonWord: Equatable, Sendable {
  case hint(Int?)
  case solution
  case skip
  case next
  case back
  case goTo(String)
  case again
  case steps
  case reset
  case quit

  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch (words.first?.lowercased(), words.count) {
    case ("hint", 1): self = .hint(nil)
    case ("hint", 2): self = .hint(Int(words[1]) ?? 0)
    case ("solution", 1): self = .solution
    case ("skip", 1): self = .skip
    case ("next", 1): self = .next
    case ("back", 1): self = .back
    case ("goto", 1): self = .goTo("")
    case ("goto", 2): self = .goTo(words[1])
    case ("again", 1): self = .again
    case ("steps", 1): self = .steps
    case ("reset", 1): self = .reset
    case ("quit", 1), ("exit", 1): self = .quit
    default: return nil
    }
  }

  /// What Tab offers, with what each does.
  public static let candidates = [
    ("hint", "a hint, one at a time"), ("solution", "put one way into the prompt"), ("skip", "leave this one out"),
    ("next", "the next step"), ("back", "the step before"), ("goto", "a step by its number"),
    ("again", "this step from its beginning"), ("steps", "all steps"),
    ("reset", "back to the lesson's state"), ("quit", "leave; the lesson goes on here next time"),
  ]
}
