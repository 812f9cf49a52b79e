import FixedPoint
import Lending
import Testing

@Suite struct FlashLoanPremiumTests {
  @Test func thePremiumIsTheTreasurys() throws {
    var pool = try TestMarket.fundedPool(grown: true)
    let before = try pool.reserve("USDC")
    try pool.payFlashLoanPremium(1_000, of: "USDC")
    let after = try pool.reserve("USDC")
    #expect(try after.availableLiquidity - before.availableLiquidity == 1_000)
    #expect(after.accruedToTreasury == 729)
    #expect(pool.supplyBalance(of: "USDC", account: "bank").decimalText(decimals: 6) == "4999999.999999")
    #expect(throws: LendingError.unknownAsset("DOGE")) { try pool.payFlashLoanPremium(1, of: "DOGE") }
  }
}
