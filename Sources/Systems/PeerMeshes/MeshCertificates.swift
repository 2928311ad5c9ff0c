package import Certificates
internal import Diagnostics
package import MeshModel
package import MeshNames
package import Planning

/// Where one of several meshes has its certificates from.
package struct MeshCertificates: Sendable {
  private let mesh: MeshName
  private let namespace: NamespaceName
  private let trustDomain: TrustDomain
  private let location: LocationName
  private let authority: MeshAuthority
  /// Its authorities, where they are planned.
  private let hierarchy: AuthorityHierarchy?

  package init?(of mesh: FederatedMesh, in topology: Topology) {
    guard let name = mesh.name?.value, let cluster = topology.cluster(of: mesh), let clusterName = cluster.name?.value,
      let namespace = mesh.controlPlaneNamespace, let trustDomain = mesh.effectiveTrustDomain
    else { return nil }
    (self.mesh, self.namespace, self.trustDomain) = (name, namespace, trustDomain)
    location = cluster.location?.value ?? LocationName(of: clusterName)
    authority = topology.authority(of: mesh)
    hierarchy = topology.hierarchy(of: mesh)
  }

  /// Whether a plan has its authorities.
  package var isPlanned: Bool { authority.isPlanned }

  /// Where that plan is.
  private var folder: CertificatesFolder { .of(MeshID(of: mesh)) }

  /// The folder of the files that its Secret is made from, in terms of the shell; `nil` where it signs by itself.
  package var issuedFolder: String? {
    switch authority {
    case .selfSigned: nil
    case .pluggedIn: folder.issued
    case .planned: "\(folder.issued)/\(location)"
    }
  }

  /// The plan of its authorities, below a root that is the mesh's alone.
  ///
  /// - Parameters:
  ///   - clusters: All clusters.
  ///   - name: The cluster that the mesh is in.
  ///   - peers: The meshes that trust its root for its services, and no more.
  /// - Returns: The plan; `nil` where nothing is planned.
  package func plan(
    among clusters: [CheckedCluster], in name: ClusterName, trustedBy peers: [CertificatePlan.Peer]
  ) -> CertificatePlan? {
    guard let hierarchy, let cluster = clusters.first(where: { $0.name == name }) else { return nil }
    return planCertificates(ofMesh: MeshID(of: mesh), hierarchy, trustDomain, in: cluster, namespace, peers: peers)
  }

  /// The ceremony that issues what is planned: roots have nothing to do with each other.
  ///
  /// - Parameter binds: The bindings that can be read from what it issues.
  /// - Returns: The step; `nil` where nothing is planned.
  package func ceremony(binds: [String] = []) -> Step? {
    isPlanned ? .ceremony(folder, mesh.description, binds: binds) : nil
  }

  /// Prints the root certificate that the ceremony has issued, as a JSON text.
  package var rootReading: Command? {
    guard isPlanned, let issuedFolder else { return nil }
    let quote = #"awk 'BEGIN { printf "\"" } { printf "%s\\n", $0 } END { print "\"" }'"#
    return Command(["sh", "-c", "\(quote) \"\(issuedFolder)/root-cert.pem\""])
  }

  /// Makes the Secret that istiod looks for.
  ///
  /// The four files have the names that istiod looks for (istio.io, "Plug in CA Certificates").
  ///
  /// - Parameter kubectl: kubectl in the namespace of the control plane.
  /// - Returns: The command; `nil` where the control plane signs by itself.
  package func secretCreation(_ kubectl: (String...) -> Command) -> Command? {
    guard let issuedFolder else { return nil }
    let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"].map { ($0, $0) }
    return Command(["sh", "-c", cacertsScript(from: issuedFolder, files, kubectl)])
  }
}
