// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: a warning is an error, imports say who sees them, and unsafe memory is marked.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The kernels of simulations. A square root is one instruction once nobody asks for `errno`, which a loop needs to become
/// vector instructions; and they are optimised in debug builds as well, where they would be some fifty times slower.
let optimized: [SwiftSetting] = [
  .unsafeFlags(["-Xcc", "-fno-math-errno"]),
  .unsafeFlags(["-O"], .when(configuration: .debug)),
]

/// The same kernels for processors with wider vectors, which the program looks for when it runs. The manifest knows only
/// the machine that builds, and that is the kind of machine it builds for.
#if arch(x86_64)
  let wide: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-mavx2"])]
#else
  let wide: [SwiftSetting] = []
#endif

/// On Linux a release is one static executable: it starts in a third of the time of a dynamic one (`script/bench
/// startup`) and needs no toolchain where it runs. libedit's own libraries then have to be named.
let staticRelease: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld",
      // What FoundationEssentials is made of; a plain static link forgets it.
      "-l_FoundationCShims", "-l_FoundationCollections", "-lswiftSynchronization",
      // What libedit is made of.
      "-ltinfo", "-lbsd", "-lmd",
    ],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "lever",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lever", targets: ["lever"]),
    // For the benchmarks.
    .library(name: "Simulation", targets: ["Simulation"]),
  ],
  targets: [
    // The system's libedit, found through pkg-config.
    .systemLibrary(
      name: "CEditline",
      pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]
    ),
    // GitHub's reader of Markdown, for the prose of lessons.
    .systemLibrary(
      name: "CMarkdown",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]
    ),
    // Fixed-argument wrappers over libedit's variadic calls, signal flags and the character reader.
    .target(name: "EditlineShim", dependencies: ["CEditline"]),

    .target(name: "FixedPoint", swiftSettings: strict),
    .target(name: "Lending", dependencies: ["FixedPoint"], swiftSettings: strict),
    .target(name: "Markets", dependencies: ["FixedPoint", "Lending"], swiftSettings: strict),
    // The processor's features, and threads.
    .target(name: "Processor"),
    .target(name: "Threads", swiftSettings: strict),
    // The innermost loops of simulations, twice: the second is a link to the first.
    .target(name: "PathKernels", swiftSettings: strict + optimized),
    .target(name: "PathKernelsAVX2", swiftSettings: strict + optimized + wide),
    .target(
      name: "Simulation", dependencies: ["PathKernels", "PathKernelsAVX2", "Processor", "Threads"],
      swiftSettings: strict + optimized),
    // Optimised in debug builds as well: its tests judge tens of thousands of simulated players.
    .target(name: "Behavior", dependencies: ["Simulation"], swiftSettings: strict + optimized),
    .target(name: "Reports", swiftSettings: strict),
    .target(name: "Storage", swiftSettings: strict),
    .target(
      name: "Interpreter", dependencies: ["Behavior", "FixedPoint", "Lending", "Markets", "Reports", "Simulation"],
      swiftSettings: strict),
    .target(
      name: "Notebook",
      dependencies: ["CMarkdown", "FixedPoint", "Interpreter", "Markets", "Reports"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["EditlineShim", "Reports", "Storage"], swiftSettings: strict),
    .target(
      name: "LeverCommandLine",
      dependencies: ["Interpreter", "Markets", "Notebook", "Reports", "Storage", "Terminal", "Threads"],
      swiftSettings: strict),
    // Nothing but the start, so that no test is linked with the executable's own settings.
    .executableTarget(
      name: "lever", dependencies: ["LeverCommandLine"], swiftSettings: strict, linkerSettings: staticRelease),

    // A program that shows what the line editor returns, for the pseudo-terminal tests.
    .executableTarget(name: "edit-probe", dependencies: ["Terminal"], path: "Tests/EditProbe", swiftSettings: strict),

    // What several test targets share: seeded random numbers, recorded files, pseudo-terminals.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "FixedPointTests", dependencies: ["FixedPoint", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LendingTests", dependencies: ["FixedPoint", "Lending", "TestSupport"],
      resources: [.copy("Vectors")], swiftSettings: strict),
    .testTarget(
      name: "MarketsTests", dependencies: ["FixedPoint", "Lending", "Markets", "TestSupport"], swiftSettings: strict),
    .testTarget(
      // Closed forms of loops are in `Lending`; one suite holds all of them.
      name: "SimulationTests", dependencies: ["FixedPoint", "Lending", "Markets", "Simulation", "TestSupport"],
      resources: [.copy("Truths")], swiftSettings: strict),
    .testTarget(
      name: "BehaviorTests", dependencies: ["Behavior", "Simulation", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ThreadsTests", dependencies: ["TestSupport", "Threads"], swiftSettings: strict),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "InterpreterTests",
      dependencies: [
        "Behavior", "FixedPoint", "Lending", "Markets", "Reports", "Simulation", "Interpreter", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookTests",
      dependencies: ["FixedPoint", "Interpreter", "Notebook", "Reports", "Storage", "TestSupport"],
      // Recorded outputs, which the tests find by their path.
      exclude: ["Examples", "Play/Recorded"],
      swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Reports", "Terminal", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LeverCommandLineTests", dependencies: ["LeverCommandLine", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
