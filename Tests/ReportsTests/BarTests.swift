import Testing

@testable import Reports

@Suite struct BarTests {
  @Test(arguments: [
    (0, "", ""),
    (1e-9, "▏", "#"),
    (0.125, "█", "#"),
    (0.3, "██▍", "##"),
    (0.5, "████", "####"),
    (0.99, "███████▉", "########"),
    (1, "████████", "########"),
    (-0.5, "", ""),
    (7, "████████", "########"),
    (Double.nan, "", ""),
    (Double.infinity, "████████", "########"),
  ])
  func eightCells(fraction: Double, unicode: String, ascii: String) {
    #expect(Bar.text(fraction: fraction, width: 8, characters: .unicode) == unicode)
    #expect(Bar.text(fraction: fraction, width: 8, characters: .ascii) == ascii)
  }
}
