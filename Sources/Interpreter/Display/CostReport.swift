import FixedPoint
import Reports

/// What everything has cost: a line for each kind of cost there was, and the sum.
struct CostReport {
  let costs: Costs

  /// Nothing when nothing has cost anything.
  var report: Report {
    let kinds = Costs.Kind.allCases.filter { !costs[$0].isBelowACent }
    guard !kinds.isEmpty else { return Report() }
    let lines = kinds.map { kind in
      LabelledValue(
        label: Self.label(kind), value: StyledText(Self.dollars(costs[kind], of: kind)), remark: remark(kind))
    }
    let total = LabelledValue(
      label: "together", value: StyledText(Display.dollars(costs.total), .strong),
      remark: costs.total.isNegative ? "more was earned than spent" : nil)
    return Report([.heading("Costs since the market was loaded"), .values(lines + [total])])
  }

  private static func label(_ kind: Costs.Kind) -> String {
    switch kind {
    case .gas: "gas"
    case .swapFees: "swap fees"
    case .priceImpact: "price impact"
    case .flashLoanFees: "flash loan fees"
    case .interestPaid: "interest paid"
    case .interestEarned: "interest earned"
    case .liquidationPenalties: "liquidation penalties"
    }
  }

  private func remark(_ kind: Costs.Kind) -> StyledText? {
    switch kind {
    case .gas:
      costs.transactions == 1
        ? "one transaction" : "\(Display.grouped(String(costs.transactions))) transactions"
    case .priceImpact: costs[kind].isNegative ? "pools paid more than the market price" : nil
    case .interestEarned: "an income"
    default: nil
    }
  }

  /// An income stands below zero, since it is taken off the sum.
  private static func dollars(_ amount: Rational, of kind: Costs.Kind) -> String {
    Display.dollars(kind == .interestEarned ? -amount : amount)
  }
}
