import Reports
import Testing

@Suite struct JSONRendererTests {
  @Test(arguments: [
    (Report(), #"{"blocks":[]}"#),
    (Report([.paragraph("10 ETH / \("1.25", .danger)")]), #"{"blocks":[{"paragraph":"10 ETH / 1.25"}]}"#),
    (Report([.heading("A"), .note("b")]), #"{"blocks":[{"heading":"A"},{"note":"b"}]}"#),
    (
      Report([
        .values([LabelledValue(label: "hf", value: "2.00", remark: "safe"), LabelledValue(label: "debt", value: "0")])
      ]),
      #"{"blocks":[{"values":[{"label":"hf","remark":"safe","value":"2.00"},{"label":"debt","value":"0"}]}]}"#
    ),
    (
      Report([
        .table(
          Table(
            columns: [Column(title: "loop"), Column(title: "buffer"), Column(title: "")],
            rows: [
              Row(cells: [.text("0"), .bar(fraction: 0.5), .empty]),
              Row(cells: [.text("1"), .bar(fraction: .nan), .bar(fraction: 3)]),
            ],
            footer: ["limit"]))
      ]),
      #"{"blocks":[{"table":{"columns":["loop","buffer",""],"footer":["limit"],"#
        + #""rows":[["0",0.5,null],["1",0,1]]}}]}"#
    ),
    (
      Report([.bullets(["a"]), .formula(["b = 1"]), .verbatim(["undo", "redo"])]),
      #"{"blocks":[{"bullets":["a"]},{"formula":["b = 1"]},{"verbatim":["undo","redo"]}]}"#
    ),
    (
      Report([.paragraph("\"\u{1B}\u{9B}\u{202E}\u{E0001} é\n")]),
      #"{"blocks":[{"paragraph":"\"\u001b\u009b\u202e\udb40\udc01 é\n"}]}"#
    ),
  ])
  func oneLine(report: Report, json: String) throws {
    #expect(try JSONRenderer().render(report) == json)
  }
}
