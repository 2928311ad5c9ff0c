package import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  package static let notInServiceMesh = FindingCode(
    403, "not-in-service-mesh", .warning, restsOn: .system + ["clusters[].platform"],
    Explanation(
      meaning: "No release of OpenShift Service Mesh 3 is known to install this release of Istio.",
      harm: """
        On OpenShift the plan subscribes to Red Hat's operator. It would report that the version is unknown or at its \
        end of life, and the control plane would never come up. Name a channel or the community's \
        package under `distribution.operator`, and this is taken for decided.
        """,
      sources: [
        "openshift-service-mesh/sail-operator, pkg/istioversion/versions.ossm.yaml",
        "https://docs.redhat.com/en/documentation/red_hat_openshift_service_mesh/",
      ],
      wrong: """
        distribution: {name: sail, version: 1.29.6}
        clusters:
          - {name: cluster1, network: network1, platform: openshift, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, platform: openshift, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        distribution: {name: sail, version: 1.28.10}
        clusters:
          - {name: cluster1, network: network1, platform: openshift, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, platform: openshift, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func notInServiceMesh(_ release: Located<IstioBuild>, platform: SourceRange) -> Finding {
    let known = ServiceMeshRelease.all.map { mesh in
      "\(mesh.own.map(\.description).joined(separator: ", ")) (\(mesh.series))"
    }
    return Finding(
      .notInServiceMesh, "no release of OpenShift Service Mesh is known to install Istio \(release.value)",
      at: release.range, notes: [Annotation(platform, "where Red Hat's operator is the one that is subscribed to")],
      help: "it installs \(listed(known, most: 12))")
  }
}
