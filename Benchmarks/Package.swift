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

// A package of its own: `benchmarks` measures whole processes from outside and depends on nothing of what it measures;
// `kernels` is one of these processes, for work that is over before a process has started.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "lever", path: "..")],
  targets: [
    .executableTarget(name: "benchmarks", swiftSettings: strict),
    .executableTarget(
      name: "kernels", dependencies: [.product(name: "Simulation", package: "lever")], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
