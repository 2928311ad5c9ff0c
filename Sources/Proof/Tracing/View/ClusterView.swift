internal import AppliedMesh
internal import YAMLWriting

/// One cluster's objects, in the order in which questions about them are asked.
struct ClusterView {
  let name: String
  /// What kubeconfigs call it.
  let contexts: Set<String>
  let controlPlanes: [ControlPlane]
  /// The labels of each namespace.
  let namespaces: [String: AppliedObject]
  let services: [AppliedObject]
  let deployments: [AppliedObject]
  /// Istio's `Gateway`.
  let gateways: [AppliedObject]
  /// Those of Gateway API.
  let gatewaysOfGatewayAPI: [AppliedObject]
  let virtualServices: [AppliedObject]
  let destinationRules: [AppliedObject]
  let peerAuthentications: [AppliedObject]
  /// Whether entries by hand bring services of elsewhere into the cluster.
  let hasEntries: Bool
  /// The network that each ambient node's proxy says it is on; `nil` where there is no such proxy.
  let nodeNetwork: Link.ObjectField?
  let nodeNetworkName: String?
  private let readers: [String: [String: String]]

  init(_ state: AppliedCluster) {
    name = state.name
    contexts = state.contexts
    let objects = state.objects + state.releases.flatMap(\.gatewayObjects)
    let kinds = Dictionary(grouping: objects, by: \.kind)
    controlPlanes =
      (kinds["Istio"] ?? []).compactMap { ControlPlane($0, in: state.name) }
      + state.releases.compactMap { ControlPlane($0, in: state.name) }
    namespaces = Dictionary((kinds["Namespace"] ?? []).map { ($0.name, $0) }) { $1 }
    services = kinds["Service"] ?? []
    deployments = kinds["Deployment"] ?? []
    gateways = (kinds["Gateway"] ?? []).filter { $0.group == "networking.istio.io" }
    gatewaysOfGatewayAPI = (kinds["Gateway"] ?? []).filter { $0.group == "gateway.networking.k8s.io" }
    virtualServices = kinds["VirtualService"] ?? []
    destinationRules = kinds["DestinationRule"] ?? []
    peerAuthentications = kinds["PeerAuthentication"] ?? []
    hasEntries = kinds["ServiceEntry"] != nil || kinds["WorkloadEntry"] != nil
    let node =
      (kinds["ZTunnel"] ?? []).first.map {
        (Link.ObjectField($0.file, "spec.values.ztunnel.network"), $0.content.at("spec.values.ztunnel.network")?.text)
      }
      ?? state.releases.first { $0.chart == "ztunnel" }.map {
        (Link.ObjectField($0.file, "network"), $0.values["network"]?.text)
      }
    (nodeNetwork, nodeNetworkName) = (node?.0, node?.1)
    readers = Self.readers(kinds)
  }

  /// The file that lets a control plane in a namespace read a cluster of this ID; `nil` where no object does.
  func reader(of id: String, in namespace: String) -> String? { readers[namespace]?[id] }

  /// All IDs that objects let a control plane in a namespace read.
  func ids(readIn namespace: String) -> Set<String> { Set((readers[namespace] ?? [:]).keys) }

  /// By the namespace of the control plane that they are for: the clusters' IDs, and the files.
  private static func readers(_ kinds: [String: [AppliedObject]]) -> [String: [String: String]] {
    ["Secret", "ExternalSecret", "SealedSecret"].flatMap { kinds[$0] ?? [] }.reduce(into: [:]) { readers, secret in
      for id in secret.readClusters { readers[secret.namespace ?? "default", default: [:]][id] = secret.file }
    }
  }
}

extension AppliedObject {
  /// The IDs of the clusters that a Secret lets control planes read, or what makes one.
  fileprivate var readClusters: [String] {
    let template = content.at(kind == "ExternalSecret" ? "spec.target.template" : "spec.template")
    let labels = kind == "Secret" ? self.labels : template?.at("metadata.labels")?.texts ?? [:]
    let data = kind == "Secret" ? content : kind == "ExternalSecret" ? template ?? [:] : content["spec"] ?? [:]
    let keys = ["data", "stringData", "encryptedData"].flatMap { data[$0]?.entries.map(\.key) ?? [] }
    if labels["istio/multiCluster"] == "true" { return keys }
    // Kubeconfigs as files, which istiod finds in a folder.
    guard labels["app.kubernetes.io/component"] == "remote-kubeconfig" else { return [] }
    return keys.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
  }
}
