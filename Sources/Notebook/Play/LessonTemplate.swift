/// The beginning of a new lesson, with one of everything and a comment for each; it passes the check.
public enum LessonTemplate {
  /// `id` is the lesson's id and the name of its file.
  public static func text(id: String) -> String {
    let title = id.split(separator: "-").joined(separator: " ")
    return #"""
      ---
      lesson: \#(id)
      title: \#(title.prefix(1).uppercased() + title.dropFirst())
      format: 1
      teaches: health-factor, liquidation-price
      ---

      # \#(title.prefix(1).uppercased() + title.dropFirst())

      <!-- Everything that is no block, directive or hint is prose, and comments like this one are not shown. Run
      `lever check \#(id).md` for a check, and with --bless to have outputs written. -->

      Say in two sentences what the learner will be able to do.

      ## Predict, then look

      <!-- A prediction: the answer is an expression, never typed by you, and `tol` says how near is near enough. -->

      <!-- lever:ask id=a-first answer="8000 / 0.825 / 10" tol=1% confidence -->
      You deposit 10 ETH at $2,000 and borrow $8,000. At which price of ETH are you liquidated?

      <!-- A block: only the lines with the prompt are yours. `...` stands for output that may be anything. -->

      ```lever
      lever> deposit 10 ETH
      ...
      lever> borrow 8000 USDC
      ...
      lever> print liquidation_price
      969.69696969696969697
      ```

      <!-- A question: every choice has feedback that names the calculation behind it. -->

      <!-- lever:quiz id=q-first answer=2 -->
      What happens at that price?

      1. The debt is larger than the collateral.
         > Not yet: at the threshold of 82.5% there are still 17.5% left.
      2. Anyone may repay a part of the debt and take collateral for it.
         > Yes: the health factor is below 1.

      ## Your turn

      <!-- A task: false before its solution and true after it. Hints come one at a time and do not give it away. A check with
      `missing` guards what is not to change, and says in words what is missing. -->

      <!-- lever:task id=t-first -->
      <!-- lever:check hf >= 2.5 -->
      <!-- lever:check missing="the deposit is not the 10 ETH that it was" collateral(ETH) == 10 -->
      Bring the health factor to at least **2.5**.

      <details>
      <summary>Hint 1</summary>

      A smaller debt raises it.

      </details>

      <details>
      <summary>Solution</summary>

      ```lever
      lever> repay 1500 USDC
      ...
      ```

      </details>

      ## What to remember

      One sentence, and one habit.
      """# + "\n"
  }
}
