/// How a round ended for who played it.
public enum RoundResult: Hashable, Sendable {
  case win
  case loss
}
