import Behavior
import FixedPoint
import Testing

@testable import Interpreter

struct ExperimentRuleTests {
  private let game = ExperimentTerms().game
  private let schedule = GameSchedule(blocks: 2, roundsPerBlock: 4)

  /// Returns that are known: +10%, -10%, +10%, -10% and so on, without lower prices in between.
  private var returns: ReturnSeries {
    ReturnSeries(
      (0..<8).map { RoundReturn(end: $0.isMultiple(of: 2) ? 0.1 : -0.1, lowest: $0.isMultiple(of: 2) ? 0 : -0.1) })
  }

  private func played(_ leverages: [Double]) throws -> GameRun {
    var run = GameRun(game: game, schedule: schedule, returns: returns)
    for leverage in leverages { try run.play(RoundChoice(leverage: leverage)) }
    return run
  }

  private func leverages(_ rule: ExperimentRule, _ own: [Double]) throws -> [Double] {
    rule.replay(try played(own)).records.map { ($0.choice.leverage * 1_000).rounded() / 1_000 }
  }

  @Test func `never more than the limit`() throws {
    #expect(try leverages(ExperimentRule(most: 2), [1, 2, 3, 4, 0, 2.5]) == [1, 2, 2, 2, 0, 2])
  }

  /// In between the position is left alone: 2 e^0.1 / (1 + 2 (e^0.1 - 1)) = 1.826.
  @Test func `changed every second round only`() throws {
    let chosen = try leverages(ExperimentRule(every: 2), [2, 5, 3, 5, 2, 5])
    #expect(chosen == [2, 1.826, 3, 2.52, 2, 1.826])
  }

  /// A loss of 30% at 3x takes the equity below the exit, for the rest of the block.
  @Test func `out for the rest of the block`() throws {
    let chosen = try leverages(ExperimentRule(exit: Rational(decimal: "-0.2")), [0, 3, 3, 3, 2, 2])
    #expect(chosen == [0, 3, 0, 0, 2, 2])
  }

  @Test func `a rule that asks for nothing changes nothing`() throws {
    let run = try played([1, 2, 3, 4, 0, 2.5])
    #expect(ExperimentRule(every: 1).replay(run).records == run.records)
  }

  @Test func `what the rule comes to is measured on the same returns`() throws {
    let run = try played([4, 4, 4, 4])
    let own = ExperimentResult([run])
    let flat = ExperimentResult(leverage: 4, isLeftAlone: false, on: [run])
    #expect(own == flat && own.blocks.count == 1)
    #expect(ExperimentResult([ExperimentRule(most: 0).replay(run)]).blocks == [1])
  }
}
