/// The markets that are shipped, made from the files in `markets/`.
public enum Presets {
  /// The names of all presets; the one in which a session starts comes first.
  public static var names: [String] { files.map(\.name) }

  /// The market file of a preset, to be shown or copied; nil for an unknown name.
  public static func text(named name: String) -> String? {
    files.first { $0.name == name }?.text
  }

  /// The market of a preset; nil for an unknown name.
  ///
  /// Throws what `MarketFile.parse` throws; a test holds that no shipped file is refused.
  public static func market(named name: String) throws(FileContentError) -> Market? {
    guard let text = text(named: name) else { return nil }
    return try MarketFile.parse(text, file: "\(name).market")
  }
}
