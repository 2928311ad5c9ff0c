internal import Certificates
internal import Manifests
internal import MeshNames
internal import YAMLWriting

/// The objects of each cluster whose `cacerts` cert-manager has a cloud sign: the key stays in the cluster.
///
/// - Parameters:
///   - plan: The plan.
///   - notice: The first line of each file.
///   - issuer: The issuer for an authority of a cluster, and for the one above it.
/// - Returns: The issuer of each cluster, and the certificate where no step of the roll-out has it, in a folder of its own.
func externallyIssuedFiles(
  for plan: CertificatePlan, _ notice: String, _ issuer: (PlannedAuthority, String) -> Resource
) -> [ToolFile] {
  plan.deliveries.flatMap { delivery -> [ToolFile] in
    guard let authority = delivery.chain.first, let above = authority.issuer else { return [] }
    let issuer = issuer(authority, above)
    let group = String(issuer.apiVersion.prefix { $0 != "/" })
    let certificate = certManagerCertificate(
      of: authority, in: delivery.namespace,
      issuer: ["group": .string(group), "kind": .string(issuer.kind), "name": .string(issuer.name)])
    return ([issuer] + (delivery.isMadeInStep ? [] : [certificate])).map { resource in
      ToolFile(
        path: [
          "intermediates", delivery.cluster.description, "\(resource.kind.lowercased())-\(resource.name).yaml",
        ],
        text: "# \(notice)\n" + resource.document(partOf: plan.mesh).yaml)
    }
  }
}
