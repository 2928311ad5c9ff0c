internal import Diagnostics
internal import MeshModel

extension FindingCode {
  static let anotherSigner = FindingCode(
    462, "another-signer", .error,
    restsOn: ["controlPlane", "clusters", "values", "fleet", "meshes", "certificateAuthority"],
    Explanation(
      meaning: "Istio's own values have somebody else sign workloads' certificates, and the plan has istiod do it.",
      harm: """
        The plan makes a root, an authority for each cluster, and the Secret `cacerts` with it. Where istiod does not \
        sign, nothing reads that Secret: the ceremony is for nothing, and what the mesh trusts is decided elsewhere, \
        cluster by cluster. Signers other than istiod are not planned by this release.
        """,
      sources: ["istio/istio#48510", "cert-manager/istio-csr#27"],
      wrong: """
        values:
          global: {caAddress: "cert-manager-istio-csr.cert-manager.svc:443"}
          pilot: {env: {ENABLE_CA_SERVER: "false"}}
        """,
      right: #"values: {pilot: {env: {ENABLE_CA_SERVER: "true"}}}"#))
}

extension Finding {
  static func anotherSigner(
    _ key: String, at range: SourceRange, others: [SourceRange], root: SourceRange?
  ) -> Finding {
    Finding(
      .anotherSigner, "with `\(key)`, nobody reads the authorities that the plan makes", at: range,
      notes: others.map { Annotation($0, "this goes with it") }
        + (root.map { [Annotation($0, "the authorities")] } ?? []),
      help: "leave it out: istiod signs, with an authority that cert-manager can make, if it is to")
  }
}
