import Behavior
import FixedPoint
import Reports

/// Bets on a coin that favours who bets on heads.
struct CoinCommand: Command {
  static let manual = Manual(
    "coin", group: .measuring,
    synopsis: [
      "coin start [flips 60] [seed NUMBER]", "coin PERCENT|AMOUNT [heads|tails] [times COUNT]", "coin", "coin table",
    ],
    summary: "bet on a coin with an edge",
    details: [
      "The coin comes up heads in 60 of 100 tosses, and you know it. You begin with $25 and bet as much as you like on either side; "
        + "at $250 the game ends, as in the experiment of Haghani and Dewey (2016), who let 61 people play. The same seed gives the "
        + "same tosses; where none is named, the next game of a session has the next seed.",
      "`coin` says how you stand and, after a bet, what others made of it. `coin table` shows what constant shares come to, "
        + "computed exactly.",
    ],
    examples: [
      Manual.Example("coin start seed 7; coin $5; coin 20% times 10; coin", shows: "eleven bets"),
      Manual.Example("coin table", shows: "constant shares"),
      Manual.Example("coin start; coin $30", shows: "more than there is"),
    ])

  enum Stake: Equatable, Sendable {
    case share(Rational)
    case cents(Int)
  }

  enum Action: Equatable, Sendable {
    case status
    case table
    case start(flips: Int, seed: UInt64?)
    case bet(Stake, CoinGame.Side, times: Int)
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> CoinCommand {
    if arguments.isAtEnd { return CoinCommand(action: .status) }
    if arguments.keyword("table") { return CoinCommand(action: .table) }
    if arguments.keyword("start") {
      var (flips, seed) = (60, UInt64?.none)
      while !arguments.isAtEnd {
        if arguments.keyword("flips") {
          guard let count = try arguments.wholeNumber("the number of tosses", in: 1...1_000) else {
            throw arguments.errorHere("the number of tosses is missing", try: ["coin start flips 60"])
          }
          flips = count
        } else if arguments.keyword("seed") {
          seed = try arguments.seed(example: "coin start seed 7")
        } else {
          throw arguments.unknownWord(among: ["flips", "seed"])
        }
      }
      return CoinCommand(action: .start(flips: flips, seed: seed))
    }
    let stake = try arguments.coinStake()
    var (side, times) = (CoinGame.Side.heads, 1)
    while !arguments.isAtEnd {
      if let named = CoinGame.Side.allCases.first(where: { arguments.keyword($0.rawValue) }) {
        side = named
      } else if arguments.keyword("times") {
        guard let count = try arguments.wholeNumber("the number of bets", in: 1...1_000) else {
          throw arguments.errorHere("the number of bets is missing", try: ["coin 20% times 10"])
        }
        times = count
      } else {
        throw arguments.unknownWord(among: ["heads", "tails", "times"])
      }
    }
    return CoinCommand(action: .bet(stake, side, times: times))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch (words.first?.lowercased(), words.last?.lowercased()) {
    case (nil, _):
      return [
        Candidate("start", "begin with $25"), Candidate("20%", "of what you have"), Candidate("$5", "or dollars"),
        Candidate("table", "what constant shares come to"),
      ]
    case ("start", "flips"): return [Candidate("60", "tosses")]
    case ("start", "seed"): return [Candidate("7", "any whole number")]
    case ("start", _):
      return [Candidate("flips", "how many tosses"), Candidate("seed", "other tosses")].filter {
        !words.contains($0.text)
      }
    case ("table", _): return []
    case (_, "times"): return [Candidate("10", "bets")]
    default:
      return [
        Candidate("heads", "in 60 of 100"), Candidate("tails", "in 40 of 100"), Candidate("times", "the same again"),
      ]
      .filter { !words.contains($0.text) }
    }
  }

  var showsTheFuture: Bool { if case .bet = action { true } else { false } }

  func run(in session: inout Session) throws(CommandError) -> Report {
    switch action {
    case .table: return CoinReport.table
    case .status: return CoinReport(try session.world.coinAtHand()).status
    case .start(let flips, let seed):
      let coin = CoinGame(flips: flips, seed: seed ?? session.world.nextCoinSeed(first: session.surroundings.seed))
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.coin = coin
        return CoinReport(coin).opening
      }
    case .bet(let stake, let side, let times):
      var coin = try session.world.coinAtHand()
      guard !coin.isOver else {
        throw CommandError(.refused, "the game is over", try: ["coin", "coin start"])
      }
      let first = coin.bets.count
      while !coin.isOver, coin.bets.count < first + times {
        let cents =
          switch stake {
          case .share(let share): coin.cents(ofShare: share.doubleValue)
          case .cents(let cents): cents
          }
        guard cents <= coin.wealthCents else {
          // A row of bets ends where the money does.
          if coin.bets.count > first { break }
          throw CommandError(
            .refused, "you have \(CoinReport.dollars(coin.wealthCents)) and cannot bet \(CoinReport.dollars(cents))",
            try: ["coin \(CoinReport.dollars(coin.wealthCents))"])
        }
        coin.bet(cents, on: side)
      }
      let played = coin
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.coin = played
        return CoinReport(played).bets(from: first)
      }
    }
  }
}

extension World {
  /// The seed of the next coin for which none is named: another one than that of the tosses that were just seen.
  fileprivate func nextCoinSeed(first: UInt64) -> UInt64 {
    guard let coin else { return first }
    return coin.bets.isEmpty ? coin.seed : coin.seed &+ 1
  }

  /// The coin, or an error where there is none.
  fileprivate func coinAtHand() throws(CommandError) -> CoinGame {
    guard let coin else { throw CommandError(.refused, "no coin is tossed yet", try: ["coin start"]) }
    return coin
  }
}

extension ArgumentReader {
  fileprivate mutating func coinStake() throws(CommandError) -> CoinCommand.Stake {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("a stake has to be above zero") }
    guard let literal = try number() else {
      let word = scanner.chunk() ?? ""
      throw error(
        "`\(word)` is no stake", try: ["coin start", "coin $5", "coin 20%"])
    }
    if literal.unit == .percent { return .share(try share(literal, "the stake")) }
    guard literal.unit == .none, literal.value > 0, literal.value <= 250, let cents = try? literal.value * 100,
      cents.denominator == .one, let whole = Int(exactly: cents.numerator.low)
    else {
      throw error("a stake is a share such as `20%`, or dollars and whole cents up to $250")
    }
    return .cents(whole)
  }
}
