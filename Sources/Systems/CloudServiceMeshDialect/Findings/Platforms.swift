internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let insideGoogleCloud = FindingCode(
    762, "inside-google-cloud", .error,
    Explanation(
      meaning: "A cluster is one of GKE in Google Cloud.",
      harm: """
        There, clusters have other names, networks are called after their VPC, and the control plane is one that Google \
        runs; one in the cluster is deprecated. What is planned here would not fit.
        """,
      sources: ["https://cloud.google.com/service-mesh/docs/overview"],
      wrong: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris, network: network2, platform: gke, apiServer: "https://api.paris.example.com", gateway: {address: 192.0.2.9}}
        """),
      right: .fleet("")))

  static let endingPlatform = FindingCode(
    763, "ending-platform", .warning,
    Explanation(
      meaning: "Cloud Service Mesh is about to end on the cluster's platform.",
      harm: """
        GKE on AWS and on Azure, and the mesh on attached clusters, Amazon EKS and Microsoft AKS among them, are deprecated \
        and shut down on 17 March 2027. On Google Distributed Cloud they go on.
        """,
      sources: [
        "https://cloud.google.com/service-mesh/docs/onboarding/kubernetes-off-gcp/install/install-in-cluster-cloud-service-mesh"
      ],
      wrong: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: dublin, network: network2, platform: eks, apiServer: "https://api.dublin.example.com"}
        """),
      right: .fleet("")))

  static let certificateProvider = FindingCode(
    764, "certificate-provider", .error,
    Explanation(
      meaning: "Something else is to issue the certificates of istiod's webhooks than can.",
      harm: """
        On Google Distributed Cloud with Mesh CA or CA Service, up to 1.22, it is Kubernetes; everywhere else it is istiod. \
        From 1.23 on, istiod does not start with `kubernetes`; before, its certificate is one that the proxies do not \
        trust.
        """,
      sources: [
        "https://cloud.google.com/service-mesh/docs/unified-install/off-gcp-multi-cluster-setup",
        "istio/istio@3a5cf541",
      ],
      wrong: .fleet("values: {global: {pilotCertProvider: kubernetes}}"), right: .fleet("")))
}

extension Finding {
  static func insideGoogleCloud(_ cluster: Cluster) -> Finding {
    Finding(
      .insideGoogleCloud, "\(cluster.inWords) is in Google Cloud, where this set-up is not for",
      at: cluster.platform?.range ?? cluster.place,
      help: "use the managed control plane; for GKE elsewhere, `gke-aws` or `gke-azure`")
  }

  static func endingPlatform(_ platform: Cluster.Platform, of cluster: Cluster) -> Finding {
    Finding(
      .endingPlatform, "Cloud Service Mesh ends on \(platform.inWords) on 17 March 2027",
      at: cluster.platform?.range ?? cluster.place,
      help: "plan what comes after it, or move to `gdc-vmware` or `gdc-bare-metal`")
  }

  static func certificateProvider(
    _ written: String, at range: SourceRange, of cluster: Cluster, right provider: CertificateProvider
  ) -> Finding {
    Finding(
      .certificateProvider,
      "`\(written)` does not issue the certificates of istiod in \(cluster.inWords): `\(provider.rawValue)` does",
      at: range, help: "leave it out; it follows from the platform, the CA and the release")
  }
}
