internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

extension FindingCode {
  static let unsupportedMaistra = FindingCode(
    701, "unsupported-maistra", .error,
    Explanation(
      meaning: "The release of OpenShift Service Mesh 2 has no federation, or there is no such release.",
      harm: "Federation came with 2.1, and 3.0 does not have it: there, Istio's own multi-cluster meshes replace it.",
      sources: ["https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/service_mesh/"],
      wrong: .federation(version: "3.0"),
      right: .federation()))

  static let notOpenShift = FindingCode(
    713, "not-openshift", .error,
    Explanation(
      meaning: "A cluster is on a platform that OpenShift Service Mesh 2 does not run on.",
      harm: "Its operator needs OpenShift's routes, security constraints and catalogs.",
      wrong: .federation(
        """
        clusters:
          - {name: cluster-a, platform: openshift}
          - {name: cluster-b, platform: eks}
        """),
      right: .federation()))

  static let sixthVersion = FindingCode(
    714, "ipv6-federation", .error,
    Explanation(
      meaning: "A cluster or a gateway has addresses of IPv6.",
      harm: "OpenShift Service Mesh 2 does not support IPv6, nor both versions side by side.",
      sources: ["MAISTRA-1314"],
      wrong: .federation(
        """
        clusters:
          - {name: cluster-a, platform: openshift, pods: ["fd00:10:128::/48"]}
          - {name: cluster-b, platform: openshift}
        """),
      right: .federation()))
}

extension Finding {
  static func unsupportedMaistra(_ version: Located<PlainText>, _ misfit: Misfit) -> Finding {
    Finding(
      .unsupportedMaistra, "`\(version.value)` \(misfit.problem)", at: version.range, help: misfit.expected)
  }

  static func notOpenShift(_ platform: Located<Cluster.Platform>, of cluster: Cluster) -> Finding {
    Finding(
      .notOpenShift, "\(cluster.inWords) is on `\(platform.value.rawValue)`, and OpenShift Service Mesh is not",
      at: platform.range, help: "say `platform: openshift`, or choose `distribution: sail`")
  }

  static func sixthVersion(_ address: String, at range: SourceRange) -> Finding {
    Finding(
      .sixthVersion, "`\(address)` is of IPv6, which OpenShift Service Mesh 2 does not support", at: range,
      help: "use IPv4 alone")
  }
}
