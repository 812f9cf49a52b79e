import Reports
import Testing

@Suite struct ChartColumnsTests {
  @Test(arguments: renderings) func histogramOfTwoKinds(rendering: Rendering) {
    #expect(rendering.text(of: Report([.chart(ExampleChart.histogram)])) == rendering.expected)
  }

  private static let renderings = [
    Rendering(
      width: 20, characters: .unicode, style: .none,
      expected: """
        debt, in thousands
        $400k ┤█ ▂   █ ╎
              │█ █▃  █ ╎
              │█ ██ ▅█ ╎
        $200k ┤█▆██ ██▆╎
              │████▂███╎
              │████████╎▃ ▁░
              │████████╎░▂░░
          $0k ┤████████╎░░░░
              └┬───────┬────
              $0    $2,000
        liquidation price
        ██ standing
        ░░ liquidated
        ╎ now $2,000

        """),
    Rendering(
      width: 40, characters: .unicode, style: .none,
      expected: """
        debt, in thousands
        $400k ┤ █   now $2,000 ╎
              │ █  █  ▃    █  █╎
              │ █  █  █  ▅ █  █╎
        $200k ┤ █▆ █  █  █ █▆ █╎
              │ ██ ██ █▂ █ ██ █╎
              │▃██ ██ ██ █▃██ █╎ ▃  ▁ ░
              │███▅██ ██ ████▅█╎ ░▂ ░ ░
          $0k ┤██████▆██ ██████╎░░░ ░░░
              └┬───────────────┬───────
              $0            $2,000
                  liquidation price
        ██ standing   ░░ liquidated

        """),
    Rendering(
      width: 60, characters: .unicode, style: .ansi,
      expected: """
        debt, in thousands
        $400k ␛[2m┤␛[0m  ██    ▂▂              ██    ▂▂╎ now $2,000
              ␛[2m│␛[0m  ██    ██    ▃▃        ██    ██╎
              ␛[2m│␛[0m  ██    ██    ██    ▅▅  ██    ██╎
        $200k ␛[2m┤␛[0m  ██▆▆  ██    ██    ██  ██▆▆  ██╎
              ␛[2m│␛[0m  ████  ████  ██▂▂  ██  ████  ██╎
              ␛[2m│␛[0m▃▃████  ████  ████  ██▃▃████  ██╎   ▃▃    ▁▁  ␛[1;31m░░␛[0m
              ␛[2m│␛[0m██████▅▅████  ████  ████████▅▅██╎▄  ␛[1;31m░░␛[0m▂▂  ␛[1;31m░░␛[0m  ␛[1;31m░░␛[0m
          $0k ␛[2m┤␛[0m████████████▆▆████  ████████████╎␛[1;31m░░░░░░░␛[0m  ␛[1;31m░░░░░░␛[0m
              ␛[2m└┬───────────────┬───────────────┬──────────────┬␛[0m
              $0            $1,000          $2,000         $3,000
                              liquidation price
        ██ standing   ␛[1;31m░░␛[0m liquidated

        """),
    Rendering(
      width: 80, characters: .unicode, style: .none,
      expected: """
        debt, in thousands
        $400k ┤   ███      ▂▂▂                     ███      ▂▂▂╎ now $2,000
              │   ███      ███      ▃▃▃            ███      ███╎
              │   ███      ███      ███      ▅▅▅   ███      ███╎
        $200k ┤   ███▆▆▆   ███      ███      ███   ███▆▆▆   ███╎
              │   ██████   ██████   ███▂▂▂   ███   ██████   ███╎
              │▃▃▃██████   ██████   ██████   ███▃▃▃██████   ███╎     ▃▃▃      ▁▁▁   ░░░
              │█████████▅▅▅██████   ██████   ████████████▅▅▅███╎▄▄   ░░░▂▂▂   ░░░   ░░░
          $0k ┤██████████████████▆▆▆██████   ██████████████████╎░░░░░░░░░░░   ░░░░░░░░░
              └┬───────────┬───────────┬───────────┬───────────┬───────────┬──────────┬
              $0         $500       $1,000      $1,500      $2,000      $2,500    $3,000
                                          liquidation price
        ██ standing   ░░ liquidated

        """),
    Rendering(
      width: 200, characters: .unicode, style: .none,
      expected: """
        debt, in thousands
        $400k ┤    ███         ▂▂▂                             ███         ▂▂▂ ╎ now $2,000
              │    ███         ███         ▃▃▃                 ███         ███ ╎
              │    ███         ███         ███         ▅▅▅     ███         ███ ╎
        $200k ┤    ███ ▆▆▆     ███         ███         ███     ███ ▆▆▆     ███ ╎
              │    ███ ███     ███ ███     ███ ▂▂▂     ███     ███ ███     ███ ╎
              │▃▃▃ ███ ███     ███ ███     ███ ███     ███ ▃▃▃ ███ ███     ███ ╎       ▃▃▃         ▁▁▁     ░░░
              │███ ███ ███ ▅▅▅ ███ ███     ███ ███     ███ ███ ███ ███ ▅▅▅ ███ ╎▄▄     ░░░ ▂▂▂     ░░░     ░░░
          $0k ┤███ ███ ███ ███ ███ ███ ▆▆▆ ███ ███     ███ ███ ███ ███ ███ ███ ╎░░ ░░░ ░░░ ░░░     ░░░ ░░░ ░░░
              └┬───────────────┬───────────────┬───────────────┬───────────────┬───────────────┬──────────────┬
              $0             $500           $1,000          $1,500          $2,000          $2,500         $3,000
                                                      liquidation price
        ██ standing   ░░ liquidated

        """),
    Rendering(
      width: 60, characters: .ascii, style: .none,
      expected: """
        debt, in thousands
        $400k +  ##                    ##      | now $2,000
              |  ##    ##              ##    ##|
              |  ##    ##    ##    ##  ##    ##|
        $200k +  ####  ##    ##    ##  ####  ##|
              |  ####  ####  ##    ##  ####  ##|
              |  ####  ####  ####  ##  ####  ##|             ..
              |############  ####  ############|#  ..    ..  ..
          $0k +##################  ############|.......  ......
              ++---------------+---------------+--------------+
              $0            $1,000          $2,000         $3,000
                              liquidation price
        ## standing   .. liquidated

        """),
  ]
}
