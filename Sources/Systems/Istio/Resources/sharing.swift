internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What keeps services at home, as a control plane has it; `nil` where it is what Istio does anyway.
///
/// Of several hosts that match, the most specific counts (istio/istio, pilot/pkg/model/cluster_local.go). The sample
/// workload is shared in any case: it is there to answer from other clusters.
func serviceSettings(_ topology: CheckedTopology) -> YAMLValue? {
  guard let sharing = topology.sharing else { return nil }
  let domain = topology.mesh.clusterDomain
  let setting = { (isLocal: Bool, hosts: [String]) -> YAMLValue in
    ["settings": ["clusterLocal": .boolean(isLocal)], "hosts": .strings(hosts)]
  }
  guard !sharing.only.isEmpty else { return [setting(true, sharing.except.map { $0.value.host(in: domain) })] }
  let shared = sharing.only.map { $0.value.host(in: domain) } + [domain.host("*", in: topology.sampleNamespace)]
  return [setting(true, ["*"]), setting(false, shared)]
}

/// The same in an ambient mesh, where a service is its cluster's own unless something says otherwise.
///
/// A list is replaced as a whole, so what the chart's profile has in it stands here, too (istio/istio,
/// manifests/helm-profiles/ambient.yaml).
func serviceScopes(_ topology: CheckedTopology) -> YAMLValue? {
  guard let sharing = topology.sharing else { return nil }
  let isOnly = !sharing.only.isEmpty
  let names = (isOnly ? sharing.only : sharing.except).map(\.value.namespace.description)
  let values = isOnly ? names : names + ["kube-system", topology.controlPlaneNamespace.description]
  return [
    [
      "servicesSelector": ["matchExpressions": [requirement("istio.io/global", "In", ["true"])]],
      "scope": "GLOBAL",
    ],
    [
      "namespaceSelector": [
        "matchExpressions": [requirement("kubernetes.io/metadata.name", isOnly ? "In" : "NotIn", values)]
      ],
      "scope": "GLOBAL",
    ],
  ]
}

private func requirement(_ key: String, _ word: String, _ values: [String]) -> YAMLValue {
  ["key": .string(key), "operator": .string(word), "values": .strings(values)]
}
