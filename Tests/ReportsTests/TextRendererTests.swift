import Reports
import Testing

/// One block of every kind.
@Suite struct TextRendererTests {
  @Test(arguments: renderings) func looksAsRecorded(rendering: Rendering) {
    #expect(rendering.text(of: Example.everyBlock) == rendering.expected)
  }

  private static let renderings = [
    Rendering(
      width: 20, characters: .unicode, style: .none,
      expected: """
        Borrowed 14,000.00
        USDC → 7 ETH.
        Exposure grew to
        $34,000.00.

        Position
        collateral
          $34,000.00
          17 ETH at the
          oracle price
        debt
          $14,000.00
        health factor
          2.00
          collateral ×
          liquidation
          threshold ÷ debt;
          liquidation starts
          below 1

        Formula
          health factor = Σ
            collateral ×
            liquidation
            threshold ÷ debt
          = $34,000.00 ×
            0.825 ÷
            $14,000.00
          ≥ 2.00
        • loop 3 at 70%
          repeats the step
          three times
        • undo takes it back

        asset  oracle price
        ───────────────────
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded
        towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 40, characters: .unicode, style: .none,
      expected: """
        Borrowed 14,000.00 USDC → 7 ETH.
        Exposure grew to $34,000.00.

        Position
        collateral     $34,000.00
                       17 ETH at the oracle
                       price
        debt           $14,000.00
        health factor  2.00
                       collateral × liquidation
                       threshold ÷ debt;
                       liquidation starts below
                       1

        Formula
          health factor = Σ collateral ×
            liquidation threshold ÷ debt
          = $34,000.00 × 0.825 ÷ $14,000.00
          ≥ 2.00
        • loop 3 at 70% repeats the step three
          times
        • undo takes it back

        asset  oracle price
        ───────────────────
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 60, characters: .unicode, style: .none,
      expected: """
        Borrowed 14,000.00 USDC → 7 ETH. Exposure grew to
        $34,000.00.

        Position
        collateral     $34,000.00  17 ETH at the oracle price
        debt           $14,000.00
        health factor  2.00        collateral × liquidation
                                   threshold ÷ debt; liquidation
                                   starts below 1

        Formula
          health factor = Σ collateral × liquidation threshold ÷
            debt
          = $34,000.00 × 0.825 ÷ $14,000.00
          ≥ 2.00
        • loop 3 at 70% repeats the step three times
        • undo takes it back

        asset  oracle price
        ───────────────────
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 80, characters: .unicode, style: .none,
      expected: """
        Borrowed 14,000.00 USDC → 7 ETH. Exposure grew to $34,000.00.

        Position
        collateral     $34,000.00  17 ETH at the oracle price
        debt           $14,000.00
        health factor  2.00        collateral × liquidation threshold ÷ debt;
                                   liquidation starts below 1

        Formula
          health factor = Σ collateral × liquidation threshold ÷ debt
          = $34,000.00 × 0.825 ÷ $14,000.00
          ≥ 2.00
        • loop 3 at 70% repeats the step three times
        • undo takes it back

        asset  oracle price
        ───────────────────
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 120, characters: .unicode, style: .none,
      expected: """
        Borrowed 14,000.00 USDC → 7 ETH. Exposure grew to $34,000.00.

        Position
        collateral     $34,000.00  17 ETH at the oracle price
        debt           $14,000.00
        health factor  2.00        collateral × liquidation threshold ÷ debt; liquidation starts below 1

        Formula
          health factor = Σ collateral × liquidation threshold ÷ debt
          = $34,000.00 × 0.825 ÷ $14,000.00
          ≥ 2.00
        • loop 3 at 70% repeats the step three times
        • undo takes it back

        asset  oracle price
        ───────────────────
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 200, characters: .unicode, style: .none,
      expected: """
        Borrowed 14,000.00 USDC → 7 ETH. Exposure grew to $34,000.00.

        Position
        collateral     $34,000.00  17 ETH at the oracle price
        debt           $14,000.00
        health factor  2.00        collateral × liquidation threshold ÷ debt; liquidation starts below 1

        Formula
          health factor = Σ collateral × liquidation threshold ÷ debt
          = $34,000.00 × 0.825 ÷ $14,000.00
          ≥ 2.00
        • loop 3 at 70% repeats the step three times
        • undo takes it back

        asset  oracle price
        ───────────────────
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 40, characters: .ascii, style: .none,
      expected: """
        Borrowed 14,000.00 USDC -> 7 ETH.
        Exposure grew to $34,000.00.

        Position
        collateral     $34,000.00
                       17 ETH at the oracle
                       price
        debt           $14,000.00
        health factor  2.00
                       collateral x liquidation
                       threshold / debt;
                       liquidation starts below
                       1

        Formula
          health factor = Σ collateral x
            liquidation threshold / debt
          = $34,000.00 x 0.825 / $14,000.00
          >= 2.00
        - loop 3 at 70% repeats the step three
          times
        - undo takes it back

        asset  oracle price
        -------------------
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 80, characters: .ascii, style: .none,
      expected: """
        Borrowed 14,000.00 USDC -> 7 ETH. Exposure grew to $34,000.00.

        Position
        collateral     $34,000.00  17 ETH at the oracle price
        debt           $14,000.00
        health factor  2.00        collateral x liquidation threshold / debt;
                                   liquidation starts below 1

        Formula
          health factor = Σ collateral x liquidation threshold / debt
          = $34,000.00 x 0.825 / $14,000.00
          >= 2.00
        - loop 3 at 70% repeats the step three times
        - undo takes it back

        asset  oracle price
        -------------------
        ETH       $2,000.00
        USDC          $1.00

        Numbers are rounded towards danger.
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 60, characters: .unicode, style: .ansi,
      expected: """
        Borrowed 14,000.00 USDC → 7 ETH. Exposure grew to
        ␛[1m$34,000.00␛[0m.

        ␛[1mPosition␛[0m
        collateral     $34,000.00  ␛[2m17 ETH at the oracle price␛[0m
        debt           $14,000.00
        health factor  ␛[32m2.00␛[0m        ␛[2mcollateral × liquidation␛[0m
                                   ␛[2mthreshold ÷ debt; liquidation␛[0m
                                   ␛[2mstarts below 1␛[0m

        ␛[1mFormula␛[0m
          health factor = Σ collateral × liquidation threshold ÷
            debt
          = $34,000.00 × 0.825 ÷ $14,000.00
          ≥ 2.00
        • ␛[36mloop 3 at 70%␛[0m repeats the step three times
        • ␛[36mundo␛[0m takes it back

        ␛[1masset␛[0m  ␛[1moracle price␛[0m
        ␛[2m───────────────────␛[0m
        ETH       $2,000.00
        ␛[2mUSDC␛[0m          ␛[2m$1.00␛[0m

        ␛[2mNumbers are rounded towards danger.␛[0m
        deposit 10 ETH
        borrow 70%

        """),
    Rendering(
      width: 120, characters: .ascii, style: .ansi,
      expected: """
        Borrowed 14,000.00 USDC -> 7 ETH. Exposure grew to ␛[1m$34,000.00␛[0m.

        ␛[1mPosition␛[0m
        collateral     $34,000.00  ␛[2m17 ETH at the oracle price␛[0m
        debt           $14,000.00
        health factor  ␛[32m2.00␛[0m        ␛[2mcollateral x liquidation threshold / debt; liquidation starts below 1␛[0m

        ␛[1mFormula␛[0m
          health factor = Σ collateral x liquidation threshold / debt
          = $34,000.00 x 0.825 / $14,000.00
          >= 2.00
        - ␛[36mloop 3 at 70%␛[0m repeats the step three times
        - ␛[36mundo␛[0m takes it back

        ␛[1masset␛[0m  ␛[1moracle price␛[0m
        ␛[2m-------------------␛[0m
        ETH       $2,000.00
        ␛[2mUSDC␛[0m          ␛[2m$1.00␛[0m

        ␛[2mNumbers are rounded towards danger.␛[0m
        deposit 10 ETH
        borrow 70%

        """),
  ]
}
