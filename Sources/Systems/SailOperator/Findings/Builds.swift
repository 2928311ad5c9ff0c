internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let vendorBuildByOperator = FindingCode(
    422, "vendor-build-by-operator", .error,
    Explanation(
      meaning: "The release is a vendor's build, and the operator is not the vendor's.",
      harm: """
        The API server refuses an `Istio` whose `spec.version` its schema does not list, and the operators of the community \
        and of Red Hat list upstream's releases alone. A vendor that has an operator has a package or a catalog of its own.
        """,
      sources: ["istio-ecosystem/sail-operator, chart/crds/sailoperator.io_istios.yaml"],
      wrong: "distribution: {name: sail, version: 1.26.3-solo}",
      right: "distribution: {name: sail, version: 1.30.7}"))

  static let hubOfDigests = FindingCode(
    423, "hub-of-digests", .warning,
    Explanation(
      meaning: "Images have a hub, and the operator is Red Hat's, whose images have names and digests of their own.",
      harm: """
        Once `global.hub` is said, the operator leaves its digests out and asks the hub for `pilot`, `proxyv2` and \
        `install-cni` with upstream's tags. A mirror of registry.redhat.io has none of them. OpenShift is told of mirrors \
        by an ImageDigestMirrorSet, and nothing stands in a topology.
        """,
      sources: ["openshift-service-mesh/sail-operator, pkg/istiovalues/digests.go"],
      wrong: """
        distribution: {name: sail, version: 1.30.3, hub: registry.example.com/istio}
        clusters:
          - {name: cluster1, network: network1, platform: openshift, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, platform: openshift, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        distribution: {name: sail, version: 1.30.3}
        clusters:
          - {name: cluster1, network: network1, platform: openshift, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, platform: openshift, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func vendorBuildByOperator(_ release: Located<IstioBuild>) -> Finding {
    let vendor = release.value.vendor
    let help =
      switch (vendor?.mark, vendor?.charts) {
      case ("asm.", _): "Google's builds are `distribution: {name: cloud-service-mesh}`"
      case (_, let charts?):
        "\(vendor?.name ?? "") has charts: `distribution: {name: istio, version: \(release.value), charts: \"\(charts)\"}`"
      default: "name the vendor's `package` or `source` under `distribution.operator`, or `operator: preinstalled`"
      }
    return Finding(
      .vendorBuildByOperator, "\(release.value) is a vendor's build, which the Sail operator does not list",
      at: release.range, help: help)
  }

  static func hubOfDigests(_ hub: Located<ImageHub>, platform: SourceRange?) -> Finding {
    Finding(
      .hubOfDigests, "Red Hat's operator would look for upstream's images in `\(hub.value)`", at: hub.range,
      notes: [platform.map { Annotation($0, "where Red Hat's operator is subscribed to") }].compactMap { $0 },
      help: "remove it: an ImageDigestMirrorSet of the cluster leads to a mirror")
  }
}
