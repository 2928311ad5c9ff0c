internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let kubernetesTooNew = FindingCode(
    620, "kubernetes-too-new", .error,
    Explanation(
      meaning: "A cluster's Kubernetes no longer serves what the charts of this release of Istio are written in.",
      harm: """
        Charts before Istio 1.4 have Deployments of extensions/v1beta1, which Kubernetes 1.16 does not know; all that \
        came before 1.9 has kinds, webhooks and roles of v1beta1, which 1.22 does not know. Half of the control plane \
        would be installed.
        """,
      sources: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
      wrong: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], kubernetes: 1.18, endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """),
      right: .shared(
        """
        clusters:
          - {name: main, pods: [10.10.0.0/16], kubernetes: 1.15, endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """)))
}

extension Finding {
  static func kubernetesTooNew(
    _ kubernetes: Located<KubernetesRelease>, _ cluster: Cluster, _ version: Located<Version>,
    newest: KubernetesRelease
  ) -> Finding {
    Finding(
      .kubernetesTooNew,
      "\(cluster.inWords) has Kubernetes \(kubernetes.value), which no longer serves what Istio \(version.value) is made of",
      at: kubernetes.range, notes: [Annotation(version.range, "the release of Istio")],
      help: "it can be installed on Kubernetes up to \(newest)")
  }
}
