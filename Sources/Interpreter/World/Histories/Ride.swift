import FixedPoint
import Lending
import Markets

/// Whether the learner goes through a history, and where he is in it.
indirect enum Riding: Equatable, Sendable {
  case none
  case on(Ride)

  var ride: Ride? {
    switch self {
    case .none: nil
    case .on(let ride): ride
    }
  }
}

/// A close that has passed on a ride.
struct RidePoint: Equatable, Sendable {
  /// With what the wallet holds in the equity.
  var sample: HistorySample
  /// What would be the learner's if he had done nothing.
  var untouchedWealth: Double
}

/// The closes that have passed, in pieces: worlds before each step keep theirs for `undo`, and share all pieces but the last.
private struct RidePast: Equatable, Sendable {
  private static let pieceLength = 64

  private var pieces: [[RidePoint]] = []

  mutating func append(_ point: RidePoint) {
    if let last = pieces.indices.last, pieces[last].count < Self.pieceLength {
      pieces[last].append(point)
    } else {
      pieces.append([point])
    }
  }

  var points: [RidePoint] { pieces.flatMap { $0 } }
}

/// A way through a history, bar by bar, on which the learner may act.
struct Ride: Equatable, Sendable {
  let track: PriceTrack
  /// The bar at whose close the world is.
  private(set) var bar: Int
  /// What the learner's position and wallet were worth at the entry.
  let startingWealth: Rational
  /// The world as it would be now if the learner had done nothing since.
  private(set) var untouched: World
  private var past = RidePast()
  /// What happened to the learner, and what would have if he had done nothing.
  private(set) var liquidations: [BarLiquidation] = []
  private(set) var untouchedLiquidations: [BarLiquidation] = []
  private(set) var lowestHealthFactor: Value
  private(set) var lowestBar: Int

  /// A ride that begins now.
  init(_ track: PriceTrack, in world: World) {
    self.track = track
    bar = track.entry
    var world = world
    world.riding = .none
    untouched = world
    startingWealth = world.learnerWealth
    (lowestHealthFactor, lowestBar) = (world.unmeasuredPosition.healthFactor, bar)
    past.append(
      RidePoint(sample: world.rideSample(at: bar, on: track), untouchedWealth: startingWealth.doubleValue))
  }

  var isAtEnd: Bool { bar >= track.last }

  /// One for each close that has passed, the entry included.
  var points: [RidePoint] { past.points }

  /// Lets the next bar pass for a world and for the one in which nothing is done; there is one.
  fileprivate mutating func pass(in world: inout World) throws(CommandError) -> PassedBar {
    bar += 1
    let passed = try world.pass(bar, of: track)
    untouchedLiquidations += try untouched.pass(bar, of: track).liquidations
    liquidations += passed.liquidations
    past.append(
      RidePoint(
        sample: world.rideSample(at: bar, on: track), untouchedWealth: untouched.learnerWealth.doubleValue))
    if passed.lowestHealthFactor.compared(to: lowestHealthFactor) ?? 0 < 0 {
      (lowestHealthFactor, lowestBar) = (passed.lowestHealthFactor, bar)
    }
    return passed
  }
}

extension World {
  /// The equity with what the wallet has gained since another time, at market prices: what a stop has sold is not lost.
  func equity(since start: World) -> Rational {
    market.assets.map(\.asset.symbol).reduce(unmeasuredPosition.equity) { sum, symbol in
      let (then, now) = (start.wallets[Self.learner, symbol], wallets[Self.learner, symbol])
      guard then != now else { return sum }
      let gained = marketValue(of: now.subtractingOrZero(then), symbol)
      return (try? sum + gained - marketValue(of: then.subtractingOrZero(now), symbol)) ?? sum
    }
  }

  /// What the learner's position and wallet are worth, the wallet at market prices.
  var learnerWealth: Rational {
    market.assets.map(\.asset.symbol).reduce(unmeasuredPosition.equity) { sum, symbol in
      (try? sum + marketValue(of: wallets[Self.learner, symbol], symbol)) ?? sum
    }
  }

  fileprivate func rideSample(at bar: Int, on track: PriceTrack) -> HistorySample {
    var sample = HistorySample(of: self, at: bar, on: track)
    sample.equity = learnerWealth.doubleValue
    return sample
  }

  /// Goes on by one bar of the ride; there is one, and it is not at its end.
  mutating func rideOn() throws(CommandError) -> PassedBar {
    guard var ride = riding.ride, !ride.isAtEnd else { return PassedBar() }
    var next = self
    next.riding = .none
    let passed = try ride.pass(in: &next)
    next.riding = .on(ride)
    self = next
    return passed
  }
}
