internal import CertificateTools
internal import Certificates
import Diagnostics
import FileTrees
import Foundation
import MeshCompiler
internal import MeshModel
import MeshNames
import Planning
import Testing
import YAMLWriting

/// The files for certificate tools, carried out by the tools where they are installed.
struct CertificateToolTests {
  /// Elliptic curves alone, which take no time: three tiers, names that shells and templates stumble over.
  private static let strict = """
    mesh: {id: mesh1, trustDomain: mesh1.example.org}
    certificateAuthority:
      root:
        names: {uri: ["spiffe://mesh1.example.org"]}
        subject: {organization: 'A "quoted", $HOME + `id` <b>; #1 = {{x}} it''s', country: DE}
      tiers: [{name: issuing, key: {algorithm: ECDSA, curve: P256}}]
      intermediates:
        names: {uri: ["spiffe://mesh1.example.org"]}
        nameConstraints: {permitted: {dns: [svc, example.org], uri: [mesh1.example.org]}, excluded: {dns: [corp.example]}}
      tools: [certtool, cfssl, step, vault, cert-manager, aws-private-ca, google-cas]
      awsPrivateCA: {region: eu-central-1}
      googleCAS: {project: example-pki, location: europe-west3, pool: mesh}
    """

  /// What Istio's scripts make, with one long key, since these take seconds.
  private static let sample = """
    certificateAuthority:
      profile: istio-sample
      root: {key: {algorithm: RSA, size: 4096}}
      intermediates: {key: {algorithm: RSA, size: 2048}}
      tools: [certtool, cfssl]
    """

  @Test(
    .enabled(
      if: Ceremony.isInstalled("certtool") && Ceremony.isInstalled("openssl"),
      "certtool or openssl is not installed: scripts/dependencies.sh tests installs them"),
    arguments: [strict, sample])
  func `has certtool issue exactly what is planned`(topology: String) throws {
    let ceremony = try Ceremony(Example.topology(with: topology), with: "certtool")
    defer { ceremony.remove() }
    try expect(ceremony, topology, declared: { $0.deviations })
  }

  @Test(
    .enabled(
      if: Ceremony.isInstalled("cfssl") && Ceremony.isInstalled("openssl"),
      "cfssl or openssl is not installed: scripts/dependencies.sh tests installs them"),
    arguments: [strict, sample])
  func `has cfssl issue what is planned, but for what is declared and for nothing else`(topology: String) throws {
    let ceremony = try Ceremony(Example.topology(with: topology), with: "cfssl")
    defer { ceremony.remove() }
    // Debian's is of 2016, and calls itself 1.2.0.
    try expect(ceremony, topology, declared: { $0.olderVersions ?? $0.deviations })
  }

  /// Carries a ceremony out and compares each certificate with the plan and with the deviations that are declared.
  private func expect(
    _ ceremony: Ceremony, _ topology: String, declared: (DeviationReport) -> [Deviation]
  ) throws {
    let (status, output) = try ceremony.run("all")
    #expect(status == 0, "\(output)")
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: topology)))
    let plan = try #require(compilation.plan?.certificates.first)
    let tool = try #require(CertificateTool(rawValue: ceremony.tool))
    let deviations = Dictionary(grouping: declared(deviations(of: plan, carriedOutBy: tool)), by: \.authority)
    for authority in plan.authorities {
      let text = try ceremony.openssl(
        "x509", "-in", authority.certificateFile, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus_space,sname")
      let issued = IssuedCertificate(text).properties
      let expected = authority.expectation(Self.inJudgesWords(deviations[authority.id] ?? []))
      for (property, value) in expected.sorted(by: { $0.key < $1.key }) {
        #expect(issued[property] == value, "\(property) of \(authority.id)")
      }
    }
    for delivery in plan.deliveries {
      let folder = delivery.location.description
      let verdict = try ceremony.openssl(
        "verify", "-x509_strict", "-CAfile", "\(folder)/root-cert.pem", "-untrusted", "\(folder)/cert-chain.pem",
        "\(folder)/ca-cert.pem")
      #expect(verdict == "\(folder)/ca-cert.pem: OK\n")
      let chain = try delivery.sentChain.reduce(Data()) { $0 + (try ceremony.issued($1.certificateFile)) }
      #expect(try ceremony.issued("\(folder)/cert-chain.pem") == chain)
      #expect(try ceremony.mode(of: "\(folder)/ca-key.pem") == 0o600)
    }
  }

  /// Deviations as the judge would see them.
  private static func inJudgesWords(_ deviations: [Deviation]) -> [String: String] {
    var words: [String: String] = [:]
    for deviation in deviations {
      switch (deviation.property, deviation.issued) {
      case (.subject, .sequence(let parts)):
        let pairs = parts.compactMap { part -> String? in
          guard case .mapping(let entries) = part, case .string(let value)? = entries.first?.value else { return nil }
          return "\(entries[0].key)=\(value)"
        }
        words["subject"] = pairs.joined(separator: ", ")
      case (.signatureHash, .string(let hash)): words["signatureHash"] = hash.replacing("-", with: "")
      case (.names, _), (.identity, _): words["names"] = ""
      case (.nameConstraints, _): words["nameConstraints"] = ""
      case (.keyUsage, _): words["keyUsage"] = "Digital Signature, Key Encipherment, Certificate Sign"
      default: words["unexpected"] = deviation.property.rawValue
      }
    }
    return words
  }

  @Test(.enabled(if: Ceremony.isInstalled("certtool"), "certtool is not installed"))
  func `overwrites nothing, and goes on where it stopped`() throws {
    let ceremony = try Ceremony(Example.topology(with: Self.strict), with: "certtool")
    defer { ceremony.remove() }
    #expect(try ceremony.run("root-key", "root-cert").status == 0)
    let (key, certificate) = (try ceremony.issued("root/root-key.pem"), try ceremony.issued("root/root-cert.pem"))
    #expect(!ceremony.has("cluster1"))
    let (status, output) = try ceremony.run("all")
    #expect(status == 0)
    #expect(output.contains("root/root-key.pem is there already, and stays"))
    #expect(try ceremony.issued("root/root-key.pem") == key)
    #expect(try ceremony.issued("root/root-cert.pem") == certificate)
    #expect(ceremony.has("cluster2/cert-chain.pem"))
  }

  @Test(.enabled(if: Ceremony.isInstalled("certtool"), "certtool is not installed"))
  func `does nothing before what it needs, and knows no other acts`() throws {
    let ceremony = try Ceremony(Example.topology(with: Self.strict), with: "certtool")
    defer { ceremony.remove() }
    let early = try ceremony.run("cluster1-key", "cluster1-sign", "cluster1-csr")
    #expect(early.status == 1)
    #expect(early.output.contains("issuing/key.pem is missing"))
    #expect(!ceremony.has("cluster1/ca.csr"))
    #expect(try ceremony.run("root-burn").status == 2)
    #expect(try ceremony.run().status == 2)
  }

  @Test func `has Terraform sign what Vault is asked for, by issuers that are there, and fills nothing in`() throws {
    let section = """
      certificateAuthority:
        root: {subject: {organization: "a ${path.cwd} %{ if true }"}}
        tiers: [{name: eu, pathLength: 1}]
        tools: [vault]
      """
    let text = try file("vault/terraform/main.tf.json", section)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let resources = try #require(document["resource"] as? [String: [String: [String: Any]]])
    let roots = try #require(resources["vault_pki_secret_backend_root_cert"])
    #expect(roots["ca-root"]?["organization"] as? String == "a $${path.cwd} %%{ if true }")
    #expect(roots["ca-root"]?["type"] as? String == "internal")
    let signed = try #require(resources["vault_pki_secret_backend_root_sign_intermediate"])
    #expect(
      signed.mapValues { $0["max_path_length"] as? Int } == [
        "ca-eu": 1, "ca-cluster-cluster1": 0, "ca-cluster-cluster2": 0,
      ])
    #expect(signed["ca-cluster-cluster1"]?["csr"] as? String == #"${file("${var.issued}/cluster1/ca.csr")}"#)
    for (label, block) in signed {
      let needed = try #require(block["depends_on"] as? [String])
      #expect(
        needed == [
          label == "ca-eu"
            ? "vault_pki_secret_backend_root_cert.ca-root" : "vault_pki_secret_backend_intermediate_set_signed.ca-eu"
        ])
      #expect(block["alt_names"] as? [String] == (label == "ca-eu" ? nil : ["istiod.istio-system.svc"]))
    }
  }

  @Test(arguments: ["certtool", "cfssl", "step", "vault", "aws-private-ca", "google-cas"])
  func `stops at the first failure, and leaves nothing that looks whole`(tool: String) throws {
    let ceremony = try Ceremony(Example.topology(with: Self.strict), with: tool)
    defer { ceremony.remove() }
    for program in ["certtool", "cfssl", "cfssljson", "step", "vault", "aws", "gcloud"] {
      try ceremony.install(program, "#!/bin/sh\necho half\necho \"$@\" >>calls\nexit 3\n", in: "broken")
    }
    let (status, _) = try ceremony.run("root-key", "root-cert", programs: "broken")
    #expect(status == 3)
    #expect(!ceremony.has("root/root-key.pem"))
    #expect(!ceremony.has("root/root-cert.pem"))
    let calls = String(decoding: try ceremony.issued("calls"), as: UTF8.self).split(separator: "\n")
    // gcloud is asked whether the authority is there before it is told to make it.
    #expect(calls.count == (tool == "google-cas" ? 2 : 1))
  }

  @Test func `says which program is missing`() throws {
    let ceremony = try Ceremony(Example.topology(with: Self.strict), with: "vault")
    defer { ceremony.remove() }
    guard !Ceremony.isInstalled("vault") else { return }
    let (status, output) = try ceremony.run("root-key")
    #expect(status == 1)
    #expect(output == "vault is not installed\n")
  }

  /// The text of a file for a tool.
  private func file(_ path: String, _ topology: String) throws -> String {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: topology)))
    let files = try #require(compilation.files).files
    let file = try #require(files.first { $0.path.text == "certificates/\(path)" }, "\(files.map(\.path.text))")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  // Go's zero value of a path length is 0, so no bound is -1.
  @Test func `writes no bound of the path length as each tool does`() throws {
    let tools = "profile: istio-sample, tools: [certtool, cfssl, step, vault]"
    let topology = "certificateAuthority: {\(tools)}"
    #expect(try file("step/root.tpl", topology).contains("\"maxPathLen\": -1"))
    #expect(try file("step/cluster-cluster1.tpl", topology).contains("\"maxPathLen\": 0"))
    #expect(try file("vault/root.json", topology).contains("\"max_path_length\": -1"))
    #expect(try file("vault/cluster-cluster1.sign.json", topology).contains("\"max_path_length\": 0"))
    #expect(try !file("certtool/root.cert.tmpl", topology).contains("path_len"))
    #expect(try file("certtool/cluster-cluster1.cert.tmpl", topology).contains("path_len = 0"))
    #expect(try !file("cfssl/root.ca.json", topology).contains("pathlen"))
    #expect(try file("cfssl/cluster-cluster1.signing.json", topology).contains("\"max_path_len_zero\": true"))
  }

  // The number of unused bits differs: 2 for the four of Istio's scripts, 1 for the strict ones (X.690, 8.6.2).
  @Test func `encodes key usages and name constraints as certtool takes them`() throws {
    let sample = try file("certtool/root.cert.tmpl", "certificateAuthority: {profile: istio-sample, tools: [certtool]}")
    #expect(sample.contains("\"2.5.29.15 0x030202E4\""))
    #expect(!sample.contains("signing_key"))
    let strict = try file("certtool/cluster-cluster1.cert.tmpl", Self.strict)
    #expect(strict.contains("\"2.5.29.15 0x03020106\""))
    #expect(strict.contains("\"2.5.29.30 0x30"))
  }

  @Test func `gives step a lifetime, without which a certificate is good for a day`() throws {
    let script = try file("step/ceremony.sh", Self.strict)
    let signing = script.split(separator: "\n").filter { $0.contains("--template") }
    // The root, the tier and two clusters, and the successors of those below the root.
    #expect(signing.count == 4 + 3)
    #expect(signing.allSatisfy { $0.contains("--not-after ") && !$0.contains("--profile") })
    #expect(try file("step/root.tpl", Self.strict).contains(#"{{"{{"}}x}}"#))
  }

  @Test func `signs a root of cfssl once more only for another key usage`() throws {
    #expect(try !file("cfssl/ceremony.sh", Self.strict).contains("root.signing.json"))
    #expect(try file("cfssl/ceremony.sh", Self.sample).contains("root.signing.json"))
  }

  @Test func `keeps each cluster's objects for cert-manager in a folder of their own`() throws {
    let first = try file("cert-manager/intermediates/cluster1/certificate-cacerts.yaml", Self.strict)
    #expect(first.contains("duration: 8760h0m0s\n"))
    #expect(first.contains("name: mesh1-issuing\n"))
    #expect(first.contains(##"O=A \\\"quoted\\\"\\, $HOME \\+ `id` \\<b\\>\\; #1 = {{x}} it's,L=cluster1,C=DE""##))
    #expect(try !file("cert-manager/issuing/clusterissuer-mesh1-root.yaml", Self.strict).contains("cacerts"))
  }

  /// Where the authorities of clouds are.
  private static let clouds = """
    awsPrivateCA: {region: eu-central-1}, googleCAS: {project: example-pki, location: europe-west3, pool: mesh}
    """

  @Test(arguments: [
    ("aws-private-ca", "awsPrivateCA"), ("google-cas", "googleCAS"),
  ])
  func `has to know where in a cloud`(tool: String, key: String) throws {
    let source = Example.topology(with: "certificateAuthority: {tools: [\(tool)]}")
    let finding = try #require(compile(SourceText(name: "topology.yaml", bytes: source)).findings.first)
    #expect(finding.code.slug == "missing-key")
    #expect(finding.message.contains("`\(key)`"))
  }

  @Test(arguments: [
    "arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/", "arn:aws:acm:eu-central-1:123456789012:a/b",
    "arn:aws:acm-pca:eu-central-1:1234:certificate-authority/12345678", "root",
  ])
  func `takes authorities of AWS Private CA alone`(arn: String) {
    #expect(throws: Misfit.self) { try AuthorityARN(parsing: arn) }
  }

  @Test(arguments: ["", "-mesh", "mesh.pool", String(repeating: "a", count: 64)])
  func `takes names of CA pools alone`(name: String) {
    #expect(throws: Misfit.self) { try PoolName(parsing: name) }
  }

  @Test func `has AWS bound the path of each subordinate by a template`() throws {
    let topology = "certificateAuthority: {tiers: [{name: issuing}], tools: [aws-private-ca], \(Self.clouds)}"
    let script = try file("aws-private-ca/ceremony.sh", topology)
    #expect(script.contains("arn:aws:acm-pca:::template/RootCACertificate/V1"))
    #expect(script.contains("arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen1/V1"))
    #expect(script.contains("arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1"))
    #expect(script.contains("--validity Value=365,Type=DAYS"))
    let china = topology.replacing("eu-central-1", with: "cn-north-1")
    #expect(try file("aws-private-ca/ceremony.sh", china).contains("arn:aws-cn:acm-pca:::template/"))
  }

  @Test func `has Google say by a template what a request leaves out`() throws {
    let topology = """
      certificateAuthority:
        intermediates: {nameConstraints: {permitted: {dns: [svc]}}}
        tools: [google-cas]
        googleCAS: {project: example-pki, location: europe-west3, pool: mesh}
      """
    let template = try file("google-cas/cluster-cluster1.template.json", topology)
    for part in [#""isCa": true"#, #""maxIssuerPathLength": 0"#, #""certSign": true"#, #""permittedDnsNames""#] {
      #expect(template.contains(part), "\(part)")
    }
    let identity = try file("google-cas/cluster-cluster1.cel", topology)
    #expect(identity.contains(#"subject.common_name == "example Cluster CA cluster1" && subject_alt_names.all(san, "#))
    #expect(identity.contains(#"san.type == DNS && san.value in ["istiod.istio-system.svc"])"#))
    let path = "google-cas/intermediates/cluster1/googlecasclusterissuer-example-google-cas.yaml"
    let issuer = try file(path, topology)
    let place = "projects/example-pki/locations/europe-west3"
    #expect(issuer.contains("\(place)/certificateTemplates/example-cluster-cluster1"))
  }

  @Test(arguments: [("cert-manager.io", true), ("awspca.cert-manager.io", false)])
  func `says what Vault loses behind cert-manager`(group: String, loses: Bool) throws {
    let topology = """
      certificateAuthority:
        tiers: [{name: issuing}]
        delivery: {certManager: {issuer: {group: \(group), kind: ClusterIssuer, name: vault}}}
        tools: [vault]
      """
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: topology)))
    let report = deviations(of: try #require(compilation.plan?.certificates.first), carriedOutBy: .vault)
    let subjects = report.deviations.filter { $0.property == .subject }
    #expect(!subjects.isEmpty == loses)
    #expect(subjects.allSatisfy { $0.authority.hasPrefix("cluster-") && !$0.isHarmless })
  }

  @Test func `names OpenSSL nowhere`() throws {
    for topology in Repository.compiling {
      let source = SourceText(name: "topology.yaml", bytes: try topology.bytes)
      for file in try #require(compile(source).files).files {
        let text = String(decoding: file.bytes, as: UTF8.self).lowercased()
        #expect(!text.contains("openssl"), "\(topology): \(file.path)")
      }
    }
  }

  @Test(arguments: [
    // As the documents of OpenShift Service Mesh have it.
    ("certtool", "istio-sample", []), ("step", "istio-sample", ["subject"]),
    ("cfssl", "istio-sample", ["signatureHash", "subject"]),
    ("vault", "istio-sample", ["custody.keyStorage", "keyUsage.bits", "subject"]),
    ("cert-manager", "istio-sample", ["basicConstraints.pathLength", "custody.keyStorage", "signatureHash"]),
    ("certtool", "strict", []), ("step", "strict", []), ("cfssl", "strict", []),
    ("vault", "strict", ["custody.keyStorage"]),
    ("aws-private-ca", "istio-sample", ["custody.keyStorage", "keyUsage.bits"]),
    ("aws-private-ca", "strict", ["basicConstraints.pathLength", "custody.keyStorage", "keyUsage.bits"]),
    ("google-cas", "istio-sample", ["custody.keyStorage", "subject"]),
    ("google-cas", "strict", ["custody.keyStorage"]),
    ("cert-manager", "strict", ["basicConstraints.pathLength", "custody.keyStorage"]),
  ])
  func `declares what a tool issues otherwise`(tool: String, profile: String, properties: [String]) throws {
    let topology = "certificateAuthority: {profile: \(profile), tools: [\(tool)], \(Self.clouds)}"
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: topology)))
    let plan = try #require(compilation.plan?.certificates.first)
    let report = deviations(of: plan, carriedOutBy: try #require(CertificateTool(rawValue: tool)))
    #expect(Set(report.deviations.map(\.property.rawValue)).sorted() == properties)
    #expect(report.deviations.allSatisfy { !$0.reason.isEmpty })
    let slugs = Set(compilation.findings.map(\.code.slug)).intersection(["tool-weakens-plan", "tool-differs"])
    let harmless = Set(["subject", "signatureHash"])
    #expect(slugs.contains("tool-weakens-plan") == !Set(properties).isSubset(of: harmless))
    #expect(slugs.contains("tool-differs") == !harmless.isDisjoint(with: properties))
  }
}
