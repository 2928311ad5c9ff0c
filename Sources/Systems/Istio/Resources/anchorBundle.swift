internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The mesh's anchors for clients that no proxy speaks for, as trust-manager hands them out.
extension ClusterScope {
  /// The key is istiod's, so that what mounts one ConfigMap can mount the other.
  func anchorBundle(_ bundle: TrustBundle) -> Resource {
    let labels = bundle.namespaceLabels.map { YAMLValue.Entry($0.key, .string($0.value)) }
    return Resource(
      "trust.cert-manager.io/v1alpha1", "Bundle", bundle.name(in: topology.mesh.id),
      [
        "spec": [
          "sources": [
            ["configMap": ["name": .string(bundle.source(in: topology.mesh.id)), "key": "root-cert.pem"]]
          ],
          "target": .fields([
            "configMap": ["key": "root-cert.pem"],
            "namespaceSelector": labels.isEmpty ? nil : ["matchLabels": .mapping(labels)],
          ]),
        ]
      ])
  }
}
