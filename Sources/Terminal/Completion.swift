/// What Tab offers at the cursor.
///
///     Completion(prefixLength: 3, candidates: [.init(text: "borrow", description: "Borrow against collateral")])
public struct Completion: Equatable, Sendable {
  /// One way to go on, with a short text that says what it is.
  public struct Candidate: Equatable, Sendable {
    /// The whole word that replaces the prefix.
    public var text: String
    /// Shown beside the word in a list; may be empty.
    public var description: String

    public init(text: String, description: String = "") {
      self.text = text
      self.description = description
    }
  }

  /// How many Unicode scalars before the cursor the candidates replace.
  public var prefixLength: Int
  /// In the order in which a list shows them.
  public var candidates: [Candidate]

  public init(prefixLength: Int, candidates: [Candidate]) {
    self.prefixLength = prefixLength
    self.candidates = candidates
  }

  /// What Tab does to the line.
  enum Effect: Equatable {
    /// Nothing fits.
    case none
    /// Replaces the prefix by this text.
    case insert(String)
    /// Shows the candidates below the line.
    case list
  }

  /// Decides between inserting and listing.
  ///
  /// A single candidate is inserted with a blank, unless the word asks to be continued (`folder/`, `price(`, `key=`), ends
  /// in a blank, or one follows already. Several are inserted as far as they agree when that is longer than what was typed.
  ///
  /// - Parameter next: the scalar after the cursor, nil at the end of the line.
  func effect(before next: Unicode.Scalar?) -> Effect {
    guard let first = candidates.first else { return .none }
    if candidates.count == 1 {
      let isOpen = first.text.last.map { "/(= ".contains($0) } ?? true
      return .insert(isOpen || next == " " ? first.text : first.text + " ")
    }
    let common = candidates.dropFirst().reduce(first.text) { commonPrefix($0, $1.text) }
    return common.unicodeScalars.count > prefixLength ? .insert(common) : .list
  }
}

private func commonPrefix(_ left: String, _ right: String) -> String {
  String(zip(left, right).prefix { $0 == $1 }.map(\.0))
}
