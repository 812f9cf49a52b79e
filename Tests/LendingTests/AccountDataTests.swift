import FixedPoint
import Lending
import Testing

@Suite struct AccountDataTests {
  private let ether = CollateralPosition(
    amount: 1_000_000_000_000_000_000, unit: 1_000_000_000_000_000_000, price: 200_000_000_000, maxLTV: 8_000,
    liquidationThreshold: 8_250)
  private let dollars = CollateralPosition(
    amount: 1_000_000_000, unit: 1_000_000, price: 100_000_000, maxLTV: 7_500, liquidationThreshold: 7_800)

  @Test func weighsSeveralCollateralsByValue() throws {
    let debt = DebtPosition(amount: 1_500_000_000, unit: 1_000_000, price: 100_000_000)
    let data = try AccountData(collaterals: [ether, dollars], debts: [debt])
    #expect(data.totalCollateralBase == 300_000_000_000)
    #expect(data.totalDebtBase == 150_000_000_000)
    #expect(data.averageLTV == 7_833)
    #expect(data.averageLiquidationThreshold == 8_100)
    #expect(data.availableBorrowsBase == 84_990_000_000)
    #expect(data.weightedCollateral == 2_430_000_000_000_000)
    #expect(data.healthFactor.raw.decimalText(decimals: 18) == "1.62")
  }

  @Test func theSmallestDebtCountsAsAUnitOfTheBaseCurrency() throws {
    let debt = DebtPosition(amount: 1, unit: 1_000_000_000_000_000_000, price: 200_000_000_000)
    #expect(try AccountData(collaterals: [], debts: [debt]).totalDebtBase == 1)
    #expect(try AccountData(collaterals: [], debts: [debt]).healthFactor == .zero)
  }

  @Test func anEmptyAccountIsSafe() throws {
    let data = try AccountData(collaterals: [], debts: [])
    #expect(data.healthFactor == .max)
    #expect(data.averageLTV == .zero)
  }

  @Test func aValueThatDoesNotFitIsReported() {
    var huge = ether
    huge.amount = .max
    #expect(throws: ArithmeticError.overflow) { try AccountData(collaterals: [huge], debts: []) }
  }
}
