internal import Certificates
internal import MeshModel
internal import MeshNames

extension FederationOptions {
  /// A plan for each mesh whose authorities are planned: no mesh trusts another's root but for its peers' services.
  func certificates(in clusters: [CheckedCluster]) -> [CertificatePlan] {
    meshes.compactMap { mesh in
      guard let hierarchy = mesh.hierarchy, let cluster = clusters.first(where: { $0.name == mesh.cluster }) else {
        return nil
      }
      return planCertificates(
        ofMesh: MeshID(of: mesh.name), hierarchy, mesh.trustDomain, in: cluster, mesh.namespace,
        peers: peerings.filter { $0.peer.name == mesh.name }.map { peering in
          .init(peering.mesh.cluster, peering.mesh.namespace, peering.rootName)
        })
    }
  }
}

extension CheckedMesh {
  /// Where the plan of its certificates is.
  var certificatesFolder: CertificatesFolder { .of(MeshID(of: name)) }

  /// The folder of the files that its Secret is made from, in terms of the shell; `nil` where it signs by itself.
  var issuedFolder: String? {
    switch authority {
    case .selfSigned: nil
    case .pluggedIn: certificatesFolder.issued
    case .planned: "\(certificatesFolder.issued)/\(location)"
    }
  }
}
