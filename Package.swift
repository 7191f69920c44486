// swift-tools-version: 6.2

import PackageDescription

/// The language features every target is built with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

/// For targets that no other package can use: generics called across modules cost hundreds of times
/// less when they are specialised, but the flag is one the package manager refuses in a dependency.
let optimised: [SwiftSetting] =
    strict + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// For the program that people run: with Swift's own libraries within it, it starts in two thirds of the
/// time, builds a site in 4 % less, and needs no Swift on the machine. What Foundation is made of has to be
/// named one by one.
let selfContained: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-stdlib", "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections",
            "-l_FoundationICU", "-lstdc++",
        ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
    name: "sitegen",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sitegen", targets: ["sitegen"]),
        .library(name: "Charts", targets: ["Charts"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        // Ground
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "CCmarkMemory", dependencies: ["CCmark"]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Diagnostics", swiftSettings: optimised),
        .target(name: "Markup", swiftSettings: strict),

        // Crafts
        // It imports no Foundation, which would bring the C library of mathematics along.
        .target(
            name: "Charts", dependencies: ["Markup"], swiftSettings: strict,
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(name: "Claims", dependencies: ["Diagnostics"], swiftSettings: optimised),
        .target(
            name: "Datasets",
            dependencies: [
                "Diagnostics",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: optimised),
        .target(
            name: "Markdown", dependencies: ["CCmark", "CCmarkMemory", "Diagnostics", "Markup"],
            swiftSettings: optimised),
        .target(
            name: "Templates", dependencies: ["Diagnostics", "Markup"], swiftSettings: optimised),

        // Pipeline
        .target(
            name: "Site",
            dependencies: [
                "CCrypto", "CZlib", "Charts", "Claims", "Datasets", "Diagnostics", "Markdown", "Markup",
                "Templates",
            ],
            resources: [
                .embedInCode("Publication/Search/search.js"), .embedInCode("Standard"), .embedInCode("Starter"),
                .embedInCode("Language/english.yaml"), .embedInCode("Language/languages.yaml"),
            ],
            swiftSettings: optimised),

        // Commands
        .target(
            name: "Preview",
            dependencies: [
                "Charts", "Datasets", "Diagnostics", "Markup", "Site",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: optimised),
        .executableTarget(
            name: "sitegen",
            dependencies: [
                "Claims", "Datasets", "Diagnostics", "Markdown", "Markup", "Preview", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: optimised,
            linkerSettings: selfContained),

        // For Tests/Benchmarks only
        .executableTarget(name: "chart-benchmark", dependencies: ["Charts"], swiftSettings: strict),

        // Tests
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "Markup"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "ClaimsTests", dependencies: ["Claims", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "DatasetsTests",
            dependencies: ["Datasets", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Markdown", "Markup", "Diagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Templates", "Markup", "Diagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "PreviewTests",
            dependencies: [
                "Preview", "Site", "Diagnostics", .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Site", "Claims", "Datasets", "Diagnostics", "Markup", "Templates"],
            swiftSettings: strict),
    ]
)
