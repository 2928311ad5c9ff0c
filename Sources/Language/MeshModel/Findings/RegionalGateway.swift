internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let regionalGateway = FindingCode(
    359, "regional-gateway", .error,
    Explanation(
      meaning: "An internal load balancer of Google Cloud is to serve a cluster in another region.",
      harm: """
        It answers clients of its own region alone, whatever networks are peered: those elsewhere wait for a timeout. An \
        annotation gives access to all regions.
        """,
      sources: ["https://cloud.google.com/kubernetes-engine/docs/how-to/internal-load-balancing#global_access"],
      wrong: .regional("networking.gke.io/load-balancer-type: Internal"),
      right: .regional(
        "networking.gke.io/load-balancer-type: Internal",
        "networking.gke.io/internal-load-balancer-allow-global-access: \"true\"")))
}

extension Explanation.Example {
  fileprivate static func regional(_ annotations: String...) -> Self {
    let text = """
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          platform: gke
          locality: {region: europe-west1}
          gateway:
            service:
              annotations:
                \(annotations.joined(separator: "\n          "))
        - name: cluster2
          network: network2
          apiServer: https://api.two.example.com:6443
          platform: gke
          locality: {region: europe-west4}
          gateway: {service: {loadBalancerSourceRanges: [198.51.100.0/24]}}
      """
    return Self(shown: text, bytes: Array(text.utf8))
  }
}

extension Finding {
  static func regionalGateway(
    of cluster: Cluster, from other: Cluster, at range: SourceRange, region: Located<LocalityName>
  ) -> Finding {
    Finding(
      .regionalGateway,
      "\(other.inWords) is in another region, and the internal load balancer of \(cluster.inWords) serves its own alone",
      at: range,
      notes: [Annotation(region.range, "its region")]
        + (other.locality.map { [Annotation($0.region.range, "the other one's")] } ?? []),
      help: "add `networking.gke.io/internal-load-balancer-allow-global-access: \"true\"`")
  }
}
