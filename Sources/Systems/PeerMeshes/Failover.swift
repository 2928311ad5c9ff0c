package import Manifests
package import MeshNames
internal import YAMLWriting

/// A service that a mesh has under one of its own names, and where else there is more of it.
package struct Failover: Sendable {
  let name: ServiceName
  let namespace: NamespaceName
  let clusterDomain: ClusterDomain
  /// The namespace of the mesh's control plane.
  let controlPlane: NamespaceName
  let members: [NamespaceName]
  /// The region of the mesh, where the topology says it.
  let ownRegion: String?
  /// The regions of the peers that it is imported from.
  let regions: [String]
  let apiVersion: String
  let labels: [String: String]

  package init(
    name: ServiceName, namespace: NamespaceName, clusterDomain: ClusterDomain, controlPlane: NamespaceName,
    members: [NamespaceName],
    ownRegion: String?, regions: [String], apiVersion: String, labels: [String: String]
  ) {
    self.clusterDomain = clusterDomain
    (self.name, self.namespace, self.controlPlane, self.members) = (name, namespace, controlPlane, members)
    (self.ownRegion, self.regions, self.apiVersion, self.labels) = (ownRegion, regions, apiVersion, labels)
  }

  /// Sends requests to the peer when the mesh's own endpoints fail.
  ///
  /// Without outlier detection nothing ever counts as failed. Where the mesh does not say its own region, what is near
  /// comes first by the nodes' labels alone. A namespace that is not in the mesh is not read, so its rule stands with
  /// the control plane, where it holds for all.
  package var resource: Resource {
    let isMember = members.contains(namespace)
    return Resource(
      "networking.istio.io/\(apiVersion)", "DestinationRule",
      isMember ? "\(name)-failover" : "\(name).\(namespace)-failover", in: isMember ? namespace : controlPlane,
      labels: labels,
      [
        "spec": [
          "host": .string(clusterDomain.host(name, in: namespace)),
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
    guard let own = ownRegion, let other = regions.first else { return nil }
    return own == other ? nil : [["from": .string(own), "to": .string(other)]]
  }
}
