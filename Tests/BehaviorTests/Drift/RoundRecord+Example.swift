import Behavior

extension RoundRecord {
  /// A round after a win, a loss or neither, of which only what a measure looks at matters.
  static func example(
    _ leverage: Double, passive: Double? = 1, after result: RoundResult?, settled: Bool = false, stated: Double? = nil,
    formula: Double = 0.1, sigmas: Double? = nil, exit: RoundChoice.Exit? = nil
  ) -> RoundRecord {
    RoundRecord(
      choice: RoundChoice(leverage: leverage, statedChance: stated, exit: exit), passiveLeverage: passive,
      previous: result.map { PreviousResult(result: $0, isSettled: settled) }, formulaChance: formula,
      bufferSigmas: sigmas, roundReturn: RoundReturn(end: 0, lowest: 0))
  }
}
