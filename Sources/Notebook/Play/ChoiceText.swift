/// The text of a choice, or what was typed for it: without the marks that people leave out.
struct ChoiceText: Equatable {
  /// In small letters, without emphasis, signs of dollars and of thousands, zeros behind the point, and a last stop.
  private let words: String
  /// The only number in it, with its sign; nil where there is none or more.
  private let number: Substring?
  /// Whether it is nothing but a number with its unit.
  private let isNumber: Bool

  init(_ text: String) {
    var words = text.lowercased().filter { !"*_`$,".contains($0) }.replacing("\u{2212}", with: "-")
      .replacing(#/\.0+(?!\d)/#, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.hasSuffix(".") { words.removeLast() }
    let numbers = words.matches(of: #/-?\d+(?:\.\d+)?/#)
    self.words = words
    number = numbers.count == 1 ? numbers[0].output : nil
    isNumber = words.wholeMatch(of: #/-?[\d.]+ ?(?:%|x|percent|times|dollars|usdc?)?/#) != nil
  }

  /// The place of the choice that is meant: the one with these words, else the only one with this number, where each choice
  /// has one.
  func onlyMatch(in choices: [ChoiceText]) -> Int? {
    let same = choices.indices.filter { choices[$0].words == words }
    if same.count == 1 { return same[0] }
    guard isNumber, let number, choices.allSatisfy({ $0.number != nil }) else { return nil }
    let equal = choices.indices.filter { choices[$0].number == number }
    return equal.count == 1 ? equal[0] : nil
  }
}
