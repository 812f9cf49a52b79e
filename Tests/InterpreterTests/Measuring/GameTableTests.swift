import Testing

@testable import Interpreter

/// The numbers of the lesson on over-leverage, which are computed.
struct GameTableTests {
  @Test(arguments: [
    "1.00x           –      64%          64%    1.9%        0.0%     0%",
    "1.50x        8.18      72%          72%    2.8%        0.0%     0%      1.74x",
    "2.00x        4.52      63%          64%    3.7%        0.0%     0%",
    "2.50x        2.87      31%          40%    4.6%        0.3%    11%",
    "3.00x        1.92     -72%           0%    5.1%        4.4%    83%      0.58x",
    "4.00x        0.86    -585%        -128%    0.9%       35.3%   100%",
    "5.00x        0.28  -1,133%        -320%  -11.3%       75.7%   100%",
    "50.0%     0.75x        75.0%         12.5%        51.2%",
    "100.0%     1.50x       100.0%         50.0%        80.0%",
    "150.0%     2.25x        75.0%", "200.0%     3.00x         0.0%", "20                 0.63",
    "40                 0.44",
    "80                 0.31", "Kelly is drift ÷ volatility² = 1.5x",
  ])
  func `are those of the table`(line: String) throws {
    let run = try ClassroomSession.runner()
    let output = run("experiment table").output
    #expect(Self.plain(output).contains(Self.plain(line)))
  }

  /// With one blank for many, so that the width of a column does not matter.
  private static func plain(_ text: String) -> String { text.replacing(#/ +/#, with: " ") }

  /// Kelly without liquidation for a drift of 40%.
  @Test func `another drift has another Kelly`() throws {
    let run = try ClassroomSession.runner()
    let output = run("experiment table drift 40%").output
    for text in ["Kelly is drift ÷ volatility² = 0.625x", "8%           8%", "-48%", "-168%", "12%          12%"] {
      #expect(Self.plain(output).contains(Self.plain(text)), Comment(rawValue: text))
    }
  }

  @Test(arguments: [
    "5.0%           0.9%       70.5%      $217.96           0.1%",
    "10.0%           1.5%       94.2%      $241.36           0.4%",
    "12.0%           1.7%       95.0%      $242.03           0.8%",
    "20.0%           2.0%       93.8%      $237.36           3.3%",
    "30.0%           1.5%       85.9%      $217.12          11.0%",
    "40.0%          -0.2%       70.8%      $178.31          27.4%",
    "50.0%          -3.4%       52.4%      $131.39          47.3%",
    "$1.00            25        0.0040%", "$5.00             5          13.2%", "$12.50             2          44.4%",
    "$25.00             1          66.7%",
  ])
  func `the coin's are those of its table`(line: String) throws {
    let run = try ClassroomSession.runner()
    #expect(run("coin table").output.contains(line))
  }
}
