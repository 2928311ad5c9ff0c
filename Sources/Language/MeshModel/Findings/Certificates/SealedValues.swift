internal import Diagnostics

extension FindingCode {
  static let unusedSealedFiles = FindingCode(
    524, "unused-sealed-files", .error,
    Explanation(
      meaning: "A cluster has sealed files of `cacerts`, and the files get there in another way.",
      harm: """
        Nobody would apply them, and whoever reads the topology would take the key that is sealed in it for the one that \
        signs.
        """,
      wrong: .sealed(delivery: "manual"),
      right: "certificateAuthority: {delivery: manual}"))

  static let partlySealed = FindingCode(
    525, "partly-sealed", .error,
    Explanation(
      meaning: "A cluster has some of the files of `cacerts` sealed, and not the others.",
      harm: """
        Certificate, key and chain belong together. Those that are missing would be sealed later, from whatever files \
        there are then: istiod does not start with a certificate and the key of its successor.
        """,
      sources: ["istio/istio, security/pkg/pki/util/keycertbundle.go"],
      wrong: .sealed(delivery: "{sealedSecrets: {reason: there is no store yet}}"),
      right: """
        silence: [{code: MG517, reason: there is no store yet}, {code: MG340, reason: kubeseal prints the values}]
        certificateAuthority: {delivery: {sealedSecrets: {reason: there is no store yet}}}
        """))
}

extension Explanation.Example {
  /// A mesh of which one cluster has one sealed file; what is sealed is too long for a page.
  fileprivate static func sealed(delivery: String) -> Self {
    let mesh = { (value: String) in
      """
      certificateAuthority: {delivery: \(delivery)}
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          certificateAuthority: {sealed: {ca-cert.pem: \(value)}}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """
    }
    // A length of 256 bytes, and as many zeros as it takes.
    return Self(shown: mesh("AQAA…"), bytes: Array(mesh("AQAA" + String(repeating: "A", count: 376)).utf8))
  }
}

extension Finding {
  static func unusedSealedFiles(_ sealed: SealedFiles, delivery: SourceRange?) -> Finding {
    Finding(
      .unusedSealedFiles, "these files are sealed for nobody", at: sealed.place,
      notes: delivery.map { [Annotation($0, "`cacerts` comes from here")] } ?? [],
      help: "remove them, or write `delivery: {sealedSecrets: {reason: …}}`")
  }

  static func partlySealed(_ sealed: SealedFiles, missing: [String]) -> Finding {
    Finding(
      .partlySealed, "of the files of `cacerts`, \(listed(missing)) \(missing.count == 1 ? "is" : "are") not sealed",
      at: sealed.place, help: "seal all files of a cluster together")
  }
}
