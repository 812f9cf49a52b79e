import FixedPoint
public import Reports

/// The position in a few words for the right-hand prompt: `2.53x  HF 1.31  -23.8%`.
public enum PositionGlance {
  /// The pieces and how dangerous they are; nil while there is neither position nor branch to tell of.
  public static func pieces(of session: Session) -> (text: String, style: Style)? {
    let position = session.world.position
    let branch = session.branch == Session.firstBranch ? nil : session.branch
    guard !position.isEmpty else { return branch.map { ($0, .plain) } }
    var parts = branch.map { [$0] } ?? []
    parts.append(Display.multiple(position.leverage))
    parts.append("HF \(Display.healthFactor(position.healthFactor))")
    if !position.debt.isZero {
      let isRise = position.liquidation?.isRise ?? false
      let buffer = Display.buffer(position.buffer)
      parts.append(position.buffer.isNegative ? "below 1" : (isRise ? "+" : "-") + buffer)
    }
    return (parts.joined(separator: "  "), DangerLevel(of: position).style)
  }
}
