package import Manifests
internal import MeshModel
package import MeshNames
package import YAMLWriting

extension LegacyCluster {
  /// An object of Istio's networking, in a version that the release serves: the old one up to 1.21, from 1.22 on `v1`.
  package func networking(
    _ kind: String, _ name: String, in namespace: NamespaceName, _ specification: YAMLValue
  ) -> Resource {
    Resource("networking.istio.io/\(isToday ? "v1" : "v1alpha3")", kind, name, in: namespace, ["spec": specification])
  }

  /// A subset as a DestinationRule has it.
  package static func subset(_ name: SubsetName, _ labels: [String: String], policy: YAMLValue? = nil) -> YAMLValue {
    .fields(["name": "\(name)", "labels": labels.isEmpty ? nil : .sorted(labels), "trafficPolicy": policy])
  }
}
