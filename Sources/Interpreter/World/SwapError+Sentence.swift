import FixedPoint
import Lending
import Markets

extension World {
  /// Runs an operation of the exchange; an error becomes a sentence with the rule and the numbers.
  mutating func trade<Result>(_ body: (inout World) throws(SwapError) -> Result) throws(CommandError) -> Result {
    do {
      return try body(&self)
    } catch {
      throw refusal(error)
    }
  }

  private func refusal(_ error: SwapError) -> CommandError {
    switch error {
    case .unlistedAsset(let symbol), .missingPrice(let symbol):
      return CommandError(.refused, "the market \(market.name) has no price for \(symbol)")
    case .sameAsset(let symbol):
      return CommandError(.refused, "\(symbol) cannot be swapped for itself")
    case .noRoute(let input, let output):
      return CommandError(
        .refused, "no pool trades \(input) for \(output), not even by way of another asset", try: ["pool frictionless"])
    case .amountTooSmall(let amount, let input, let output):
      return CommandError(
        .refused, "\(text(amount, input.symbol)) is too little to get the smallest unit of \(output.symbol)")
    case .exceedsPool(let requested, let reserve, let asset):
      return CommandError(
        .refused,
        "the pool holds \(text(reserve, asset.symbol)) and cannot give \(text(requested, asset.symbol))"
      )
    case .deskExhausted(let requested, let available, let asset):
      return CommandError(
        .refused,
        "the market beyond the pool has \(text(available, asset.symbol)), not \(text(requested, asset.symbol))"
      )
    case .poolTooSmall(let base, let quote):
      return CommandError(.refused, "a pool needs at least one unit of \(base) and of \(quote)")
    case .feeTooHigh(let fee):
      return CommandError(.refused, "a pool's fee has to be below 100%, not \(Display.setting(fee))")
    case .overflow:
      return CommandError(.refused, "the numbers do not fit in 256 bits")
    }
  }
}
