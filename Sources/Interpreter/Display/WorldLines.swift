import FixedPoint
import Lending
import Markets
import Reports

/// Lines that several reports share: what the wallet holds, and the terms of swaps.
extension World {
  /// What the wallet holds, a line per asset.
  var walletLines: [LabelledValue] {
    let lines = market.assets.compactMap { asset -> LabelledValue? in
      let symbol = asset.asset.symbol
      let held = wallets[Self.learner, symbol]
      guard !held.isZero else { return nil }
      return LabelledValue(
        label: "wallet", value: StyledText(text(held, symbol)),
        remark: "worth \(Display.dollars(value(of: held, symbol)))")
    }
    return lines.isEmpty ? [LabelledValue(label: "wallet", value: "empty")] : lines
  }

  /// What a pool's reserves say that its base asset is worth, with the other side at the oracle price.
  private func impliedPrice(of pair: Exchange.PairPool) -> String {
    let base = asset(pair.base)
    guard let tokens = try? Rational(pair.pool.baseReserve, over: base.unit),
      let price = try? value(of: pair.pool.quoteReserve, pair.quote) / tokens
    else { return "–" }
    return Display.price(price)
  }

  /// The terms of swaps: a line per pool, or that there is none.
  var poolLines: [LabelledValue] {
    guard let limit = slippageLimit else { return poolTerms }
    return poolTerms + [
      LabelledValue(
        label: "slippage", value: StyledText("limit \(Display.typedPercent(limit))"),
        remark: "worse trades are reverted")
    ]
  }

  private var poolTerms: [LabelledValue] {
    guard !exchange.pools.isEmpty else {
      return [LabelledValue(label: "swaps", value: "frictionless", remark: "at the market price, without fee")]
    }
    let lines = exchange.pools.map { pair in
      LabelledValue(
        label: "\(pair.base)/\(pair.quote)",
        value: "\(text(pair.pool.baseReserve, pair.base)) and \(text(pair.pool.quoteReserve, pair.quote))",
        remark: "\(pair.base) at \(impliedPrice(of: pair)), fee \(Display.setting(pair.pool.fee))")
    }
    return exchange.isFrictionless
      ? lines + [LabelledValue(label: "others", value: "frictionless", remark: "at the market price, without fee")]
      : lines
  }
}
