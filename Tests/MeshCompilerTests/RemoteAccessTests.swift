import Diagnostics
import FileTrees
import Foundation
import Manifests
internal import Manifests
import MeshCompiler
import Planning
import Testing
import YAMLWriting
internal import YAMLWriting

/// How control planes get to read each other's clusters.
struct RemoteAccessTests {
  private static let clusters = """
    clusters:
      - {name: a, network: network1, apiServer: "https://a.example.com"}
      - {name: b, network: network2, apiServer: "https://b.example.com/$(id)`id`", context: "b's $(id)"}

    """

  private func compiled(_ remoteAccess: String) -> Compilation {
    compile(SourceText(name: "t", bytes: Example.topology(with: Self.clusters + remoteAccess)))
  }

  /// The shell scripts of a plan's remote secrets, with their arguments.
  private func scripts(_ compilation: Compilation) throws -> [[String]] {
    try #require(compilation.plan).steps.filter { $0.id.description.hasSuffix("/remote-secret") }.flatMap { step in
      guard case .run(let commands) = step.action else { return [[String]]() }
      return commands.map(\.words)
    }
  }

  /// What the scripts of a plan's remote secrets apply.
  private func applied(_ compilation: Compilation) throws -> [String] {
    let files = try #require(compilation.files).files
    let readers = files.first { $0.path.text == "clusters/control-planes.txt" }.map { Data($0.bytes) }
    return try scripts(compilation).map { try run($0, readers) }
  }

  /// Runs a script in the output's folder, with programs that only write down what they are given, and returns what was
  /// applied.
  private func run(_ words: [String], _ readers: Data?) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let stub = """
      #!/bin/sh
      case "$*" in
        *ca*crt*) printf Q0E= ;;
        *data.token*) printf VE9LRU4= ;;
        *apply*) echo "# $1"; cat ;;
        *create-remote-secret*) echo "# $*" ;;
      esac
      """
    for program in ["kubectl", "istioctl"] {
      try installProgram(stub, at: folder.appending(path: program))
    }
    try FileManager.default.createDirectory(at: folder.appending(path: "clusters"), withIntermediateDirectories: true)
    try readers?.write(to: folder.appending(path: "clusters/control-planes.txt"))
    let process = Process()
    let output = Pipe()
    process.currentDirectoryURL = folder
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = ["PATH": "\(folder.path(percentEncoded: false)):/usr/bin:/bin"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }

  @Test func `pipes what istioctl prints into every reader, and quotes what is strange`() throws {
    let applied = try applied(compiled(""))
    #expect(applied.count == 2)
    #expect(applied[0].hasPrefix("# --context=b's $(id)\n# create-remote-secret --context=a --name=a "))
    #expect(applied[1].hasPrefix("# --context=a\n# create-remote-secret --context=b's $(id) --name=b "))
    #expect(applied[1].contains(" --server=https://b.example.com/$(id)`id` "))
  }

  @Test func `puts a remote secret together from the token, with the cluster's name as its key`() throws {
    let applied = try applied(compiled("remoteAccess: {delivery: tokenSecret}"))
    #expect(applied.count == 2)
    for line in [
      "# --context=a", "  name: istio-remote-secret-b", "    istio/multiCluster: \"true\"", "  b: |",
      "        certificate-authority-data: \"Q0E=\"", "        server: https://b.example.com/$(id)`id`",
      "        token: \"TOKEN\"",
    ] {
      #expect(applied[1].contains("\(line)\n"), "\(applied[1])")
    }
  }

  @Test func `shows a token to no other program and puts it into no file`() throws {
    for words in try scripts(compiled("remoteAccess: {delivery: tokenSecret}")) {
      #expect(!words[2].contains("<<") && !words[2].contains("sed ") && !words[2].contains(" > "))
    }
  }

  @Test func `lets each cluster push its token, and each other one fetch it`() throws {
    let compilation = compiled("remoteAccess: {externalSecrets: {store: {kind: SecretStore, name: vault}}}")
    #expect(planProblems(try #require(compilation.plan)) == [])
    #expect(try scripts(compilation).isEmpty)
    let files = try #require(compilation.files).files
    let secrets = files.map(\.path.text).filter { $0.contains("externalsecret-") }
    #expect(
      secrets == [
        "clusters/a/70-discovery/externalsecret-istio-remote-secret-b.yaml",
        "clusters/b/70-discovery/externalsecret-istio-remote-secret-a.yaml",
      ])
    let texts = files.filter { secrets.contains($0.path.text) }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts[0].contains("        b: |\n") && texts[0].contains("key: istio/remote/b\n"))
    #expect(files.count { $0.path.text.contains("pushsecret-") } == 2)
    let removal = try #require(compilation.plan).removal.flatMap(\.commands).map(\.shellLine)
    #expect(!removal.contains { $0.contains("istio/multiCluster") })
    #expect(removal.count { $0.hasSuffix("70-discovery") } == 2)
  }

  @Test(arguments: [
    ("{kubeconfigFiles: {}}", "unknown-key"), ("{externalSecrets: {store: {name: a}}}", "missing-key"),
    ("{externalSecrets: {store: {kind: Vault, name: a}}}", "unknown-word"), ("{delivery: magic}", "unknown-word"),
  ])
  func `refuses a way that is not whole or not there`(written: String, slug: String) {
    #expect(compiled("remoteAccess: \(written)").findings.map(\.code.slug).contains(slug))
  }

  @Test func `puts the token's kubeconfig into a file's name, and mounts one Secret for each other cluster`() throws {
    let compilation = compiled("remoteAccess: {delivery: kubeconfigFiles}")
    let applied = try applied(compilation)
    #expect(applied[1].contains("  name: istio-remote-kubeconfig-b\n"))
    #expect(applied[1].contains("  b.yaml: |\n"))
    #expect(!applied[1].contains("multiCluster"))
    let istio = try #require(compilation.plan?.steps.flatMap(\.resources).first { $0.kind == "Istio" })
    let text = istio.content.yaml
    #expect(text.contains("PILOT_MULTICLUSTER_KUBECONFIG_PATH: /var/run/istio/remote-kubeconfigs"))
    #expect(text.contains("name: istio-remote-kubeconfig-b") && !text.contains("name: istio-remote-kubeconfig-a"))
  }

  @Test(arguments: [
    ("{delivery: exec}", "missing-key"), ("{delivery: externalSecrets}", "missing-key"),
    ("{delivery: manual, exec: {command: aws}}", "several-ways"), ("{exec: {command: aws}}", "plugin-not-allowed"),
    ("{exec: {args: [a]}}", "missing-key"),
    ("{delivery: kubeconfigFiles, exec: {command: aws}}", "plugin-not-allowed"),
    ("{externalSecrets: {store: {kind: Vault, name: v}}}", "unknown-word"),
  ])
  func `refuses a way that cannot be planned`(access: String, slug: String) {
    let findings = compiled("remoteAccess: \(access)").findings.filter { $0.severity == .error }
    #expect(Set(findings.map(\.code.slug)) == [slug])
  }

  @Test(arguments: [
    ("delivery: tokenSecret", "", "server: https://c", true),
    ("delivery: tokenSecret", ", tlsServerName: api.c", "tls-server-name: api.c", true),
    ("delivery: manual", ", tlsServerName: api.c", "--tls-server-name=api.c", true),
    (
      "delivery: tokenSecret", ", certificateAuthorityData: \(authority)", "certificate-authority-data: \(authority)",
      true
    ),
    ("delivery: manual", ", certificateAuthorityData: \(authority)", "", false),
  ])
  func `knows the API server's name and CA where the topology says them`(
    access: String, more: String, text: String, isPlanned: Bool
  ) throws {
    let clusters = """
      clusters:
        - {name: c, network: network1, apiServer: "https://c"\(more)}
        - {name: d, network: network2, apiServer: "https://d"}
      """
    let bytes = Example.topology(with: "\(clusters)\nremoteAccess: {\(access)}")
    let compilation = compile(SourceText(name: "t", bytes: bytes))
    #expect((compilation.plan != nil) == isPlanned)
    if isPlanned { #expect(try applied(compilation).joined().contains(text)) }
  }

  private static let authority = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1J"
}
