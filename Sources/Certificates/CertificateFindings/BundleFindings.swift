package import Diagnostics

// What is wrong with files of several certificates.
extension FindingCode {
  /// A chain with a gap.
  package static let incompleteChain = FindingCode(
    578, "incomplete-chain", .error,
    Explanation(
      meaning: "A chain lacks a certificate that the plan has in it.",
      harm: """
        istiod sends this file along with every workload's certificate. It starts without the CA's own certificate \
        in it, and then all mutual TLS fails: `unable to get local issuer`.
        """,
      sources: ["istio/istio, security/pkg/pki/util/keycertbundle.go"],
      wrongCertificate: "cert-chain.pem: root",
      rightCertificate: "cert-chain.pem: cluster-east, root"))

  /// A chain in another order.
  package static let wrongChainOrder = FindingCode(
    579, "wrong-chain-order", .error,
    Explanation(
      meaning: "A chain has the planned certificates in another order.",
      harm: """
        istiod starts, but takes its metrics of expiry, and the bound of workloads' lifetimes, from the first \
        certificate: with the root in front both are wrong.
        """,
      sources: ["RFC 8446, section 4.4.2"],
      wrongCertificate: "cert-chain.pem: root, cluster-east",
      rightCertificate: "cert-chain.pem: cluster-east, root"))

  /// A certificate too many.
  package static let foreignCertificate = FindingCode(
    580, "foreign-certificate", .error,
    Explanation(
      meaning: "A chain has a certificate that the plan does not have in it.",
      harm: """
        It is sent to every peer, which may build a path through it that nobody has reviewed.
        """,
      wrongCertificate: "cert-chain.pem: cluster-east, root, another",
      rightCertificate: "cert-chain.pem: cluster-east, root"))

  /// Other trust anchors.
  package static let wrongAnchors = FindingCode(
    581, "wrong-anchors", .error,
    Explanation(
      meaning: "A cluster's trust anchors are not those of the plan's trust bundle.",
      harm: """
        Clusters that trust different roots refuse each other. istiod starts with an issuing CA in the place of the \
        root, and then Envoy refuses what Go accepts.
        """,
      sources: ["istio/istio#50420"],
      wrongCertificate: "root-cert.pem: issuing",
      rightCertificate: "root-cert.pem: root"))

  /// A key that everybody has.
  package static let publicSampleKey = FindingCode(
    582, "public-sample-key", .error,
    Explanation(
      meaning: "A certificate has one of the keys that Istio publishes as samples.",
      harm: "Everybody has the private key and can sign any identity of the mesh.",
      sources: ["istio/istio, samples/certs"],
      wrongCertificate: "key: samples/certs/ca-key.pem",
      rightCertificate: "key: made in the ceremony"))
}
