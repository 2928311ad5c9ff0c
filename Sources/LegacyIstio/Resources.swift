package import Manifests
internal import MeshModel
package import MeshNames
package import YAMLWriting

extension LegacyCluster {
  /// The control plane's namespace, and those of applications, which the webhook looks after from its start.
  ///
  /// - Parameters:
  ///   - injected: The namespaces whose pods get proxies by themselves.
  ///   - others: Namespaces that only have to be there.
  /// - Returns: The objects, each namespace once.
  package func namespaces(injected: some Sequence<NamespaceName>, others: some Sequence<NamespaceName> = [])
    -> [Resource]
  {
    let injected = Set(injected)
    let rest = Set(others).subtracting(injected).subtracting([system])
    // The network of the cluster's endpoints is one of today's labels.
    let network = isToday ? ["topology.istio.io/network": cluster.network.description] : [:]
    return [Resource("v1", "Namespace", system.description, labels: network)]
      + (injected.map { ($0, Self.injectionLabel) } + rest.map { ($0, [:]) })
      .sorted { $0.0.description < $1.0.description }
      .map { Resource("v1", "Namespace", $0.0.description, labels: $0.1) }
  }

  package static let injectionLabel = ["istio-injection": "enabled"]

  /// An object of Istio's networking, in a version that the release serves: the old one up to 1.21, from 1.22 on `v1`.
  package func networking(
    _ kind: String, _ name: String, in namespace: NamespaceName, _ specification: YAMLValue
  ) -> Resource {
    Resource("networking.istio.io/\(isToday ? "v1" : "v1alpha3")", kind, name, in: namespace, ["spec": specification])
  }

  /// The client that the mesh is tried out with.
  ///
  /// Its C library is glibc: musl takes a name for unknown that has an IPv4 address alone, since CoreDNS's plug-in denies
  /// that it has an IPv6 one (istio/istio#31295).
  package func client(in namespace: NamespaceName) -> [Resource] {
    let labels = ["app": "sleep"]
    return [
      Resource("v1", "ServiceAccount", "sleep", in: namespace),
      Resource(
        "apps/v1", "Deployment", "sleep", in: namespace, labels: labels,
        [
          "spec": [
            "replicas": 1,
            "selector": ["matchLabels": .sorted(labels)],
            "template": [
              "metadata": ["labels": .sorted(labels)],
              "spec": [
                "serviceAccountName": "sleep",
                "terminationGracePeriodSeconds": 0,
                "containers": [
                  [
                    "name": "sleep", "image": "docker.io/library/buildpack-deps:bookworm-curl",
                    "imagePullPolicy": "IfNotPresent", "command": ["/bin/sleep", "infinity"],
                  ]
                ],
              ],
            ],
          ]
        ]),
    ]
  }

  /// A subset as a DestinationRule has it.
  package static func subset(_ name: SubsetName, _ labels: [String: String], policy: YAMLValue? = nil) -> YAMLValue {
    .fields(["name": "\(name)", "labels": labels.isEmpty ? nil : .sorted(labels), "trafficPolicy": policy])
  }
}
