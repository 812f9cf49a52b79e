import Reports
import Testing

@Suite struct ChartLineNamesTests {
  /// From 80 cells on the names stand at the ends of the lines, below that in a legend.
  @Test(arguments: renderings) func twoLines(rendering: Rendering) {
    #expect(rendering.text(of: Report([.chart(ExampleChart.rates)])) == rendering.expected)
  }

  private static let renderings = [
    Rendering(
      width: 40, characters: .unicode, style: .none,
      expected: """
        yearly rate
            │                                  ⡸
        40% ┤                                  ⡇
            │                                 ⢰⠁
        30% ┤                                 ⡸⡀
            │                         now 95% ◆⠇
        20% ┤                                ⢰⡁
            │                                ⣸⠇
        10% ┤                       kink 90% ⡇
            │                            ⣀⣀⣀●⠇
         0% ┤⣀⣀⣀⣀⣤⡤⠤⠤⠤⠤⠤⠤⠶⠶⠖⠒⠒⠒⠒⠒⠛⠛⠋⠉⠛⠛⠋⠉⠉⠉⠁
            └┬───────┬────────┬────────┬───────┬
            0%      25%      50%      75%   100%
                         utilization
        ⠤⠤⠤ borrowers   ⠤⠤⠄ suppliers

        """),
    Rendering(
      width: 60, characters: .unicode, style: .ansi,
      expected: """
        yearly rate
            ␛[2m│␛[0m                                                      ⡜
        40% ␛[2m┤␛[0m                                                     ⢠⠃
            ␛[2m│␛[0m                                                     ⡎
        30% ␛[2m┤␛[0m                                                    ⢰⠁␛[2m⡜␛[0m
            ␛[2m│␛[0m                                            ␛[1;31mnow 95%␛[0m ␛[1;31m◆␛[0m␛[2m⡀␛[0m
        20% ␛[2m┤␛[0m                                                   ⡸␛[2m⡰⠁␛[0m
            ␛[2m│␛[0m                                                  ⢀⢇
        10% ␛[2m┤␛[0m                                         kink 90% ⣜␛[2m⠇␛[0m
            ␛[2m│␛[0m                                           ⢀⣀⣀⣀⣀⣀●⠃
         0% ␛[2m┤␛[0m⣀⣀⣀⣀⣀⣀⡠⠤⡤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠒⠶⠶⠖⠒⠶⠒⠒⠒⠒⠒⠒⠉⠛⠛⠋⠉⠛⠛⠋⠉⠛⠋⠉⠁␛[2m⠉⠉⠁␛[0m ␛[2m⠉⠉␛[0m
            ␛[2m└┬──────────┬──────────┬──────────┬──────────┬─────────┬␛[0m
            0%         20%        40%        60%        80%     100%
                                   utilization
        ⠤⠤⠤ borrowers   ␛[2m⠤⠤⠄␛[0m suppliers

        """),
    Rendering(
      width: 80, characters: .unicode, style: .none,
      expected: """
        yearly rate
            │                                                            ⡜ ⠤⠤⠤ borrowers
        40% ┤                                                           ⢰⠁
            │                                                          ⢀⠇
        30% ┤                                                          ⡜ ⡔ ⠤⠤⠄ suppliers
            │                                                 now 95% ◆⠁⠘
        20% ┤                                                        ⢠⠃⡔
            │                                                        ⡎⠘
        10% ┤                                              kink 90% ⡸⡔
            │                                                ⣀⣀⣀⣀⣀⣀●⠛
         0% ┤⣀⣀⣀⣀⣀⣀⣀⠤⣤⡤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠴⠶⠖⠒⠶⠶⠖⠒⠒⠒⠒⠒⠒⠒⠊⠉⠛⠛⠋⠉⠛⠛⠋⠉⠛⠋⠉⠉⠉⠉⠁ ⠉⠉⠁
            └┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬
            0%    10%   20%   30%   40%   50%   60%   70%   80%   90%  100%
                                      utilization

        """),
    Rendering(
      width: 200, characters: .unicode, style: .none,
      expected: """
        yearly rate
            │                                                                                     ⡜ ⠤⠤⠤ borrowers
        40% ┤                                                                                    ⡜
            │                                                                                   ⡜
        30% ┤                                                                                  ⡜  ⠎ ⠤⠤⠄ suppliers
            │                                                                         now 95% ◆ ⡠
        20% ┤                                                                                ⡜ ⠜
            │                                                                               ⡜⡠
        10% ┤                                                                     kink 90% ⡜⠔⠁
            │                                                                   ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀●
         0% ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡤⠤⣤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠶⠖⠒⠶⠶⠖⠒⠶⠶⠖⠒⠒⠒⠒⠒⠒⠒⠒⠒⠚⠛⠋⠉⠛⠛⠋⠉⠛⠛⠋⠉⠛⠛⠋⠉⠋⠉⠉⠁⠉⠉⠁ ⠉⠉⠁ ⠉⠁
            └┬───────┬────────┬───────┬────────┬────────┬───────┬────────┬───────┬────────┬───────┬
            0%      10%      20%     30%      40%      50%     60%      70%     80%      90%    100%
                                                  utilization

        """),
    Rendering(
      width: 40, characters: .ascii, style: .none,
      expected: """
        yearly rate
            |                                  *
        40% +                                  *
            |                                 *
        30% +                                 *o
            |                         now 95% Xo
        20% +                                *o
            |                                *o
        10% +                      kink 90% *o
            |                ***************@o
         0% +o*o*o*o*o*o*o*o*oooooooooooooooo
            ++-------+--------+--------+-------+
            0%      25%      50%      75%   100%
                         utilization
        *** borrowers   ooo suppliers

        """),
    Rendering(
      width: 80, characters: .ascii, style: .none,
      expected: """
        yearly rate
            |                                                            * *** borrowers
        40% +                                                           *
            |                                                           *
        30% +                                                          * o ooo suppliers
            |                                                 now 95% X o
        20% +                                                        * o
            |                                                        *o
        10% +                                              kink 90% *o
            |                           ***************************@o
         0% +o*o*o*o*o*o*o*o*o*o*o*o*o*ooooooooooooooooooooooooooooo
            ++-----+-----+-----+-----+-----+-----+-----+-----+-----+-----+
            0%    10%   20%   30%   40%   50%   60%   70%   80%   90%  100%
                                      utilization

        """),
  ]
}
