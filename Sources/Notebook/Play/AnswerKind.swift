import FixedPoint
import Interpreter

/// What kind of number answers a question, by its words and by the size of the answer.
enum AnswerKind: Equatable, Sendable {
  case share
  /// Of anything but a price.
  case dollars
  case price
  case multiple
  case count

  /// `answer` decides where the words do not.
  init(question: String, answer: Double) {
    let plain = question.filter { !"*_`".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = plain.lowercased()
    if let kind = Self.asked(in: words) {
      self = kind
    } else if plain.contains(#/[Hh]ow much (?!USD|DAI)[A-Z]{2}/#) {
      self = .count
    } else if words.contains(#/price|dollar|worth|how much/#), abs(answer) >= 1.5 {
      self = .dollars
    } else {
      self = abs(answer) < 1 ? .share : .count
    }
    if self == .dollars, words.contains("price") { self = .price }
  }

  /// What the words say, those first that leave no doubt.
  private static func asked(in words: String) -> AnswerKind? {
    let signs: [(AnswerKind, Regex<Substring>)] = [
      (.share, #/answer with an? (?:percentage|share)/#), (.dollars, #/answer with a (?:number of dollars|price)/#),
      (.multiple, #/answer with a (?:leverage|multiple)/#), (.count, #/answer with a (?:number|count)/#),
      (.share, #/how many percent/#), (.multiple, #/how many times|(?:which|what|how much) leverage/#),
      (.dollars, #/how many dollars|how much money|(?:which|what) price/#), (.count, #/how many/#),
      (.share, #/chance|probability|(?:which|what) share|percent/#),
    ]
    return signs.first { words.contains($0.1) }?.0
  }

  private var form: NumberForm {
    switch self {
    case .share: .share
    case .dollars, .price: .dollars
    case .multiple: .multiple
    case .count: .plain
    }
  }

  /// A number as screens show one of its kind: `$29,411.70`, `2.96x`, `9.30%`, `18`.
  func text(of number: Rational) -> String {
    switch self {
    case .dollars, .price: return form.text(of: number, places: number.magnitude < 1 && !number.isZero ? 4 : 2)
    case .multiple: return form.text(of: number, places: 2)
    case .share: return form.text(of: number, places: 2).replacing(".00", with: "")
    case .count: return form.text(of: number, upTo: number.magnitude < 2 ? 4 : 2)
    }
  }

  /// What has to be typed, with an example that is not near the answer.
  func request(besides answer: Double) -> String {
    func example(_ choices: (value: Double, text: String)...) -> String {
      (choices.first { abs($0.value - abs(answer)) > abs(answer) / 4 } ?? choices[0]).text
    }
    switch self {
    case .share: return "Type a percentage, such as \(example((0.2, "20%"), (0.35, "35%")))"
    case .dollars: return "Type an amount in dollars, such as \(example((1600, "1600"), (2500, "2500")))"
    case .price: return "Type a price in dollars, such as \(example((1600, "1600"), (2500, "2500")))"
    case .multiple: return "Type a multiple, such as \(example((2.5, "2.5x"), (1.7, "1.7x")))"
    case .count: return "Type a number, such as \(example((12, "12"), (7, "7")))"
    }
  }

  /// What a typed number means here, a share as a fraction; nil when it is of another kind.
  ///
  /// A share without a sign is one in per cent from 1 on; one beyond 100% has to have the sign, unless the answer is so large.
  func meaning(of typed: TypedNumber, answer: Double) -> Double? {
    switch (self, typed.unit) {
    case (.share, .percent), (.dollars, .dollars), (.price, .dollars), (.multiple, .multiple): typed.value
    case (.share, .part): typed.value
    case (.count, .part(let part)): part
    case (.dollars, .none), (.price, .none), (.multiple, .none), (.count, .none), (.count, .other): typed.value
    case (.share, .none) where abs(typed.value) < 1: typed.value
    case (.share, .none) where abs(typed.value) <= 100 || abs(answer) > 1: typed.value / 100
    default: nil
    }
  }
}
