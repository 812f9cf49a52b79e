/// The signs of layers, told apart by shape and density and never by colour alone.
struct ChartInk {
  let characters: TextRenderer.Characters

  private func choose(_ unicode: [String], _ ascii: [String], _ index: Int) -> String {
    let signs = characters == .unicode ? unicode : ascii
    return signs[min(max(index, 0), signs.count - 1)]
  }

  /// Which dots of a line are set, counted along it: all, long strokes, short strokes, single dots.
  static let strokes: [[Bool]] = [
    [true],
    [true, true, true, true, true, false, false, false],
    [true, true, false, false],
    [true, false, false, false],
  ]

  func stroke(_ line: Int) -> [Bool] {
    characters == .unicode ? Self.strokes[line % Self.strokes.count] : [true]
  }

  /// The sign of a line where there are no dots.
  func sign(_ line: Int) -> String {
    let signs = ["*", "o", "+", "x", "=", "~"]
    return signs[line % signs.count]
  }

  /// The fill of a band, from the widest to the narrowest.
  func band(_ rank: Int) -> String { choose(["░", "▒", "▓"], [".", ":", "%"], rank) }

  func symbol(_ index: Int) -> String {
    let count = characters == .unicode ? 5 : 5
    return choose(["●", "◆", "▲", "■", "▼"], ["@", "X", "A", "H", "V"], index % count)
  }

  var level: String { choose(["╌"], ["-"], 0) }
  var vertical: String { choose(["╎"], ["!"], 0) }
  var part: String { choose(["░"], ["."], 0) }
  var full: String { choose(["█"], ["#"], 0) }

  /// A column's upper end that fills so many eighths of a cell, from 1 to 7.
  func upperEnd(_ eighths: Int) -> String { choose(["▁", "▂", "▃", "▄", "▅", "▆", "▇"], ["#"], eighths - 1) }

  /// Frame, ticks and corner.
  var upright: String { choose(["│"], ["|"], 0) }
  var uprightTick: String { choose(["┤"], ["+"], 0) }
  var floor: String { choose(["─"], ["-"], 0) }
  var floorTick: String { choose(["┬"], ["+"], 0) }
  var corner: String { choose(["└"], ["+"], 0) }
}
