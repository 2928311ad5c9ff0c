internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import SailOperator
internal import YAMLWriting

/// What an ambient mesh has in place of sidecars.
extension SailInstallation {
  /// The proxy of each node.
  ///
  /// It takes its network from nowhere else: nothing is injected.
  var ztunnel: Resource {
    Resource(
      "sailoperator.io/\(self.operator.servesAlphaZTunnel ? "v1alpha1" : "v1")", "ZTunnel", "default",
      [
        "spec": .fields([
          "version": "v\(scope.options.build)",
          "namespace": .string(ztunnelNamespace),
          "profile": self.operator.servesAlphaZTunnel ? "ambient" : nil,
          "values": YAMLValue.fields([
            "ztunnel": .fields([
              "multiCluster": ["clusterName": "\(cluster.name)"],
              "network": .string(network),
              "env": topology.mesh.ztunnelEnvironment,
              "revision": scope.options.isRevisioned ? .string(scope.options.revision) : nil,
            ])
          ]).merging(scope.options.imageValues),
        ])
      ])
  }
}
