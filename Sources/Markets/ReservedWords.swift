/// The words that commands and expressions read as themselves: neither an asset nor a name can be one of them.
public enum ReservedWords {
  /// In lower case; case does not count.
  public static let all: Set<String> = [
    "all", "and", "at", "days", "drift", "false", "fee", "floor", "frictionless", "hourly", "if", "infinity", "into",
    "max",
    "mean", "mode", "not", "off", "on", "or", "paths", "risk", "seed", "slippage", "to", "true", "vol", "with",
  ]

  /// Whether a word is one of them, in any case.
  public static func contains(_ word: String) -> Bool { all.contains(word.lowercased()) }
}
