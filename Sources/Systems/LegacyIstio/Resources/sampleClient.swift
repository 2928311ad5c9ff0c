package import Manifests
internal import MeshModel
package import MeshNames
internal import YAMLWriting

extension LegacyCluster {
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
}
