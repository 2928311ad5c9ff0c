package import Diagnostics
package import MeshNames
package import YAMLReading

/// One cluster as it was written.
package struct Cluster: Sendable {
  package let name: Located<ClusterName>?
  package let network: Located<NetworkName>?
  package let role: Located<Role>?
  /// The cluster whose control plane serves this one, where it has none of its own.
  package let primary: Located<ClusterName>?
  package let platform: Located<Platform>?
  package let apiServer: Located<ServerAddress>?
  /// The certificate of the CA that the API server's was issued by, in Base64.
  package let certificateAuthorityData: Located<CertificateData>?
  /// The name in the API server's certificate, where it is not that of the address.
  package let tlsServerName: Located<Host>?
  package let location: Located<LocationName>?
  package let context: Located<ContextName>?
  package let pods: [Located<CIDR>]
  package let services: [Located<CIDR>]
  package let gateway: Gateway?
  package let dns: ClusterDNS?
  package let endpoints: ControlPlaneEndpoints?
  package let injection: Injection?
  package let kubernetes: Located<KubernetesRelease>?
  let modeKeys: [Located<ModeKey>]
  /// What sets its authority apart from those of the other clusters.
  package let certificateAuthority: AuthoritySettings?
  package let locality: Locality?
  /// How the operator comes to be in this cluster; read by the dialect that has one.
  package let `operator`: Node.Entry?
  /// Istio's own values for this cluster, which come before the mesh's.
  package let values: Values?
  /// The place to point at when something is missing: the cluster's name, or where it begins.
  package let place: SourceRange
  /// The keys that stand there, right or wrong, and those that were probably meant by others.
  private let keys: Set<String>

  package enum Role: String, Choice {
    case primary, remote, external, config
  }

  package enum Platform: String, Choice {
    case kubernetes, openshift, eks, gke, aks, k3s, rke2
    /// Google Distributed Cloud, on VMware or on bare metal.
    case gdcVMware = "gdc-vmware"
    case gdcBareMetal = "gdc-bare-metal"
    /// GKE in other clouds.
    case gkeOnAWS = "gke-aws"
    case gkeOnAzure = "gke-azure"
  }

  /// Whether a key stands there, be its value right or wrong.
  package func has(_ key: String) -> Bool { keys.contains(key) }

  /// The cluster as messages name it.
  package var inWords: String { name.map { "cluster `\($0.value)`" } ?? "this cluster" }

  init(reading fields: inout MappingReader) {
    name = fields.readClusterName()
    network = fields.optional("network")
    role = fields.optional("role")
    primary = fields.optional("primary")
    platform = fields.optional("platform")
    apiServer = fields.optional("apiServer")
    certificateAuthorityData = fields.optional("certificateAuthorityData")
    tlsServerName = fields.optional("tlsServerName")
    location = fields.optional("location")
    context = fields.optional("context")
    pods = fields.list("pods")
    services = fields.list("services")
    gateway = fields.optional("gateway") { Gateway(reading: &$0) }
    certificateAuthority = fields.optional("certificateAuthority") { AuthoritySettings(readingCluster: &$0) }
    locality = fields.optional("locality") { Locality(reading: &$0) }
    self.operator = fields.entry("operator")
    place = name?.range ?? fields.mapping.entries.first?.key.range ?? fields.mapping.range
    dns = fields.optional("dns") { ClusterDNS(reading: &$0) }
    endpoints = fields.optional("endpoints") { ControlPlaneEndpoints(reading: &$0) }
    injection = fields.optional("injection") { Injection(reading: &$0) }
    kubernetes = fields.optional("kubernetes")
    modeKeys = fields.modeKeys(.dns, .endpoints, .injection, .kubernetes) + (gateway?.modeKeys ?? [])
    values = fields.values("values")
    keys = fields.keysMeant
  }
}

extension MappingReader {
  /// The name of a cluster.
  ///
  /// Istio's own default is no label and would be refused anyway; it has a reason of its own.
  fileprivate mutating func readClusterName() -> Located<ClusterName>? {
    if let entry = mapping.entries.first(where: { $0.key.text == "name" }), case .scalar(let scalar) = entry.value,
      scalar.text == "Kubernetes"
    {
      _ = self.entry("name")
      log.report(.defaultClusterName(at: scalar.range))
      return nil
    }
    return required("name", help: "the name is istiod's cluster ID and the key of the cluster's remote secret")
  }
}
