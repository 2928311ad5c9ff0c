// swift-tools-version: 6.2
import PackageDescription

// The house: eight storeys, lowest first, each a folder of `Sources`, and in it a folder a module. A module may import
// what is named in its own list, and nothing else; the list names its own storey and those below.
// `make test` builds with `--explicit-target-dependency-import-check error`, so the lists are the truth.

/// Bytes and texts: reading, writing, findings, digests, the disk.
let text: [Target] = [
  .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .target(name: "Digests"),
  .target(name: "YAMLWriting"),
  .target(name: "MarkdownWriting"),
  .target(name: "FileTrees", dependencies: ["Digests"]),
  .target(name: "Diagnostics", dependencies: ["YAMLWriting"]),
  .target(name: "YAMLReading", dependencies: ["CLibYAML", "Diagnostics"]),
]

/// The two languages: what a topology says, and the objects that Kubernetes takes.
let language: [Target] = [
  .target(name: "MeshNames"),
  .target(name: "MeshReleases", dependencies: ["MeshNames"]),
  .target(name: "MeshModel", dependencies: ["Diagnostics", "MeshNames", "MeshReleases", "YAMLReading"]),
  .target(name: "Manifests", dependencies: ["MeshNames", "YAMLWriting"]),
]

/// The hierarchy of certificate authorities: planned, handed to tools, shown to people, verified once it is issued.
let certificates: [Target] = [
  .target(name: "Certificates", dependencies: ["Diagnostics", "MeshModel", "MeshNames", "YAMLWriting"]),
  .target(
    name: "CertificateTools",
    dependencies: ["Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "YAMLWriting"]),
  .target(
    name: "CertificateReview",
    dependencies: ["Certificates", "Diagnostics", "MarkdownWriting", "MeshModel", "MeshNames"]),
  .target(name: "CertificateFindings", dependencies: ["Diagnostics"]),
  .target(
    name: "CertificateVerification",
    dependencies: [
      "CertificateFindings", "Certificates", "Diagnostics", "Digests", "MeshNames", "YAMLReading", "YAMLWriting",
      .product(name: "SwiftASN1", package: "swift-asn1"), .product(name: "X509", package: "swift-certificates"),
    ]),
]

/// What a plan is: clusters, steps, gates; and how a controller carries one out.
let planning: [Target] = [
  .target(
    name: "Planning",
    dependencies: [
      "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "YAMLReading", "YAMLWriting",
    ]),
  .target(
    name: "MeshChange",
    dependencies: [
      "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLReading", "YAMLWriting",
    ]),
  .target(
    name: "Runbook",
    dependencies: ["Certificates", "MeshNames", "Planning", "YAMLWriting"]),
  .target(
    name: "ContinuousDelivery", dependencies: ["Manifests", "MeshModel", "MeshNames", "Planning", "YAMLWriting"]),
]

/// What several systems have in common.
let common: [Target] = [
  .target(
    name: "Istio",
    dependencies: [
      "CertificateTools", "Certificates", "Diagnostics", "Digests", "Manifests", "MeshModel", "MeshNames",
      "MeshReleases", "Planning", "YAMLReading", "YAMLWriting",
    ]),
  .target(
    name: "SailOperator",
    dependencies: [
      "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "MeshReleases", "Planning", "YAMLReading",
      "YAMLWriting",
    ]),
  .target(
    name: "LegacyIstio",
    dependencies: [
      "Certificates", "Diagnostics", "Manifests", "MeshModel", "MeshNames", "MeshReleases", "Planning", "YAMLReading",
      "YAMLWriting",
    ]),
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
]

/// The systems that a topology can be compiled for, each a module that no other dialect may import.
let dialects: [Target] = [
  .target(
    name: "SailDialect",
    dependencies: [
      "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "Planning", "SailOperator", "YAMLWriting",
    ]),
  .target(
    name: "HelmDialect",
    dependencies: [
      "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "MeshReleases", "Planning", "YAMLReading",
      "YAMLWriting",
    ]),
  .target(
    name: "CloudServiceMeshDialect",
    dependencies: [
      "Certificates", "Diagnostics", "Istio", "Manifests", "MeshModel", "MeshNames", "MeshReleases", "Planning",
      "YAMLReading",
      "YAMLWriting",
    ]),
  .target(
    name: "FederationDialect",
    dependencies: [
      "Certificates", "Diagnostics", "ManualDiscovery", "Manifests", "MeshModel", "MeshNames", "MeshReleases",
      "PeerMeshes",
      "Planning", "YAMLReading", "YAMLWriting",
    ]),
  .target(
    name: "MultiMeshDialect",
    dependencies: [
      "Certificates", "Diagnostics", "Istio", "ManualDiscovery", "Manifests", "MeshModel", "MeshNames", "PeerMeshes",
      "Planning", "SailOperator", "YAMLWriting",
    ]),
  .target(
    name: "ReplicatedDialect",
    dependencies: [
      "Certificates", "Diagnostics", "Istio", "LegacyIstio", "Manifests", "MeshModel", "MeshNames", "MeshReleases",
      "Planning",
      "YAMLWriting",
    ]),
  .target(
    name: "SharedDialect",
    dependencies: [
      "Certificates", "Diagnostics", "LegacyIstio", "Manifests", "MeshModel", "MeshNames", "Planning", "YAMLWriting",
    ]),
]

/// What objects do together, whoever wrote them: no dialect is known here.
let proof: [Target] = [
  .target(
    name: "AppliedMesh",
    dependencies: [
      "Certificates", "Diagnostics", "Manifests", "MeshNames", "Planning", "YAMLReading", "YAMLWriting",
    ]),
  .target(name: "Tracing", dependencies: ["MeshNames", "AppliedMesh", "YAMLWriting"]),
]

/// A text in, findings and files out.
let compiler: [Target] = [
  .target(
    name: "StagedMigration",
    dependencies: [
      "Diagnostics", "ManualDiscovery", "Manifests", "MarkdownWriting", "MeshModel", "MeshNames", "Planning",
      "YAMLReading",
      "YAMLWriting",
    ]),
  .target(
    name: "MeshCompiler",
    dependencies: [
      "AppliedMesh", "CertificateFindings", "CertificateReview", "CertificateTools", "Certificates",
      "ContinuousDelivery", "Diagnostics", "Digests", "FileTrees", "Istio", "LegacyIstio", "Manifests",
      "MarkdownWriting", "MeshChange", "MeshModel", "MeshNames", "MeshReleases", "Planning", "Runbook",
      "StagedMigration", "SailOperator", "Tracing", "YAMLReading", "YAMLWriting",
    ] + dialects.map { .target(name: $0.name) }),
]

/// Arguments, terminal, exit status.
///
/// Two programs: swift-crypto, which only the second needs, builds for a minute and is written in C.
let programs: [Target] = [
  .target(
    name: "Console",
    dependencies: ["Diagnostics", "FileTrees", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
  .executableTarget(
    name: "meshgen",
    dependencies: [
      "AppliedMesh", "CertificateTools", "Console", "Diagnostics", "FileTrees", "MeshChange", "MeshCompiler",
      "MeshModel", "MeshNames", "Planning", "Runbook", "Tracing", "YAMLWriting",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  .executableTarget(
    name: "meshgen-certs",
    dependencies: [
      "CertificateVerification", "Console", "Diagnostics", "FileTrees",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
]

let tests: [Target] = [
  .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
  .testTarget(name: "YAMLWritingTests", dependencies: ["Diagnostics", "YAMLReading", "YAMLWriting"]),
  .testTarget(name: "FileTreesTests", dependencies: ["Digests", "FileTrees"]),
  .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "YAMLReading"]),
  .testTarget(name: "YAMLReadingTests", dependencies: ["Diagnostics", "YAMLReading"]),
  .testTarget(name: "MeshNamesTests", dependencies: ["MeshNames"]),
  .testTarget(
    name: "CertificateVerificationTests",
    dependencies: [
      "CertificateFindings", "CertificateVerification", "Diagnostics",
      .product(name: "Crypto", package: "swift-crypto"), .product(name: "SwiftASN1", package: "swift-asn1"),
      .product(name: "X509", package: "swift-certificates"),
    ], exclude: ["judge.py"]),
  .testTarget(
    name: "TracingTests",
    dependencies: ["AppliedMesh", "Diagnostics", "Manifests", "MeshCompiler", "Planning", "Tracing", "YAMLWriting"]),
  .testTarget(
    name: "MeshCompilerTests",
    dependencies: [
      "AppliedMesh", "Tracing",
      "Certificates", "Diagnostics", "FileTrees", "Manifests", "MeshChange", "MeshCompiler", "MeshModel", "MeshNames",
      "MeshReleases", "Planning", "Runbook", "StagedMigration", "YAMLReading", "YAMLWriting",
    ]),
  .testTarget(name: "CommandTests", dependencies: ["FileTrees", "meshgen", "meshgen-certs"]),
]

let storeys = [
  ("Text", text), ("Language", language), ("Certificates", certificates), ("Planning", planning),
  ("Systems", common + dialects), ("Proof", proof), ("Compiler", compiler), ("Programs", programs),
]

let package = Package(
  name: "meshgen",
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
  targets: storeys.flatMap(\.1) + tests,
  swiftLanguageModes: [.v6]
)

for (storey, targets) in storeys {
  for target in targets { target.path = "Sources/\(storey)/\(target.name)" }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
