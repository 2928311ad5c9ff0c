internal import Diagnostics
internal import MeshModel

extension FindingCode {
  static let severalRoots = FindingCode(
    460, "several-roots", .error,
    Explanation(
      meaning: "Istio's own values bring a second root of trust, and something in the mesh would not trust it.",
      harm: """
        The certificate plan has one root for all clusters, which is what makes them one mesh. Proxies take further \
        roots from `meshConfig.caCertificates` only where istiod has `ISTIO_MULTIROOT_MESH`, and the proxies of an \
        ambient mesh's nodes take none: requests between clusters end with CERTIFICATE_VERIFY_FAILED. To replace a \
        root, use `certificateAuthority.rotation`, which has both trusted for a while.
        """,
      sources: ["istio/istio#32501", "istio/istio#37096", "istio/istio#55005"],
      wrong: "values: {meshConfig: {caCertificates: [{spiffeBundleUrl: https://example.com/bundle}]}}",
      right: """
        values:
          meshConfig: {caCertificates: [{spiffeBundleUrl: https://example.com/bundle}]}
          pilot: {env: {ISTIO_MULTIROOT_MESH: "true"}}
        """))
}

extension Finding {
  static func rootsOfAmbient(at range: SourceRange, dataPlane: SourceRange?) -> Finding {
    Finding(
      .severalRoots, "the proxies of an ambient mesh's nodes trust one root alone", at: range,
      notes: dataPlane.map { [Annotation($0, "the data plane")] } ?? [],
      help: "remove it; `certificateAuthority.rotation` replaces a root")
  }

  static func rootsNotTrusted(at range: SourceRange, option: SourceRange?, in cluster: Cluster) -> Finding {
    Finding(
      .severalRoots, "proxies are not given these roots", at: range,
      notes: [Annotation(option ?? cluster.place, option == nil ? "in this cluster" : "not asked for")],
      help: "add `pilot: {env: {ISTIO_MULTIROOT_MESH: \"true\"}}`, or remove them")
  }
}
