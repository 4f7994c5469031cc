// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "pivot",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "Text"),
        .target(name: "Markdown", dependencies: ["CMark", "Text"]),
        .target(name: "Geography", dependencies: ["Text"]),
        .target(name: "Images"),
        .target(name: "Templates", dependencies: ["Text"]),
        .target(
            name: "Search", dependencies: ["CStemmer", "Text"], exclude: ["README.md"],
            resources: [.embedInCode("Client")]),
        .executableTarget(name: "search-lab", dependencies: ["Search"], path: "Tests/SearchLab"),
        .target(name: "Portal", dependencies: ["Geography", "Images", "Markdown", "Text", "Yams"]),
        .target(
            name: "Publishing",
            dependencies: ["CLinux", "Geography", "Images", "Markdown", "Portal", "Search", "Templates", "Text"]),
        .executableTarget(
            name: "pivot",
            dependencies: [
                "Portal", "Publishing", "Text", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .testTarget(name: "MarkdownTests", dependencies: ["CMark", "Markdown", "Text"]),
        .testTarget(name: "GeographyTests", dependencies: ["Geography", "Text"]),
        .testTarget(name: "ImagesTests", dependencies: ["Images"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Text"]),
        .testTarget(name: "SearchTests", dependencies: ["Search", "Text"]),
        .testTarget(name: "PortalTests", dependencies: ["Geography", "Markdown", "Portal", "Text"]),
        .testTarget(name: "PublishingTests", dependencies: ["Images", "Portal", "Publishing", "Text"]),
        .testTarget(name: "PivotTests", dependencies: ["Publishing", "pivot", "Text"]),
    ],
    swiftLanguageModes: [.v6]
)
