package import Manifests
internal import MeshModel
internal import MeshNames
internal import MeshReleases
internal import Planning
internal import YAMLWriting

/// The workload that shows whether the clusters see each other: a service that says where it runs, and a client.
extension ClusterScope {
  /// The version that this cluster's part of the service answers with; `nil` where only the client runs.
  var sampleVersion: String? {
    relations.servers.contains(cluster.name) ? cluster.name.description : nil
  }

  var sampleResources: [Resource] { sampleResources(labels: meshLabels, version: sampleVersion) }

  /// The workload in a namespace with the labels by which its control plane is asked for proxies.
  package func sampleResources(labels: [String: String], version: String?) -> [Resource] {
    [Resource("v1", "Namespace", sample.description, labels: labels), helloworldService]
      + (version.map { [helloworld($0)] } ?? [])
      + [sleepAccount, sleepService, sleep]
  }

  private var sample: NamespaceName { topology.sampleNamespace }

  /// The service must exist in every cluster that asks for it, or its name is not resolved there.
  ///
  /// In an ambient mesh, it must be labelled in every one of them as a service of the whole mesh.
  private var helloworldService: Resource {
    let labels = ["app": "helloworld", "service": "helloworld"]
    return Resource(
      "v1", "Service", "helloworld", in: sample,
      labels: isAmbient ? labels.merging(["istio.io/global": "true"]) { own, _ in own } : labels,
      ["spec": ["ports": [["name": "http", "port": 5000]], "selector": ["app": "helloworld"]]])
  }

  private func helloworld(_ version: String) -> Resource {
    let labels = ["app": "helloworld", "version": version]
    return Resource(
      "apps/v1", "Deployment", "helloworld-\(version)", in: sample, labels: labels,
      [
        "spec": [
          "replicas": 1,
          "selector": ["matchLabels": .sorted(labels)],
          "template": [
            "metadata": podMetadata(labels),
            "spec": ["containers": [helloworldContainer(version)]],
          ],
        ]
      ])
  }

  /// Nothing is injected into pods of an ambient mesh.
  private func podMetadata(_ labels: [String: String]) -> YAMLValue {
    .fields([
      "annotations": isAmbient ? nil : .sorted([ProxyStart.annotation: proxyStart.description]),
      "labels": .sorted(labels),
    ])
  }

  /// There are images for v1 and v2; the program reads its version from the environment, so one serves for all.
  private func helloworldContainer(_ version: String) -> YAMLValue {
    let image = ["v1", "v2"].contains(version) ? version : "v1"
    return .fields([
      "name": "helloworld",
      "image": "\(UpstreamHosts.images)/examples-helloworld-\(image):1.0",
      "imagePullPolicy": "IfNotPresent",
      "env": image == version ? nil : [["name": "SERVICE_VERSION", "value": .string(version)]],
      "ports": [["containerPort": 5000]],
      "resources": ["requests": ["cpu": "100m"]],
    ])
  }

  private var sleepAccount: Resource { Resource("v1", "ServiceAccount", "sleep", in: sample) }

  private var sleepService: Resource {
    Resource(
      "v1", "Service", "sleep", in: sample, labels: ["app": "sleep", "service": "sleep"],
      ["spec": ["ports": [["name": "http", "port": 80]], "selector": ["app": "sleep"]]])
  }

  private var sleep: Resource {
    Resource(
      "apps/v1", "Deployment", "sleep", in: sample, labels: ["app": "sleep"],
      [
        "spec": [
          "replicas": 1,
          "selector": ["matchLabels": ["app": "sleep"]],
          "template": [
            "metadata": podMetadata(["app": "sleep"]),
            "spec": [
              "serviceAccountName": "sleep",
              "terminationGracePeriodSeconds": 0,
              "containers": [
                [
                  "name": "sleep",
                  "image": "docker.io/curlimages/curl:8.16.0",
                  "imagePullPolicy": "IfNotPresent",
                  "command": ["/bin/sleep", "infinity"],
                ]
              ],
            ],
          ],
        ]
      ])
  }
}
