// swift-tools-version: 6.2
import PackageDescription

/// The systems that a topology can be compiled for, each a module of its own that no other dialect may import.
let dialects: [Target.Dependency] = [
  "CloudServiceMeshDialect", "FederationDialect", "HelmDialect", "MultiMeshDialect", "ReplicatedDialect", "SailDialect",
  "SharedDialect",
]

// One line a module, lowest floor first: a module may import what is named in its own list, and nothing else.
// `make test` builds with `--explicit-target-dependency-import-check error`, so the list is the truth.
let package = Package(
  name: "meshgen",
  // Two programs: swift-crypto, which only the second needs, builds for a minute and is written in C.
  products: [
    .executable(name: "meshgen", targets: ["meshgen"]),
    .executable(name: "meshgen-certs", targets: ["meshgen-certs"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    .target(name: "MeshNames"),
    .target(name: "Digests"),
    .target(name: "YAMLWriting"),
    .target(name: "FileTrees", dependencies: ["Digests"]),
    .target(name: "Diagnostics", dependencies: ["YAMLWriting"]),
    .target(name: "YAMLReading", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "MeshModel", dependencies: ["Diagnostics", "MeshNames", "YAMLReading"]),
    .target(name: "Manifests", dependencies: ["MeshNames", "YAMLWriting"]),
    .target(name: "Certificates", dependencies: ["Diagnostics", "MeshModel", "MeshNames", "YAMLWriting"]),
    .target(
      name: "CertificateTools",
      dependencies: ["Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "YAMLWriting"]),
    .target(name: "CertificateFindings", dependencies: ["Diagnostics"]),
    .target(
      name: "CertificateVerification",
      dependencies: [
        "CertificateFindings", "Diagnostics", "Digests", "MeshNames", "YAMLReading", "YAMLWriting",
        .product(name: "SwiftASN1", package: "swift-asn1"), .product(name: "X509", package: "swift-certificates"),
      ]),
    .target(name: "CertificateReview", dependencies: ["Certificates", "Diagnostics", "MeshModel", "MeshNames"]),
    .target(
      name: "Planning",
      dependencies: [
        "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "YAMLReading", "YAMLWriting",
      ]),

    .target(
      name: "ContinuousDelivery", dependencies: ["Manifests", "MeshModel", "MeshNames", "Planning", "YAMLWriting"]),

    .target(
      name: "Istio",
      dependencies: [
        "CertificateTools", "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "Planning",
        "YAMLReading", "YAMLWriting",
      ]),
    .target(
      name: "CloudServiceMeshDialect",
      dependencies: [
        "Certificates", "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLReading",
        "YAMLWriting",
      ],
      path: "Sources/Dialects/CloudServiceMesh"),
    .target(
      name: "HelmDialect",
      dependencies: [
        "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLReading", "YAMLWriting",
      ],
      path: "Sources/Dialects/Helm"),
    .target(
      name: "SailOperator",
      dependencies: [
        "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLReading", "YAMLWriting",
      ]),
    .target(
      name: "SailDialect",
      dependencies: [
        "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "Planning", "SailOperator", "YAMLWriting",
      ],
      path: "Sources/Dialects/Sail"),

    .target(
      name: "PeerMeshes",
      dependencies: [
        "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLWriting",
      ]),
    .target(
      name: "ManualDiscovery",
      dependencies: [
        "Diagnostics", "Manifests", "MeshModel", "MeshNames", "PeerMeshes", "Planning", "YAMLWriting",
      ]),
    .target(
      name: "FederationDialect",
      dependencies: [
        "Certificates", "Diagnostics", "ManualDiscovery", "Manifests", "MeshModel", "MeshNames", "PeerMeshes",
        "Planning",
        "YAMLReading",
        "YAMLWriting",
      ],
      path: "Sources/Dialects/Federation"),

    .target(
      name: "MultiMeshDialect",
      dependencies: [
        "Certificates", "Diagnostics", "Istio", "ManualDiscovery", "Manifests", "MeshModel", "MeshNames", "PeerMeshes",
        "Planning", "SailOperator", "YAMLWriting",
      ],
      path: "Sources/Dialects/MultiMesh"),

    .target(
      name: "LegacyIstio",
      dependencies: [
        "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLReading", "YAMLWriting",
      ]),
    .target(
      name: "ReplicatedDialect",
      dependencies: [
        "Certificates", "Diagnostics", "Istio", "LegacyIstio", "Manifests", "MeshModel", "MeshNames", "Planning",
        "YAMLWriting",
      ],
      path: "Sources/Dialects/Replicated"),
    .target(
      name: "SharedDialect",
      dependencies: [
        "Certificates", "Diagnostics", "LegacyIstio", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLWriting",
      ],
      path: "Sources/Dialects/Shared"),

    .target(
      name: "StagedMigration",
      dependencies: [
        "Diagnostics", "ManualDiscovery", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLReading",
        "YAMLWriting",
      ]),
    .target(
      name: "MeshCompiler",
      dependencies: [
        "CertificateFindings", "CertificateReview", "CertificateTools", "Certificates", "ContinuousDelivery",
        "Diagnostics", "Digests", "FileTrees", "LegacyIstio", "Manifests", "MeshModel", "MeshNames", "Planning",
        "StagedMigration", "SailOperator", "YAMLReading",
        "YAMLWriting",
      ] + dialects),
    .target(
      name: "Console",
      dependencies: ["FileTrees", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(
      name: "meshgen",
      dependencies: [
        "CertificateTools", "Console", "Diagnostics", "FileTrees", "MeshCompiler", "MeshModel", "MeshNames", "Planning",
        "YAMLWriting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "meshgen-certs",
      dependencies: [
        "CertificateVerification", "Console", "Diagnostics", "FileTrees",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "MeshNamesTests", dependencies: ["MeshNames"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "YAMLWritingTests", dependencies: ["Diagnostics", "YAMLReading", "YAMLWriting"]),
    .testTarget(name: "FileTreesTests", dependencies: ["Digests", "FileTrees"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "YAMLReading"]),
    .testTarget(name: "YAMLReadingTests", dependencies: ["Diagnostics", "YAMLReading"]),
    .testTarget(
      name: "MeshCompilerTests",
      dependencies: [
        "Certificates", "Diagnostics", "FileTrees", "Manifests", "MeshCompiler", "MeshModel", "MeshNames", "Planning",
        "YAMLReading", "YAMLWriting",
      ]),
    .testTarget(
      name: "CertificateVerificationTests",
      dependencies: [
        "CertificateFindings", "CertificateVerification", "Diagnostics",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ], exclude: ["judge.py"]),
    .testTarget(name: "CommandTests", dependencies: ["FileTrees", "meshgen", "meshgen-certs"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
