/// How the round before ended, and whether it was paid out or stayed on paper.
public struct PreviousResult: Hashable, Sendable {
  public var result: RoundResult
  public var isSettled: Bool

  public init(result: RoundResult, isSettled: Bool) {
    self.result = result
    self.isSettled = isSettled
  }
}
