import FixedPoint
import Lending

/// A function under test: the inputs of a case to its outputs, or an error.
typealias VectorFunction = @Sendable (VectorInputs) throws -> [String: VectorOutput]

enum VectorDispatch {
  /// Every function that the ledger has.
  static let table: [String: VectorFunction] = [
    fixedPoint, interest, tokenBalances, accounts, liquidations, loops, leverage,
  ].reduce(into: [:]) { table, group in table.merge(group) { first, _ in first } }

  /// Functions of the shipped files that the ledger does not have yet. This list may only shrink.
  static let notBuiltYet: Set<String> = [
    // rates
    "cometRates", "morphoCurve", "morphoSupplyRate", "morphoUtilizationTargets",
    // liquidation
    "cometIsLiquidatable", "cometQuoteCollateral", "debtToTargetHealthFactor", "liquidationBonus", "makerAuctionPrice",
    "makerLiquidation", "makerTake", "morphoIncentiveFactor", "morphoLiquidate", "morphoMaxBorrow",
    // perpetuals
    "adlRanking", "adlScore", "bankruptcyPrice", "dydxLiquidationPrice", "fundingRate", "hyperliquidLiquidationPrice",
    "inverseBankruptcyPrice", "inverseLiquidationPrice", "maintenanceAmounts", "maintenanceMargin",
    "minimumCollateral", "perpEquity", "perpLiquidationPrice",
  ]

  /// The name that the files use for an error; nil for one that is not a result.
  static func name(of error: any Error) -> String? {
    switch error {
    case let error as ArithmeticError: arithmeticName(error)
    case let error as ScaledBalanceError:
      switch error {
      case .arithmetic(let error): arithmeticName(error)
      case .invalidAmount: "invalidAmount"
      case .insufficientBalance: "insufficientBalance"
      }
    case let error as LiquidationError:
      switch error {
      case .arithmetic(let error): arithmeticName(error)
      case .notLiquidatable: "notLiquidatable"
      case .debtNotBorrowed: "debtNotBorrowed"
      case .mustNotLeaveDust: "mustNotLeaveDust"
      case .invalidBurnAmount: "invalidBurnAmount"
      }
    case let error as LoopError: "\(error)"
    case let error as FixedSpreadLiquidationError: "\(error)"
    default: nil
    }
  }

  private static func arithmeticName(_ error: ArithmeticError) -> String { "\(error)" }

  /// A failure of a case in words, or nil when it passes.
  static func failure(of vector: VectorCase) -> String? {
    guard let function = table[vector.function] else { return "\(vector.id): unknown function '\(vector.function)'" }
    let place = "\(vector.id) \(vector.function)"
    let outputs: [String: VectorOutput]
    do {
      outputs = try function(vector.inputs)
    } catch {
      guard let name = name(of: error) else { return "\(place): \(error)" }
      if vector.expected.count == 1, case .text(name) = vector.expected["error"] { return nil }
      return "\(place): threw \(name), expected \(vector.expected)"
    }
    guard Set(outputs.keys) == Set(vector.expected.keys) else {
      return "\(place): returned \(outputs), expected \(vector.expected)"
    }
    for (key, output) in outputs.sorted(by: { $0.key < $1.key }) {
      guard let expected = vector.expected[key], output.matches(expected, within: vector.tolerance) else {
        return "\(place): \(key) is \(output), expected \(vector.expected[key].map(\.description) ?? "nothing")"
      }
    }
    return nil
  }
}
