internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// A service that a mesh has under one of its own names, and where else there is more of it.
struct SharedService: Sendable {
  let mesh: CheckedMesh
  let name: ServiceName
  let namespace: NamespaceName
  /// The regions of the peers that it is imported from.
  let regions: [String]

  var host: String { "\(name).\(namespace).svc.cluster.local" }

  /// Sends requests to the peer when the mesh's own endpoints fail.
  ///
  /// Without outlier detection nothing ever counts as failed. Where the mesh does not say its own region, what is near
  /// comes first by the nodes' labels alone. A namespace that is not in the mesh is not read, so its rule stands with
  /// the control plane, where it holds for all.
  var failover: Resource {
    let isMember = mesh.members.contains(namespace)
    return Resource(
      "networking.istio.io/v1beta1", "DestinationRule", isMember ? "\(name)-failover" : "\(name).\(namespace)-failover",
      in: isMember ? namespace : mesh.namespace, labels: mesh.labels,
      [
        "spec": [
          "host": .string(host),
          "trafficPolicy": [
            "loadBalancer": [
              "localityLbSetting": .fields(["enabled": true, "failover": failoverRegions])
            ],
            "outlierDetection": ["consecutive5xxErrors": 3, "interval": "10s", "baseEjectionTime": "1m"],
          ],
        ]
      ])
  }

  /// A region fails over to one other; the first that the topology names.
  private var failoverRegions: YAMLValue? {
    guard let own = mesh.region, let other = regions.first else { return nil }
    return own == other ? nil : [["from": .string(own), "to": .string(other)]]
  }
}

extension FederatedCluster {
  /// The services that can fail over: local names that peers in another place stand behind, too.
  var sharedServices: [SharedService] {
    meshes.flatMap { mesh in
      var regions: [(name: ServiceName, namespace: NamespaceName, regions: [String])] = []
      for imported in peerings(of: mesh).compactMap(\.imported) {
        guard let region = imported.locality?.region.value.description else { continue }
        for rule in imported.rules where rule.isImportedAsLocal {
          guard let name = rule.localName, let namespace = rule.localNamespace else { continue }
          if let known = regions.firstIndex(where: { $0.name == name && $0.namespace == namespace }) {
            regions[known].regions.append(region)
          } else {
            regions.append((name, namespace, [region]))
          }
        }
      }
      return regions.map { SharedService(mesh: mesh, name: $0.name, namespace: $0.namespace, regions: $0.regions) }
    }
  }
}
