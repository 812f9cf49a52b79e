import Lending
import Markets

/// What Tab offers in places that many commands share.
enum Candidates {
  /// The market's assets with their names.
  static func assets(_ session: Session) -> [Candidate] {
    session.world.market.assets.map { Candidate($0.asset.symbol.text, $0.asset.name) }
  }

  /// An amount in the first place, then an asset.
  static func amountThenAsset(_ words: [String], _ session: Session, first: [Candidate]) -> [Candidate] {
    switch words.count {
    case 0: first
    case 1: assets(session)
    default: []
    }
  }
}
