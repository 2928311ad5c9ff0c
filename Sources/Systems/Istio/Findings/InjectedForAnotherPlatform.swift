internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let injectedForAnotherPlatform = FindingCode(
    415, "injected-for-another-platform", .warning,
    Explanation(
      meaning: "A remote cluster is OpenShift, and the primary that serves it is not.",
      harm: """
        Sidecars are made by the primary, from its own settings. Elsewhere than on OpenShift, they set the pod's network \
        up with a container that has the right to do so, which OpenShift gives no pod: none would start. Let a primary \
        on OpenShift serve the cluster, or say `values: {pilot: {cni: {enabled: true, provider: multus}}}` for the \
        primary, install the CNI plug-in wherever it serves, and silence this.
        """,
      sources: [
        "istio/istio, manifests/charts/istio-control/istio-discovery/files/injection-template.yaml",
        "https://istio.io/latest/docs/ambient/install/platform-prerequisites/",
      ],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, platform: openshift, apiServer: "https://api.two.example.com"}
        distribution: {name: sail, version: 1.28.10}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, platform: openshift, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, platform: openshift, apiServer: "https://api.two.example.com"}
        distribution: {name: sail, version: 1.28.10}
        """))
}

extension Finding {
  static func injectedForAnotherPlatform(_ platform: Located<Cluster.Platform>, by primary: Cluster) -> Finding {
    Finding(
      .injectedForAnotherPlatform,
      "this cluster is OpenShift, and \(primary.inWords), which makes its sidecars, is not",
      at: platform.range, notes: [Annotation(primary.platform?.range ?? primary.place, "the primary")],
      help: "let a primary on OpenShift serve it, or give the primary `values` for the CNI plug-in")
  }
}
