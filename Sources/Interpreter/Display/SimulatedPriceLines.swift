import FixedPoint
import Markets
import Reports
import Simulation

extension SimulatedPrice {
  /// What is supposed about the price, line by line.
  var lines: [LabelledValue] {
    if case .normal = choice { return model.lines }
    return [volatility] + returns + [drift]
  }

  /// How often the price is looked at: `daily`, `hourly`, `every 15 minutes`.
  var looks: String {
    switch interval {
    case BarInterval.day: "daily"
    case BarInterval.hour: "hourly"
    default: "every \(BarInterval.text(interval))"
    }
  }

  /// One step and several, in words.
  private var step: (one: String, several: String) {
    switch interval {
    case BarInterval.day: ("a day", "days")
    case BarInterval.hour: ("an hour", "hours")
    default: ("a step", "steps")
    }
  }

  private var volatility: LabelledValue {
    let oneStep = Display.sigma(process.volatility * stepYears.squareRoot())
    let text =
      isOwnVolatility
      ? "\(Self.percent(process.volatility)) a year, that of the file"
      : "\(Display.typedPercent(model.volatility)) a year"
    return LabelledValue(
      label: "volatility", value: StyledText(text), remark: StyledText("one sigma of \(step.one) is \(oneStep)", .muted)
    )
  }

  /// Whether the volatility is the file's own.
  private var isOwnVolatility: Bool {
    guard let sample else { return false }
    return abs(sample.deviation / (process.volatility * stepYears.squareRoot()) - 1) < 1e-6
  }

  private var returns: [LabelledValue] {
    switch choice {
    case .normal: []
    case .jumps(let perYear, let size, let deviation):
      [
        LabelledValue(
          label: "returns",
          value:
            "normal, with \(Display.typed(perYear)) \(perYear == 1 ? "jump" : "jumps") a year of \(Self.signed(size))",
          remark: StyledText(
            "spread of jumps \(Display.typedPercent(deviation)); volatility between them \(Self.percent(process.diffusiveVolatility))",
            .muted))
      ]
    case .student(let degrees):
      [
        LabelledValue(
          label: "returns", value: "Student-t, \(Display.typed(degrees)) degrees of freedom",
          remark: StyledText("fat tails at the same volatility", .muted))
      ]
    case .garch(let alpha, let beta, let start): garch(alpha, beta, start)
    case .bootstrap(let file, let meanBlock):
      [
        LabelledValue(
          label: "returns", value: "\(Display.grouped(String(sample?.count ?? 0))) of \(file)",
          remark: StyledText(
            "in blocks of \(Display.typed(meanBlock)) on average; kurtosis \(Display.sigmas(sample?.kurtosis ?? 3))",
            .muted))
      ]
    }
  }

  private func garch(_ alpha: Rational, _ beta: Rational, _ start: Rational?) -> [LabelledValue] {
    let garch = process.garch(stepYears: stepYears)
    let tails = garch?.kurtosis.map { "kurtosis \(Display.sigmas($0))" } ?? "no bound to the kurtosis"
    let memory = Rational(exactly: garch?.halfLife ?? 0).map { Display.grouped($0.fixedText(places: 1)) } ?? "–"
    let lines = [
      LabelledValue(
        label: "returns", value: "GARCH, alpha \(Display.typedPercent(alpha)), beta \(Display.typedPercent(beta))",
        remark: StyledText("half of an excitement is gone after \(memory) \(step.several); \(tails)", .muted))
    ]
    guard let start else { return lines }
    return lines + [
      LabelledValue(
        label: "now", value: "\(Display.typedPercent(start)) a year",
        remark: StyledText("the volatility of the first step", .muted))
    ]
  }

  private var drift: LabelledValue {
    let logarithm = Self.signed(process.logDrift(stepYears: stepYears))
    if keepsDrift {
      return LabelledValue(
        label: "drift", value: "\(logarithm) a year, that of the file", remark: StyledText("of the logarithm", .muted))
    }
    switch model.drift {
    case .median(let rate):
      let what = isSymmetric ? "median" : "logarithm"
      let remark = rate.isZero && isSymmetric ? StyledText("as likely to end higher as lower", .muted) : nil
      return LabelledValue(
        label: "drift", value: "\(Display.typedPercent(rate)) a year of the \(what)", remark: remark)
    case .mean(let rate):
      if case .student = choice {
        return LabelledValue(
          label: "drift", value: "\(logarithm) a year of the median",
          remark: StyledText("as normal returns have it whose mean grows by \(Display.typedPercent(rate))", .muted))
      }
      return LabelledValue(
        label: "drift", value: "\(Display.typedPercent(rate)) a year of the mean",
        remark: StyledText("and \(logarithm) of the logarithm", .muted))
    }
  }

  /// Whether falls are as likely as rises of the same size, so that the median follows the logarithm.
  private var isSymmetric: Bool {
    switch choice {
    case .student, .garch, .normal: true
    case .jumps, .bootstrap: false
    }
  }

  private static func percent(_ share: Double) -> String {
    Rational(exactly: share).map { Display.percent($0) } ?? "–"
  }

  private static func signed(_ rate: Double) -> String { (rate < 0 ? "-" : "") + Display.rate(rate) }

  private static func signed(_ share: Rational) -> String {
    (share.isNegative ? "" : "+") + Display.typedPercent(share)
  }

  /// What no reader of the chances may forget.
  var limits: Block {
    switch choice {
    case .normal: PriceModel.limits
    case .jumps:
      .note(
        "The jumps know nothing of each other and come as often as you say: nobody knows that number of a real price.")
    case .student:
      .note(
        "A Student-t price has no mean: however rare, its largest moves outweigh all. The mean shown is that of these paths, and another seed may show a very different one."
      )
    case .garch:
      .note("One day's excitement lasts, but each day's return is still normal for its own volatility.")
    case .bootstrap:
      .note("What did not happen in the file cannot happen here, and the future need not draw from the past.")
    }
  }
}
