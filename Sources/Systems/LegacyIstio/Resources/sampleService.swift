package import Manifests
internal import MeshModel
package import MeshNames
internal import MeshReleases
internal import YAMLWriting

extension LegacyCluster {
  /// A service that says in which cluster it runs; its name must be known in every cluster that asks for it.
  package func sampleService(in namespace: NamespaceName) -> [Resource] {
    let labels = ["app": "helloworld", "version": sampleVersion]
    return [
      Resource(
        "v1", "Service", "helloworld", in: namespace, labels: ["app": "helloworld"],
        ["spec": ["ports": [["name": "http", "port": 5000]], "selector": ["app": "helloworld"]]]),
      Resource(
        "apps/v1", "Deployment", "helloworld-\(sampleVersion)", in: namespace, labels: labels,
        [
          "spec": [
            "replicas": 1,
            "selector": ["matchLabels": .sorted(labels)],
            "template": [
              "metadata": ["labels": .sorted(labels)],
              "spec": [
                "containers": [
                  [
                    "name": "helloworld",
                    "image": "\(UpstreamHosts.images)/examples-helloworld-v1:1.0",
                    "imagePullPolicy": "IfNotPresent",
                    "env": [["name": "SERVICE_VERSION", "value": .string(sampleVersion)]],
                    "ports": [["containerPort": 5000]],
                  ]
                ]
              ],
            ],
          ]
        ]),
    ]
  }

  /// What the service answers with here.
  package var sampleVersion: String { name.description }
}
