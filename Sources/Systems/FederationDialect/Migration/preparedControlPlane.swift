internal import MeshNames
internal import Planning
internal import YAMLWriting

/// What a control plane has to be told before its mesh can do without federation (openshift-service-mesh/sail-operator,
/// docs/ossm/ossm2-migration/federation).
extension FederatedCluster {
  /// Whether the meshes are on their way to OpenShift Service Mesh 3.
  var isMigrating: Bool { stage != nil }

  /// Identities of peers count as the mesh's own, and Gateway API is read.
  ///
  /// It is off where a control plane is for some namespaces alone: release notes of 2.6, "Gateway API use is generally
  /// available for cluster-wide deployments".
  func previewedFeatures(of mesh: CheckedMesh) -> YAMLValue? {
    guard isMigrating else { return nil }
    return [
      "gatewayAPI": ["enabled": true],
      "meshConfig": ["trustDomainAliases": .strings(aliases(of: mesh))],
    ]
  }

  /// Gateways of Gateway API are taken for those of networks, which istiod does by itself only from 1.22 on.
  var preparedRuntime: YAMLValue? {
    guard isMigrating else { return nil }
    return ["components": ["pilot": ["container": ["env": [Self.discoversGateways: "true"]]]]]
  }

  static let discoversGateways = "PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API"

  /// The trust domains of a mesh's peers.
  private func aliases(of mesh: CheckedMesh) -> [String] {
    peerings(of: mesh).map { "\($0.peer.trustDomain)" }
  }

  /// That a control plane is ready may be said of what it was before.
  var preparedGates: [Gate] {
    isMigrating ? meshes.flatMap { [settingsGate(of: $0), rolloutGate(of: $0), aliasesGate(of: $0)] } : []
  }

  private func settingsGate(of mesh: CheckedMesh) -> Gate {
    let read = mesh.kubectl(
      "get", "deployment/istiod-\(mesh.name)",
      "--output=jsonpath={.spec.template.spec.containers[*].env[?(@.name==\"\(Self.discoversGateways)\")].value}")
    return Gate(
      "istiod of \(mesh.name) is told to look for gateways of Gateway API",
      Command(["sh", "-c", "test \"$(\(read.shellLine))\" = true"]), timeout: 600)
  }

  private func rolloutGate(of mesh: CheckedMesh) -> Gate {
    Gate(
      "every istiod of \(mesh.name) is one that was told",
      mesh.kubectl("rollout", "status", "deployment/istiod-\(mesh.name)", "--timeout=10m"), timeout: 600)
  }

  private func aliasesGate(of mesh: CheckedMesh) -> Gate {
    let read = mesh.kubectl("get", "configmap/istio-\(mesh.name)", "--output=jsonpath={.data.mesh}")
    let asked = aliases(of: mesh).map { "printf %s \"$mesh\" | grep -qw -- \(Command.quoted($0))" }
    return Gate(
      "\(mesh.name) takes the trust domains of its peers for its own",
      Command(["sh", "-c", (["mesh=$(\(read.shellLine))"] + asked).joined(separator: " && ")]), timeout: 600)
  }
}
