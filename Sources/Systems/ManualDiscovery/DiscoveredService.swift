internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// A service that one mesh takes of another, with the names that it has on both sides.
struct DiscoveredService: Sendable {
  let exporter: MeshName
  let importer: MeshName
  /// What the Service is called in its own cluster.
  let name: ServiceName
  let namespace: NamespaceName
  /// The name that the importer's clients call it by.
  let host: String
  let exportRule: ServiceExport.Rule
  let importRule: ServiceImport.Rule
  let locality: Locality?

  var key: ServiceKey { ServiceKey(mesh: exporter, name: name, namespace: namespace) }
}

/// A Service of a mesh.
struct ServiceKey: Hashable, Sendable {
  let mesh: MeshName
  let name: ServiceName
  let namespace: NamespaceName

  /// The name that clients in its own cluster call it by.
  func host(in domain: ClusterDomain) -> String { domain.host(name, in: namespace) }
}

/// What becomes of a rule of an import.
enum Discovery: Sendable {
  case service(DiscoveredService)
  /// Nobody exports it.
  case unexported(ServiceImport.Rule, from: MeshName, exported: [String])
  /// A cluster would have to be asked which services these are.
  case unnamed(at: SourceRange, String)

  var service: DiscoveredService? {
    if case .service(let service) = self { service } else { nil }
  }
}

extension Topology {
  /// Every rule of every import between peers, with the service that it is about.
  var discoveredServices: [Discovery] {
    let peers = peersByMesh
    return imports.filter { peers[$0.into.value]?.contains($0.from.value) ?? false }.flatMap { imported in
      imported.rules.map { discovery(of: $0, imported) }
    }
  }

  /// The first rule of the exporter that matches counts.
  private func discovery(of rule: ServiceImport.Rule, _ imported: ServiceImport) -> Discovery {
    guard let name = rule.name.value.name, let namespace = rule.namespace.value.name else {
      let pattern = rule.name.value == .any ? rule.name.range : rule.namespace.range
      return .unnamed(at: pattern, "`*` stands for services that are not named")
    }
    let rules = rules(from: imported.from.value, to: imported.into.value)
    guard let exported = rules.first(where: { $0.yields(name, namespace) }) else {
      let names = rules.compactMap(\.nameForPeers)
      return .unexported(rule, from: imported.from.value, exported: names)
    }
    guard let pattern = exported.name else {
      return .unnamed(at: exported.place, "labels stand for services that are not named")
    }
    guard exported.namespace.value != .any || exported.alias?.namespace == nil else {
      return .unnamed(at: exported.namespace.range, "nothing says which namespace the service is in")
    }
    return .service(
      DiscoveredService(
        exporter: imported.from.value, importer: imported.into.value, name: pattern.value.name ?? name,
        namespace: exported.namespace.value.name ?? namespace,
        host: rule.host(imported, name, namespace, mesh.clusterDomain),
        exportRule: exported, importRule: rule, locality: imported.locality))
  }
}

extension ServiceExport.Rule {
  /// What peers know the service by that the rule names; `nil` where it stands for many.
  fileprivate var nameForPeers: String? {
    guard let name = alias?.name?.value ?? name?.value.name,
      let namespace = alias?.namespace?.value ?? self.namespace.value.name
    else { return nil }
    return "\(name).\(namespace)"
  }

  /// Whether a service that the rule exports can be known to peers under a name.
  fileprivate func yields(_ wanted: ServiceName, _ wantedNamespace: NamespaceName) -> Bool {
    let name = alias?.name.map { .named($0.value) } ?? self.name?.value ?? .any
    let namespace = alias?.namespace.map { .named($0.value) } ?? self.namespace.value
    return name.covers(.named(wanted)) && namespace.covers(.named(wantedNamespace))
  }
}

extension ServiceImport.Rule {
  /// The name that clients call the service by.
  fileprivate func host(
    _ imported: ServiceImport, _ name: ServiceName, _ namespace: NamespaceName, _ clusterDomain: ClusterDomain
  ) -> String {
    "\(localName ?? name).\(localNamespace ?? namespace).\(domain(imported, clusterDomain))"
  }

  func domain(_ imported: ServiceImport, _ clusterDomain: ClusterDomain) -> String {
    if isImportedAsLocal { return clusterDomain.suffix }
    let own = domainSuffix ?? imported.domainSuffix
    return own.map { "\($0.value)" } ?? "svc.\(imported.from.value)-imports.local"
  }
}
