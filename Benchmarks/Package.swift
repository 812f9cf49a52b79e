// swift-tools-version: 6.2
import PackageDescription

/// The strict settings of the main package.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own: it measures whole processes from outside, and depends on nothing of what it measures.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  targets: [
    .executableTarget(name: "benchmarks", swiftSettings: strict)
  ],
  swiftLanguageModes: [.v6]
)
