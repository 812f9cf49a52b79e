import Foundation
import Testing

struct JSONOutputTests {
  private func objects(_ line: String, status: Int32) throws -> [[String: Any]] {
    let run = try LeverProcess.run(["--json", "-c", line])
    #expect(run.status == status)
    #expect(run.error == "")
    return try run.output.split(separator: "\n").map { text in
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
  }

  @Test func `every command is one object with the same keys`() throws {
    let objects = try objects(
      "deposit 10 ETH; loop 5 at 70%; ladder; print hf; what if price -50%; market; quit", status: 0)
    #expect(objects.count == 7)
    for object in objects {
      #expect(object.keys.sorted() == ["command", "error", "ok", "report", "state"])
      #expect(object["ok"] as? Bool == true)
      #expect(object["error"] is NSNull)
      #expect((object["report"] as? [String: Any])?["blocks"] is [Any])
      let state = try #require(object["state"] as? [String: Any])
      #expect(
        state.keys.sorted() == [
          "buffer", "collateral", "day", "debt", "equity", "hf", "leverage", "liquidation_price", "ltv", "prices",
        ])
    }
    #expect(objects.map { $0["command"] as? String }.prefix(2) == ["deposit 10 ETH", "loop 5 at 70%"])
  }

  @Test func `the state is decimal text`() throws {
    let object = try #require(try objects("deposit 10 ETH; borrow 13200 USDC", status: 0).last)
    var state = try #require(object["state"] as? [String: Any])
    #expect(state.removeValue(forKey: "prices") as? [String: String] == ["ETH": "2000", "USDC": "1"])
    #expect(
      state as? [String: String] == [
        "hf": "1.25", "leverage": "2.941176470588235294", "ltv": "0.66", "buffer": "0.2", "equity": "6800",
        "collateral": "20000",
        "debt": "13200", "liquidation_price": "1600", "day": "0",
      ])
  }

  @Test(arguments: [
    ("depsit 1 ETH", 2 as Int32, "syntax", "unknown command `depsit`; did you mean `deposit`?", 1 as Int?, ["deposit"]),
    ("print 1 +", 2, "syntax", "a number, a name or `(` is missing at the end", 10, []),
    (
      "deposit 11 ETH", 1, "refused", "the wallet holds 10 ETH, not 11 ETH: try `deposit max ETH`", nil,
      ["deposit max ETH"]
    ),
    (
      "borrow 1 USDC", 1, "refused", "there is no collateral to borrow against: try `deposit 10 ETH`", nil,
      ["deposit 10 ETH"]
    ),
  ])
  func `an error is an object too`(
    line: String, status: Int32, kind: String, message: String, column: Int?, suggestions: [String]
  ) throws {
    let object = try #require(try objects(line, status: status).first)
    #expect(object["ok"] as? Bool == false)
    let error = try #require(object["error"] as? [String: Any])
    #expect(error["kind"] as? String == kind)
    #expect(error["message"] as? String == message)
    #expect(error["column"] as? Int == column)
    #expect(error["suggestions"] as? [String] == suggestions)
  }

  @Test func `the column counts within the command`() throws {
    let error = try #require(try objects("print 1;  print 2 + levrage", status: 2).last?["error"] as? [String: Any])
    #expect(error["column"] as? Int == 11)
  }

  @Test func `a run stops at the first error`() throws {
    let objects = try objects("print 1; nonsense; print 2", status: 2)
    #expect(objects.map { $0["ok"] as? Bool } == [true, false])
  }

  @Test func `whatever was typed comes back as text`() throws {
    let object = try #require(try objects("print 1 \"\\ \u{1F600} \u{7F}", status: 2).first)
    #expect(object["command"] as? String == "print 1 \"\\ \u{1F600} \u{7F}")
  }
}
