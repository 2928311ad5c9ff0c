import Diagnostics
import Foundation
import MeshCompiler
import Testing

/// Ceremonies of several people with several tools: what one of them makes is no secret weapon against another.
@Suite(
  .enabled(
    if: ["certtool", "openssl", "cfssl", "cfssljson"].allSatisfy(Ceremony.isInstalled),
    "certtool, openssl or cfssl is not installed: scripts/dependencies.sh tests installs them"))
struct CeremonyActorTests {
  private static let topology = Example.topology(
    with: """
      certificateAuthority: {tiers: [{name: issuing}], revocation: {mode: crl}, tools: [vault, certtool, cfssl]}
      """)

  private func text(_ ceremony: Ceremony, _ file: String) throws -> String {
    String(decoding: try ceremony.issued(file), as: UTF8.self)
  }

  /// Vault as its documents have it, which prints a field without a line break behind it.
  private static let vault = """
    #!/bin/sh
    set -eu
    mount=''
    for word; do case $word in pki-*) mount=${word%%/*}; path=${word#*/} ;; esac; done
    state=vault.state/$mount
    bare() { printf %s "$(cat "$1")"; }
    case "$*" in
      'secrets list'*) echo '{}' ;;
      'secrets enable'*) mkdir -p "vault.state/$(echo "$*" | sed 's/.*-path=\\([^ ]*\\).*/\\1/')" ;;
      *"read $mount/key/"*) [ -e "$state/key" ] ;;
      *keys/generate/internal*)
        certtool --generate-privkey --key-type=ecdsa --curve=secp384r1 --no-text --outfile "$state/key" 2>>log ;;
      *root/generate/existing*)
        printf 'cn = root\\nca\\ncert_signing_key\\ncrl_signing_key\\nexpiration_days = 7300\\n' >"$state/template"
        certtool --generate-self-signed --load-privkey "$state/key" --template "$state/template" --no-text \\
          --outfile "$state/certificate" 2>>log
        bare "$state/certificate" ;;
      *intermediate/generate/existing*)
        printf 'cn = %s\\n' "$mount" >"$state/request"
        certtool --generate-request --load-privkey "$state/key" --template "$state/request" --no-text \\
          --outfile "$state/csr" 2>>log
        bare "$state/csr" ;;
      *root/sign-intermediate*)
        csr=$(echo "$*" | sed 's/.*csr=@//')
        printf 'cn = %s\\nca\\ncert_signing_key\\ncrl_signing_key\\nexpiration_days = 365\\n' "$csr" >"$state/template"
        certtool --generate-certificate --load-request "$csr" --load-ca-certificate "$state/certificate" \\
          --load-ca-privkey "$state/key" --template "$state/template" --no-text --outfile "$state/issued" 2>>log
        bare "$state/issued" ;;
      *intermediate/set-signed*) cp "$(echo "$*" | sed 's/.*certificate=@//')" "$state/certificate"; echo '[a1b2]' ;;
      *config/issuers*) [ "${*#*default=}" = a1b2 ] ;;
      *config/crl* | *crl/rotate*) ;;
      *cert/crl*)
        certtool --generate-crl --load-ca-privkey "$state/key" --load-ca-certificate "$state/certificate" \\
          --template /dev/null --no-text --outfile "$state/crl" </dev/null 2>>log
        bare "$state/crl" ;;
      *) echo "vault: $*" >&2; exit 9 ;;
    esac

    """

  @Test func `puts together what Vault answers without line breaks, and says who makes the rest`() throws {
    let vault = try Ceremony(Self.topology, with: "vault")
    defer { vault.remove() }
    let clusters = try Ceremony(Self.topology, with: "certtool")
    defer { clusters.remove() }
    try clusters.issueInto(vault)
    try vault.install("vault", Self.vault, in: "programs")
    let alone = try vault.run("all", programs: "programs")
    #expect(alone.status == 1)
    #expect(
      alone.output.contains(
        "cluster1/ca-key.pem is missing: cluster/cluster1 makes it, with sh ../certtool/ceremony.sh FOLDER cluster1-key"
      ))
    for name in ["cluster1", "cluster2"] { #expect(try clusters.run("\(name)-key", "\(name)-csr").status == 0) }
    let signed = try vault.run(
      "cluster1-sign", "cluster2-sign", "root-crl", "issuing-crl", programs: "programs")
    #expect(signed.status == 0, "\(signed.output)")
    #expect(try clusters.run("cluster1-crl", "cluster2-crl").status == 0)
    let (status, output) = try vault.run("all", programs: "programs")
    #expect(status == 0, "\(output)")
    for file in ["cert-chain.pem", "ca-crl.pem"] {
      let lines = try text(vault, "cluster1/\(file)").split(separator: "\n")
      #expect(lines.allSatisfy { !$0.contains("----------") })
      #expect(lines.count { $0.hasPrefix("-----BEGIN") } == (file == "ca-crl.pem" ? 4 : 2))
    }
    _ = try vault.openssl(
      "verify", "-CAfile", "cluster1/root-cert.pem", "-untrusted", "cluster1/cert-chain.pem", "cluster1/ca-cert.pem")
  }

  /// A request that asks for more than is planned, from whoever holds the key of a cluster.
  private func smuggle(into ceremony: Ceremony) throws {
    #expect(try ceremony.run("root-key", "root-cert", "issuing-key", "issuing-csr", "issuing-sign").status == 0)
    try ceremony.judge(
      "/bin/sh", "-euc",
      """
      mkdir -p cluster1
      openssl ecparam -name prime256v1 -genkey -noout -out cluster1/ca-key.pem
      openssl req -new -key cluster1/ca-key.pem -subj /O=Evil/CN=Evil -out cluster1/ca.csr \
        -addext subjectAltName=DNS:istiod.istio-system.svc,DNS:evil.example -addext basicConstraints=critical,CA:FALSE \
        -addext extendedKeyUsage=serverAuth -addext nameConstraints=critical,permitted\\;DNS:evil.example
      """)
  }

  @Test func `takes the key alone of a request, with certtool`() throws {
    let ceremony = try Ceremony(Self.topology, with: "certtool")
    defer { ceremony.remove() }
    try smuggle(into: ceremony)
    let (status, output) = try ceremony.run("cluster1-sign")
    #expect(status == 0, "\(output)")
    #expect(output.contains("cluster1/ca.csr: SHA-256 "))
    let certificate = try ceremony.openssl("x509", "-in", "cluster1/ca-cert.pem", "-noout", "-text")
    #expect(!certificate.lowercased().contains("evil") && !certificate.contains("Extended Key Usage"))
    #expect(certificate.contains("CA:TRUE, pathlen:0"))
    try ceremony.judge(
      "/bin/sh", "-euc",
      "sed '3s/./A/5;3s/./B/6' cluster1/ca.csr >changed && mv changed cluster1/ca.csr && rm cluster1/ca-cert.pem")
    #expect(try ceremony.run("cluster1-sign").status == 1)
    #expect(!ceremony.has("cluster1/ca-cert.pem"))
  }

  @Test func `refuses a request that asks for more, with cfssl, and takes the planned name`() throws {
    let ceremony = try Ceremony(Self.topology, with: "cfssl")
    defer { ceremony.remove() }
    try smuggle(into: ceremony)
    let (status, output) = try ceremony.run("cluster1-sign")
    #expect(status == 1)
    #expect(output.contains("asks for other extensions than the planned names"))
    #expect(!ceremony.has("cluster1/ca-cert.pem"))
    try ceremony.judge(
      "/bin/sh", "-euc",
      "openssl req -new -key cluster1/ca-key.pem -subj /O=Evil -addext subjectAltName=DNS:istiod.istio-system.svc -out cluster1/ca.csr"
    )
    #expect(try ceremony.run("cluster1-sign").status == 0)
    let certificate = try ceremony.openssl("x509", "-in", "cluster1/ca-cert.pem", "-noout", "-subject")
    #expect(certificate.contains("example Cluster CA cluster1") && !certificate.contains("Evil"))
  }

  @Test func `makes elliptic keys of one length`() throws {
    let ceremony = try Ceremony(Self.topology, with: "certtool")
    defer { ceremony.remove() }
    for _ in 1...8 {
      #expect(try ceremony.run("root-key", "cluster1-key").status == 0)
      for (file, start) in [("root/root-key.pem", "MIGkAgEBBD"), ("cluster1/ca-key.pem", "MHcCAQEEI")] {
        #expect(try text(ceremony, file).split(separator: "\n")[1].hasPrefix(start))
      }
      try ceremony.judge("/bin/rm", "-r", "root", "cluster1")
    }
  }
}
