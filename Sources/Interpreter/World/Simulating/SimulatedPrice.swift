import FixedPoint
import Markets
import Simulation

/// A price that a simulation lets move: the process, and how often it is looked at.
struct SimulatedPrice {
  let model: PriceModel
  let choice: ProcessChoice
  let process: PriceProcess
  /// Seconds from one look to the next.
  let interval: Int
  let steps: Int
  /// The returns of the file, where there is one.
  let sample: ReturnSample?
  /// Whether the file's own drift is kept.
  let keepsDrift: Bool

  var years: Double { model.years }
  var stepYears: Double { years / Double(steps) }

  /// `namesVolatility` says whether the model's volatility counts for a file too, instead of its own; `interval` is nil where
  /// nothing was said of it.
  init(
    _ choice: ProcessChoice, model: PriceModel, namesVolatility: Bool, keepsDrift: Bool, interval: Int?,
    in session: Session
  ) throws(CommandError) {
    self.choice = choice
    self.keepsDrift = keepsDrift
    var model = model
    if case .bootstrap(let file, let meanBlock) = choice {
      let history = try session.surroundings.priceHistory(named: file, interval: interval)
      self.interval = history.interval
      sample = try Self.sample(of: history, file: file, meanBlock: meanBlock)
      if let sample, !namesVolatility {
        let perYear = PriceModel.daysPerYear * 86_400 / Double(history.interval)
        model.volatility = Rational(exactly: sample.deviation * perYear.squareRoot()) ?? model.volatility
      }
    } else {
      self.interval = interval ?? BarInterval.day
      sample = nil
    }
    self.model = model
    steps = Self.steps(days: model.days, interval: self.interval)
    process = try Self.process(choice, model, sample, drift: Self.drift(model, sample, self.interval, keepsDrift))
  }

  /// How many looks the horizon takes, rounded up.
  private static func steps(days: Rational, interval: Int) -> Int {
    let exact = try? days * Rational(UInt256(86_400), over: UInt256(UInt64(interval)))
    return exact.flatMap { Int($0.fixedText(places: 0, rounding: .up)) } ?? 1
  }

  private static func sample(
    of history: PriceHistory, file: String, meanBlock: Rational
  ) throws(CommandError) -> ReturnSample {
    guard let sample = ReturnSample(prices: history.closes, meanBlock: meanBlock.doubleValue) else {
      throw CommandError(
        .refused, "\(file) has too few prices, or prices that never move: blocks are drawn from at least two returns")
    }
    return sample
  }

  private static func drift(
    _ model: PriceModel, _ sample: ReturnSample?, _ interval: Int, _ keepsDrift: Bool
  ) -> PriceProcess.Drift {
    if keepsDrift, let sample {
      return .logarithm(sample.mean * PriceModel.daysPerYear * 86_400 / Double(interval))
    }
    switch model.drift {
    case .median(let rate): return .logarithm(rate.doubleValue)
    case .mean(let rate): return .mean(rate.doubleValue)
    }
  }

  private static func process(
    _ choice: ProcessChoice, _ model: PriceModel, _ sample: ReturnSample?, drift: PriceProcess.Drift
  ) throws(CommandError) -> PriceProcess {
    let shape: PriceProcess.Shape
    switch choice {
    case .normal: shape = .normal
    case .jumps(let perYear, let size, let deviation):
      let jumps = Jumps(
        perYear: perYear.doubleValue, mean: naturalLogarithm(1 + size.doubleValue), deviation: deviation.doubleValue)
      shape = .jumps(jumps)
    case .student(let degrees): shape = .student(degrees: degrees.doubleValue)
    case .garch(let alpha, let beta, let start):
      shape = .garch(alpha: alpha.doubleValue, beta: beta.doubleValue, start: start?.doubleValue)
    case .bootstrap: shape = sample.map { .resampled($0) } ?? .normal
    }
    guard let process = PriceProcess(volatility: model.volatility.doubleValue, drift: drift, shape: shape) else {
      guard case .jumps(let jumps) = shape else { throw CommandError(.refused, "no price moves like this") }
      throw CommandError(
        .refused,
        "the jumps alone have a volatility of \(Display.sigma(jumps.variance.squareRoot())), more than the whole "
          + "\(Display.typedPercent(model.volatility)): fewer or smaller jumps fit, or a higher `vol`")
    }
    return process
  }
}
