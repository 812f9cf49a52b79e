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
    let signs = ["*", "o", "=", "~", "x", "^"]
    return signs[line % signs.count]
  }

  /// Three cells of a line, drawn as in the plot.
  func sample(ofLine line: Int) -> String {
    var canvas = ChartCanvas(width: 3, height: 1, characters: characters)
    var pen = ChartPen(stroke: stroke(line))
    let y = canvas.dotsDown / 2
    pen.draw(from: (0, y), to: (3 * canvas.dotsAcross - 1, y)) { x, y in
      canvas.setDot(x: x, y: y, line: line, sign: sign(line), .plain)
    }
    return canvas.line(0).plain
  }

  /// The fill of a band, from the widest to the narrowest.
  func band(_ rank: Int) -> String { choose(["░", "▒", "▓"], [".", ":", "%"], rank) }

  func symbol(_ index: Int) -> String {
    choose(["●", "◆", "▲", "■", "▼"], ["@", "X", "A", "H", "V"], index % 5)
  }

  var level: String { choose(["╌"], ["-"], 0) }
  var vertical: String { choose(["╎"], ["|"], 0) }
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
