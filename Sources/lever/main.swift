import Terminal
import FoundationEssentials
struct S: Codable { var a: String }
if CommandLine.arguments.count > 1 { open2() ; print((try? JSONEncoder().encode(S(a: "d")).count) ?? 0)}
print("1")
