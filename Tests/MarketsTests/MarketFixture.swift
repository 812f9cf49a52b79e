import FixedPoint
import Lending
import Markets
import Testing

/// A small market that is correct as it stands; tests change a part of it.
enum MarketFixture {
  static let text = """
    # Two assets and a pool.
    market: small
    title: Small
    date: 2026-03-17
    source: made up
    note: first note
    note: issue #5 stays # this goes
    rules: aave-v3.7
    collateral: ETH
    loan: usdc
    wallet: 10 ETH, 5,000 USDC
    flash-loan-fee: 0.05%
    efficiency-mode: 1

    [asset ETH]
    name: Ether
    decimals: 18
    kind: volatile
    price: $2,000
    max-ltv: 80%
    liquidation-threshold: 82.5%
    liquidation-bonus: 5%
    liquidation-protocol-fee: 10%
    reserve-factor: 15%
    optimal-utilization: 90%
    base-rate: 0.25%
    slope1: 5.5%
    slope2: 300%
    borrowing: yes
    supplied: 1.5m ETH
    borrowed: 1.8k ETH

    [asset USDC]
    name: USD Coin
    decimals: 6
    kind: stable
    price: 0.99992
    max-ltv: 0%
    liquidation-threshold: 0%
    liquidation-bonus: 0%
    liquidation-protocol-fee: 0%
    reserve-factor: 10%
    optimal-utilization: 90%
    base-rate: 0%
    slope1: 5.5%
    slope2: 40%
    borrowing: no
    supplied: 1_000_000 USDC
    borrowed: 0 USDC
    follows: ETH

    [efficiency-mode 1]
    label: All
    max-ltv: 93%
    liquidation-threshold: 95%
    liquidation-bonus: 1%
    collateral: ETH
    borrowable: ETH, USDC

    [pool ETH/USDC]
    depth: 1,000 ETH
    fee: 0.3%
    """

  /// The fixture with one piece of its text replaced; the piece has to be there.
  static func text(replacing old: String, with new: String) throws -> String {
    let range = try #require(text.firstRange(of: old), "the fixture has no \(old)")
    return text.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
