import Behavior
import FixedPoint
import Markets
import TestSupport
import Testing

@testable import Interpreter

struct ExperimentTests {
  private func run(_ lines: String..., in session: inout Session) throws {
    for line in lines {
      let (output, succeeded) = session.output(of: line)
      try #require(succeeded, Comment(rawValue: output))
    }
  }

  @Test func `part B has the returns of part A backwards, from the same price to the same price`() throws {
    var session = try ClassroomSession.make()
    try run("experiment start rounds 6 seed 5", in: &session)
    for _ in 0..<6 { try run("round 1x", in: &session) }
    let end = try #require(session.world.experiment).runs[0].records
    for round in 0..<6 { try run(round > 3 ? "settle; round 1x" : "round 1x", in: &session) }
    let experiment = try #require(session.world.experiment)
    #expect(experiment.isOver)
    #expect(experiment.runs[1].records.map(\.roundReturn) == end.map(\.roundReturn).reversed())
    #expect(abs(Experiment.price(after: experiment.runs[1].records) / Experiment.price(after: end) - 1) < 1e-12)
  }

  /// The stake is whole in each block, and rounds multiply in between.
  @Test func `equity goes on within a block and begins anew in the next`() throws {
    var session = try ClassroomSession.make()
    try run("experiment start rounds 4 seed 7; round 2x", in: &session)
    let first = try #require(session.world.experiment)
    let factor = 1 + 2 * (first.price / 2_000 - 1)
    #expect(abs(first.equity - 10_000 * factor) < 1e-6)
    try run("round 1x", in: &session)
    #expect(session.world.experiment?.equity == 10_000)
    #expect(session.world.experiment?.run.passiveLeverage == nil)
  }

  @Test func `a liquidation costs the penalty on the debt and the game goes on`() throws {
    var session = try ClassroomSession.make()
    try run("experiment start rounds 40 seed 3", in: &session)
    var equity = 10_000.0
    for _ in 0..<40 {
      let starts = session.world.experiment?.beginsBlock ?? false
      if starts { equity = 10_000 }
      try run("round 4.5x", in: &session)
      let record = try #require(session.world.experiment?.runs[0].records.last)
      let outcome = try #require(record.outcome(in: ExperimentTerms().game))
      // Collateral at the threshold less debt less penalty: 3.5 / 82.5% - 3.5 - 5% of 3.5.
      if outcome.isLiquidated { #expect(abs(outcome.equityMultiple - (3.5 / 0.825 - 3.5 * 1.05)) < 1e-12) }
      equity *= outcome.equityMultiple
    }
    let liquidations = session.world.experiment?.records.compactMap { $0.outcome(in: ExperimentTerms().game) }
      .count(where: \.isLiquidated)
    #expect(liquidations ?? 0 > 5)
  }

  /// Weeks that were seen would not measure anything twice.
  @Test func `the next game without a seed has other weeks`() throws {
    var session = try ClassroomSession.make()
    var seeds: [UInt64?] = []
    for line in [
      "experiment start rounds 4", "experiment start rounds 4", "round 2x; experiment end", "experiment start rounds 4",
      "experiment end", "experiment start rounds 4; round 2x; experiment end",
      "experiment start rounds 4 seed 9; round 2x; experiment end; experiment start rounds 4",
      "undo 2", "experiment end; undo; undo",
    ] {
      try run(line, in: &session)
      seeds.append(session.world.experiment?.terms.seed)
    }
    #expect(seeds == [1, 1, nil, 2, nil, nil, 10, 9, 9])
  }

  /// What was seen is not forgotten when it is taken back.
  @Test func `weeks that were seen are counted when they are played again`() throws {
    var session = try ClassroomSession.make()
    var counts: [Int?] = []
    for line in [
      "experiment start rounds 4 seed 5; round 2x; round 2x", "undo; round 1x", "round 1x; round 1x", "undo 3",
      "round 3x; branch other; undo; round 1x", "switch main; round 1x",
      "experiment end; experiment start rounds 4 seed 5; round 2x",
      "experiment end; experiment start rounds 4 seed 6; round 2x",
    ] {
      try run(line, in: &session)
      counts.append(session.world.experiment?.roundsSeenBefore)
    }
    #expect(counts == [0, 1, 1, 0, 1, 2, 1, 0])
    let (output, _) = session.output(of: "undo; round 0x")
    #expect(output.contains("You had seen this week before"))
    #expect(session.output(of: "experiment report").0.contains("seen before  1 round"))
  }

  @Test func `the next coin without a seed has other tosses`() throws {
    var session = try ClassroomSession.make()
    var seeds: [UInt64?] = []
    for line in ["coin start", "coin start", "coin 5%; coin start", "coin start seed 4; coin 5%; coin start"] {
      try run(line, in: &session)
      seeds.append(session.world.coin?.seed)
    }
    #expect(seeds == [1, 1, 2, 5])
  }

  /// What is typed can be taken back, kept, and opened again, in whatever order.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `undo takes a round back, and what is kept comes back whole`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var session = try ClassroomSession.make()
    try run("experiment start rounds 6 seed \(seed) vol 60%", in: &session)
    if Bool.random(using: &generator) { try run("plan after-win 2x after-loss 1.25x exit -15%", in: &session) }
    while let experiment = session.world.experiment, !experiment.isOver {
      if experiment.awaitsSettlement { try run("settle", in: &session) }
      let before = session.world
      let leverage = Int.random(in: 0...500, using: &generator)
      let odds = Bool.random(using: &generator) ? " odds \(Int.random(in: 0...100, using: &generator))%" : ""
      let interval =
        Bool.random(using: &generator) ? " interval 1500.5 \(Int.random(in: 1_600...3_000, using: &generator))" : ""
      try run(
        "round \(leverage / 100).\(leverage % 100 < 10 ? "0" : "")\(leverage % 100)x\(odds)\(interval)", in: &session)
      let after = session.world
      try run("undo", in: &session)
      #expect(session.world == before, "\(generator.description)")
      try run("redo", in: &session)
      #expect(session.world == after, "\(generator.description)")
      let name = "kept-\(session.world.experiment?.roundsPlayed ?? 0)"
      try run("experiment keep \(name); experiment end; experiment open \(name)", in: &session)
      #expect(session.world.experiment == after.experiment, "\(generator.description)")
    }
  }

  @Test func `an experiment changes no position and no price`() throws {
    var session = try ClassroomSession.make()
    try run("deposit 10 ETH; loop to 2x", in: &session)
    let (position, prices) = (session.world.balances, session.world.feeds.oracle)
    try run("experiment start seed 2; round 3x; coin start; coin 50%", in: &session)
    #expect(session.world.balances == position && session.world.feeds.oracle == prices)
  }

  @Test func `a session that is saved brings its experiment back`() throws {
    var session = try ClassroomSession.make()
    try run("experiment start seed 9; round 2x odds 3%; round 2.5x; save a.lever", in: &session)
    let experiment = session.world.experiment
    try run("reset; open a.lever", in: &session)
    #expect(session.world.experiment == experiment)
  }

  @Test func `a file that is opened may not write through an experiment`() throws {
    var session = try ClassroomSession.make()
    try session.surroundings.files.write(
      "experiment start\nround 2x\nexperiment export b.csv\n", to: "a.lever", replacing: false)
    #expect(
      session.output(of: "open a.lever").output.hasPrefix(
        "error: a.lever:3:1: `experiment` reaches beyond the session, which a file that is opened may not"))
  }

  /// What was written by hand is read like any other file: with an error that has its place.
  @Test(arguments: [
    ("nonsense\n", "x.txt is no experiment of the format that is known here"),
    ("# lever experiment format=1\n", "x.txt holds no round of an experiment"),
    ("# lever experiment format=1\nexperiment start\nround 9x\n", "x.txt:3: the leverage has to be at most 5x"),
    (
      "# lever experiment format=1\nexperiment start rounds 4 seed 1 vol 80% drift 96%\nround 2x\ndeposit 1 ETH\n",
      "x.txt:4: `deposit 1 ETH` is no line that `experiment keep` writes here"
    ),
    (
      "# lever experiment format=1\nexperiment start rounds 4 seed 1 vol 80% drift 96%\nround 2x; undo; round 3x\n",
      "x.txt:3: `round 2x; undo; round 3x` is no line that `experiment keep` writes here"
    ),
  ])
  func `a kept file that is damaged is refused`(text: String, message: String) throws {
    var session = try ClassroomSession.make()
    try session.surroundings.experiments.write(text, to: "x.txt", replacing: false)
    let before = session.world
    #expect(session.output(of: "experiment open x").output.contains(message))
    #expect(session.world == before)
  }
}
