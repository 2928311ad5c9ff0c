internal import Manifests
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning

/// What the cluster has for services that are found without federation.
extension FederatedCluster {
  /// Whether meshes still tell each other of their services.
  var isFederating: Bool { stage != .leave }

  /// The meshes that have services which peers take; each gets a gateway.
  var exposing: [DiscoveryMesh] {
    guard let discovery = services?.all else { return [] }
    return discovery.meshes.filter { $0.cluster == name && !discovery.exposed(by: $0.name).isEmpty }
  }

  /// The meshes that take services of peers.
  var taking: [DiscoveryMesh] {
    guard let discovery = services?.all else { return [] }
    return discovery.meshes.filter { $0.cluster == name && !discovery.imported(into: $0.name).isEmpty }
  }

  /// The namespace of the new gateways: a member, since a control plane of this mode sees members alone.
  var gatewayNamespaces: [NamespaceName] {
    exposing.isEmpty ? [] : [try? NamespaceName(parsing: ManualDiscovery.gatewayNamespace)].compactMap { $0 }
  }

  func gatewayNamespaces(of mesh: CheckedMesh) -> [NamespaceName] {
    exposing.contains { $0.name == mesh.name } ? gatewayNamespaces : []
  }

  var gatewayNamespaceObjects: [Resource] {
    exposing.flatMap { mesh in
      gatewayNamespaces.map { Resource("v1", "Namespace", $0.description, labels: mesh.labels) }
    }
  }

  /// Istio copies a Gateway's own annotations to the Service where it does not know those of `infrastructure`, as releases
  /// of the time of 2.6 may not.
  var eastWestGateways: [Resource] {
    exposing.compactMap { mesh in
      guard let gateway = services?.all.eastWestGateway(of: mesh) else { return nil }
      let pairs = mesh.gateway.service.annotations.map { ($0.key.description, $0.value) }
      return Resource(
        gateway.apiVersion, gateway.kind, gateway.name, in: gateway.namespace, labels: gateway.labels,
        annotations: Dictionary(pairs) { first, _ in first }, gateway.content)
    }
  }

  /// What the gateways let in, and the names that the services have for peers.
  var exposures: [Resource] {
    exposing.flatMap { mesh in
      (services?.all.exposingEntries(of: mesh) ?? []) + [services?.all.exposingGateway(of: mesh)].compactMap { $0 }
    }
  }

  /// Where the peers' gateways are.
  var remoteGateways: [Resource] { taking.flatMap { services?.all.remoteGateways(of: $0) ?? [] } }

  /// The services that are found by what is written down.
  var discoveries: [Resource] {
    taking.flatMap { mesh in
      (services?.manual.importingEntries(of: mesh) ?? []) + (services?.manual.importingWorkloads(of: mesh) ?? [])
    }
  }

  /// The meshes that take services which are found by what is written down.
  var discovering: [DiscoveryMesh] {
    taking.filter { !(services?.manual.imported(into: $0.name).isEmpty ?? true) }
  }

  /// The addresses of peers' gateways, as far as they are read once these are there.
  var gatewayUses: [String] {
    taking.flatMap { mesh in services?.all.exporters(to: mesh.name) ?? [] }.flatMap(\.gatewayBindings).map(\.name)
  }

  /// The addresses of the cluster's own gateways, where somebody takes services there.
  var gatewayBindings: [Binding] { exposing.flatMap(\.gatewayBindings) }
}
