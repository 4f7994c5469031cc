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
        .target(name: "Text"),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
    ],
    swiftLanguageModes: [.v6]
)
