import CertificateVerification
import Diagnostics
import Foundation
import Testing

/// Certificates that real tools have made from the files of the goldens.
struct ToolTests {
  @Test(
    .enabled(
      if: Folder.has("certtool") && Folder.has("openssl"),
      "certtool or openssl is missing: scripts/dependencies.sh tests"),
    arguments: ["three-tiers", "multi-primary-multi-network", "rotation", "revocation"])
  func `has nothing to say of what certtool issues`(golden: String) throws {
    let folder = try Folder()
    defer { folder.remove() }
    #expect(try folder.run("/bin/sh", script("certtool", golden), "issued", "all").status == 0)
    let verifier = try verifier(golden)
    let files = try folder.files(verifier)
    let report = verifier.verify(files)
    #expect(report.findings.map(\.message) == [])
    #expect(report.receipt == verifier.verify(files).receipt)
    for name in verifier.files where name.hasSuffix("cert-chain.pem") {
      let cluster = "issued/" + name.dropLast("cert-chain.pem".count)
      let roots = golden == "rotation" ? "root-certs.pem" : "root-cert.pem"
      let verdict = try folder.run(
        "/usr/bin/env", "openssl", "verify", "-x509_strict", "-CAfile", cluster + roots, "-untrusted",
        "issued/\(name)", cluster + "ca-cert.pem")
      #expect(verdict.status == 0, "\(verdict.output)")
    }
  }

  // While something that they have signed is in use, two keys of one name are there, each with a CRL.
  @Test(.enabled(if: Folder.has("certtool"), "certtool is missing: scripts/dependencies.sh tests"))
  func `has nothing to say of an authority that was replaced, while it is remembered and after`() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let script = script("certtool", "revocation")
    let next = ["issuing-next-key", "issuing-next-csr", "issuing-next-sign", "issuing-next-crl"]
    let shown = ["issuing-promote", "east-reissue", "east-sign", "west-reissue", "west-sign"]
    let verifier = try verifier("revocation")
    for (acts, codes) in [
      (["all"], []), (next, ["MG585", "MG585"]), (["east-lists", "west-lists"], []),
      (shown + ["east-deliver", "west-deliver"], []), (["west-crl"], ["MG585", "MG585"]),
      (["east-lists", "west-lists"], []), (["issuing-forget"], ["MG584", "MG584"]), (["east-lists", "west-lists"], []),
    ] {
      for act in acts { #expect(try folder.run("/bin/sh", script, "issued", act).status == 0, "\(act)") }
      #expect(verifier.verify(try folder.files(verifier)).findings.map(\.code.name) == codes, "after \(acts)")
    }
  }

  @Test(
    .enabled(
      if: Folder.has("cfssl") && Folder.has("cfssljson"), "cfssl is missing: scripts/dependencies.sh tests installs it"),
    arguments: ["three-tiers", "multi-primary-multi-network", "revocation"])
  func `has to say of cfssl what it declares, and nothing else`(golden: String) throws {
    let folder = try Folder()
    defer { folder.remove() }
    #expect(try folder.run("/bin/sh", script("cfssl", golden), "issued", "all").status == 0)
    let path = IssuedExample.certificates(of: golden).appending(path: "cfssl/deviations.json")
    let data = try Data(contentsOf: path)
    // Debian's is of 2016, and calls itself 1.2.0.
    let declared = try JSONDecoder().decode(Declared.self, from: data).olderVersions.filter {
      $0.property != "custody.keyStorage"
    }
    let report = try verifier(golden).verify(try folder.files(try verifier(golden)))
    let found = report.findings.compactMap { finding in finding.place.property.map { "\(finding.place.file) \($0)" } }
    #expect(found.sorted() == declared.map { "\(file(of: $0)) \($0.property)" }.sorted())
    let tolerant = try CertificateVerifier(
      plan: try plan(golden), deviations: SourceText(name: "deviations.json", bytes: Array(data)), olderTool: true)
    #expect(tolerant.verify(try folder.files(tolerant)).findings.map(\.message) == [])
  }

  // What Istio's tools/certs makes, as its documents run it with openssl 3.
  @Test(.enabled(if: Folder.has("openssl"), "openssl is missing: scripts/dependencies.sh tests installs it"))
  func `has nothing to say of what the published recipe makes`() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let made = try folder.run("/bin/sh", "-euc", Self.recipe)
    #expect(made.status == 0, "\(made.output)")
    let verifier = try verifier("multi-primary-multi-network")
    #expect(verifier.verify(try folder.files(verifier)).findings.map(\.message) == [])
  }

  /// Istio's own scripts (istio/istio, tools/certs), but for the root, which they put into the chain, too.
  private static let recipe = """
    mkdir -p issued/root issued/east issued/west && cd issued
    extensions='basicConstraints = critical, CA:true'
    usage='keyUsage = critical, digitalSignature, nonRepudiation, keyEncipherment, keyCertSign'
    printf '[req]\\ndistinguished_name = dn\\nprompt = no\\nutf8 = yes\\nx509_extensions = ext\\n[ext]\\n%s\\n%s\\n%s\\n[dn]\\nO = Istio\\nCN = Root CA\\n' \\
      'subjectKeyIdentifier = hash' "$extensions" "$usage" >root.conf
    openssl genrsa -out root/root-key.pem 4096
    openssl req -sha256 -new -key root/root-key.pem -config root.conf -out root/root-cert.csr
    openssl x509 -req -sha256 -days 3650 -signkey root/root-key.pem -extensions ext -extfile root.conf \\
      -in root/root-cert.csr -out root/root-cert.pem
    for cluster in east west; do
      printf '[req]\\ndistinguished_name = dn\\nprompt = no\\nutf8 = yes\\n[ext]\\n%s\\n%s, pathlen:0\\n%s\\n%s\\nsubjectAltName = DNS:istiod.istio-system.svc\\n[dn]\\nO = Istio\\nCN = Intermediate CA\\nL = %s\\n' \\
        'subjectKeyIdentifier = hash' "$extensions" "$usage" 'authorityKeyIdentifier = keyid' "$cluster" >$cluster.conf
      openssl genrsa -out $cluster/ca-key.pem 4096
      openssl req -sha256 -new -key $cluster/ca-key.pem -config $cluster.conf -out $cluster/ca.csr
      openssl x509 -req -sha256 -days 3650 -CA root/root-cert.pem -CAkey root/root-key.pem -CAcreateserial \\
        -extensions ext -extfile $cluster.conf -in $cluster/ca.csr -out $cluster/ca-cert.pem
      cp $cluster/ca-cert.pem $cluster/cert-chain.pem
      cp root/root-cert.pem $cluster/root-cert.pem
    done
    """

  private func script(_ tool: String, _ golden: String) -> String {
    IssuedExample.certificates(of: golden).appending(path: "\(tool)/ceremony.sh").path
  }

  private func plan(_ golden: String) throws -> SourceText {
    let data = try Data(contentsOf: IssuedExample.certificates(of: golden).appending(path: "plan.json"))
    return SourceText(name: "plan.json", bytes: Array(data))
  }

  private func verifier(_ golden: String) throws -> CertificateVerifier { try .init(plan: try plan(golden)) }

  private func file(of deviation: Declared.Deviation) -> String {
    let file = certificate(of: deviation.authority)
    return deviation.property == "revocation.number" ? "\(file.prefix { $0 != "/" })/crl.pem" : file
  }

  private func certificate(of authority: String) -> String {
    switch authority {
    case "root": "root/root-cert.pem"
    case "cluster-cluster1", "cluster-east": "east/ca-cert.pem"
    case "cluster-cluster2", "cluster-west": "west/ca-cert.pem"
    default: "\(authority)/ca-cert.pem"
    }
  }

  private struct Declared: Decodable {
    let olderVersions: [Deviation]
    struct Deviation: Decodable {
      let authority: String
      let property: String
    }
  }
}

/// A folder of its own for what programs make.
private struct Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "meshgen issued \(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  func remove() { try? FileManager.default.removeItem(at: url) }

  func run(_ command: String...) throws -> (status: Int32, output: String) { try Self.run(command, in: url) }

  /// The files that a verifier asks for, as far as they are there.
  func files(_ verifier: CertificateVerifier) throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: verifier.files.compactMap { name in
        (try? Data(contentsOf: url.appending(path: "issued/\(name)"))).map { (name, Array($0)) }
      })
  }

  static func has(_ program: String) -> Bool {
    (try? run(["/bin/sh", "-c", "command -v \(program)"], in: FileManager.default.temporaryDirectory))?.status == 0
  }

  static func run(_ command: [String], in folder: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
