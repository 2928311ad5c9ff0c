internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// The waypoints of the cluster's namespaces, from which istiod makes Deployments and Services.
  ///
  /// Upstream asks people to make them of one name in all clusters; the label lets other networks use the Service, which
  /// gets all labels of its Gateway (istio.io, "Configure failover behavior in a multicluster ambient installation").
  var waypoints: [Resource] {
    guard isAmbient else { return [] }
    return (topology.namespaces[cluster.name] ?? []).compactMap { namespace in
      namespace.waypoint.map { waypoint(named: $0, in: namespace.name) }
    }
  }

  private func waypoint(named name: ObjectName, in namespace: NamespaceName) -> Resource {
    var labels = ["istio.io/waypoint-for": "service"]
    if topology.isMultiNetwork { labels["istio.io/global"] = "true" }
    if options.isRevisioned { labels["istio.io/rev"] = options.boundRevision }
    return Resource(
      "gateway.networking.k8s.io/v1", "Gateway", name.description, in: namespace, labels: labels,
      [
        "spec": [
          "gatewayClassName": "istio-waypoint",
          "listeners": [["name": "mesh", "port": 15008, "protocol": "HBONE"]],
        ]
      ])
  }
}
