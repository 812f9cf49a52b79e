import FixedPoint

extension VectorDispatch {
  static let fixedPoint: [String: VectorFunction] = [
    "wadMul": result { try $0.integer("a").multiplied(by: $0.wad("b"), rounding: .halfUp) },
    "wadDiv": result { try $0.integer("a").divided(by: $0.wad("b"), rounding: .halfUp) },
    "rayMul": result { try $0.integer("a").multiplied(by: $0.ray("b"), rounding: .halfUp) },
    "rayMulFloor": result { try $0.integer("a").multiplied(by: $0.ray("b"), rounding: .down) },
    "rayMulCeil": result { try $0.integer("a").multiplied(by: $0.ray("b"), rounding: .up) },
    "rayDiv": result { try $0.integer("a").divided(by: $0.ray("b"), rounding: .halfUp) },
    "rayDivFloor": result { try $0.integer("a").divided(by: $0.ray("b"), rounding: .down) },
    "rayDivCeil": result { try $0.integer("a").divided(by: $0.ray("b"), rounding: .up) },
    "wadToRay": result { try $0.wad("a").ray().raw },
    "rayToWad": result { try $0.ray("a").wad().raw },
    "percentMul": result { try $0.integer("value").multiplied(by: $0.basisPoints("percentageBps"), rounding: .halfUp) },
    "percentMulFloor": result {
      try $0.integer("value").multiplied(by: $0.basisPoints("percentageBps"), rounding: .down)
    },
    "percentMulCeil": result {
      try $0.integer("value").multiplied(by: $0.basisPoints("percentageBps"), rounding: .up)
    },
    "percentDiv": result { try $0.integer("value").divided(by: $0.basisPoints("percentageBps"), rounding: .halfUp) },
    "percentDivFloor": result {
      try $0.integer("value").divided(by: $0.basisPoints("percentageBps"), rounding: .down)
    },
    "percentDivCeil": result { try $0.integer("value").divided(by: $0.basisPoints("percentageBps"), rounding: .up) },
    "mulDivCeil": result {
      try $0.integer("a").multipliedDivided(by: $0.integer("b"), over: $0.integer("c"), rounding: .up)
    },
  ]

  /// A function with one integer output.
  static func result(_ body: @escaping @Sendable (VectorInputs) throws -> UInt256) -> VectorFunction {
    { ["result": .integer(try body($0))] }
  }
}
