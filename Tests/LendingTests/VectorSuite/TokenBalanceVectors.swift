import FixedPoint
import Lending

extension VectorDispatch {
  static let tokenBalances: [String: VectorFunction] = [
    "aTokenMint": { try moved(.supply, $0) { balance, amount, index in try balance.mint(amount, at: index) } },
    "aTokenBurn": { try moved(.supply, $0) { balance, amount, index in try balance.burn(amount, at: index) } },
    "debtTokenMint": { try moved(.debt, $0) { balance, amount, index in try balance.mint(amount, at: index) } },
    "debtTokenBurn": { try moved(.debt, $0) { balance, amount, index in try balance.burn(amount, at: index) } },
    "aTokenBalance": { ["balance": .integer(try balance(.supply, $0))] },
    "debtTokenBalance": { ["balance": .integer(try balance(.debt, $0))] },
    "aTokenTransfer": { inputs in
      var sender = ScaledBalance(.supply, scaled: try inputs.integer("senderScaledBalance"))
      var recipient = ScaledBalance(.supply, scaled: try inputs.integer("recipientScaledBalance"))
      let index = try inputs.ray("index")
      let moved = try sender.transfer(inputs.integer("amount"), to: &recipient, at: index)
      return [
        "scaledAmount": .integer(moved), "senderBalance": .integer(try sender.balance(at: index)),
        "recipientBalance": .integer(try recipient.balance(at: index)),
      ]
    },
  ]

  private static func balance(_ side: ScaledBalance.Side, _ inputs: VectorInputs) throws -> UInt256 {
    try ScaledBalance(side, scaled: inputs.integer("scaledBalance")).balance(at: inputs.ray("index"))
  }

  private static func moved(
    _ side: ScaledBalance.Side, _ inputs: VectorInputs,
    _ change: (inout ScaledBalance, UInt256, Ray) throws -> UInt256
  ) throws -> [String: VectorOutput] {
    var balance = ScaledBalance(side, scaled: try inputs.integer("scaledBalance"))
    let index = try inputs.ray("index")
    let moved = try change(&balance, inputs.integer("amount"), index)
    return [
      "scaledAmount": .integer(moved), "scaledBalance": .integer(balance.scaled),
      "balance": .integer(try balance.balance(at: index)),
    ]
  }
}
