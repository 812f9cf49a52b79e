import FixedPoint
import Lending
import Reports

/// What a sale from outside did to a price, and whom it reaches.
struct ShockReport {
  let shock: Shock
  let world: World

  var report: Report {
    var report = Report([.paragraph(sentence), .values(lines)])
    let oracle = world.price(of: shock.symbol)
    if oracle != world.marketPrice(of: shock.symbol) {
      report.append(
        .note("The oracle still says \(Display.price(oracle)), and the protocol acts on what it says: see `oracle`."))
    }
    if let reached { report.append(.note(reached)) }
    if world.unmeasuredPosition.isLiquidatable, world.keepersAreOn {
      report.append(
        .note(
          "You can be liquidated now, and keepers wait for `cascade`, or for the next command that changes something."))
    }
    return report
  }

  /// The sale and what it did to the price; before that, what brought the pool to the market price if it had strayed.
  var sentence: StyledText {
    let sale: StyledText =
      "A seller brings \(world.text(shock.sold, shock.symbol), .strong) to the pool and moves its price by \("-" + Display.percent(shock.fall), .danger)."
    guard let strayed = shock.strayed else { return sale }
    return
      "Traders bring the pool from \(Display.price(strayed)) back to the market price of \(Display.price(shock.before)). \(sale)"
  }

  private var lines: [LabelledValue] {
    let value = world.marketValue(of: shock.received, shock.payment)
    let average = (try? Rational(shock.sold, over: world.asset(shock.symbol).unit)).flatMap { try? value / $0 }
    let slippage = average.flatMap { try? 1 - $0 / shock.before }
    return [
      LabelledValue(
        label: "gets", value: StyledText(world.text(shock.received, shock.payment)),
        remark: average.map { average in
          StyledText(
            "on average \(Display.price(average)): slippage \(slippage.map { Display.percent($0, places: 2) } ?? "–")",
            .muted)
        }),
      LabelledValue(
        label: shock.symbol.text, value: "\(Display.price(shock.before)) → \(Display.price(shock.after), .strong)",
        remark: StyledText("the price in the pool, and so of the market", .muted)),
    ]
  }

  /// Who can be liquidated now; nil when there is nobody who could be.
  private var reached: StyledText? {
    guard let crowd = world.crowd, crowd.symbol == shock.symbol else { return nil }
    let price = world.price(of: shock.symbol).doubleValue
    let (count, amount) = crowd.share(pricedIn: price..<Double.infinity)
    guard count > 0 else { return "Nobody of the crowd can be liquidated at this price." }
    let tokens = Display.tokens(amount, shock.symbol)
    return
      "\(Display.count(count)) of \(Display.borrowers(crowd.count)) with \(tokens) can be liquidated now: `cascade` lets it happen."
  }
}
