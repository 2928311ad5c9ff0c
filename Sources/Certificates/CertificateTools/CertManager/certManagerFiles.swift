package import Certificates
package import Manifests
package import MeshModel
package import MeshNames
internal import YAMLWriting

/// The ceremony for cert-manager: `issuing/` for the cluster in which the root is kept, and a folder for each other.
///
/// A cluster's own folder needs an issuer there that is called as its `issuerRef` says: one that reaches the authority
/// above without having its key, or a CA issuer with the key of a tier that nobody else has. The root's key never leaves
/// the cluster that it was made in.
func certManagerFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  let upper = plan.authorities.filter { $0.cluster == nil }
  let file = { (folder: [String], resource: Resource) in
    ToolFile(
      path: folder + ["\(resource.kind.lowercased())-\(resource.name).yaml"],
      text: "# \(notice)\n" + resource.document(partOf: plan.mesh).yaml)
  }
  guard let namespace = try? NamespaceName(parsing: "cert-manager") else { return [] }
  let reference = { (authority: PlannedAuthority) -> YAMLValue in
    [
      "group": "cert-manager.io", "kind": "ClusterIssuer",
      "name": "\(plan.mesh)-\(authority.issuer ?? "self-signed")",
    ]
  }
  let issuing =
    [selfSignedIssuer(of: plan)]
    + upper.flatMap {
      [
        certificate($0, named: "\(plan.mesh)-\($0.id)", in: namespace, issuer: reference($0)), issuer($0, of: plan),
      ]
    }
  return issuing.map { file(["issuing"], $0) }
    + plan.handedOver.compactMap { delivery in
      delivery.chain.first.map {
        file(
          ["intermediates", delivery.cluster.description],
          certificate($0, named: "cacerts", in: delivery.namespace, issuer: reference($0)))
      }
    }
}

extension CertificatePlan {
  /// The deliveries that are not steps of the roll-out by themselves.
  fileprivate var handedOver: [Delivery] { deliveries.filter { !$0.isMadeInStep } }
}

extension CertificatePlan.Delivery {
  /// Whether a step of the roll-out has cert-manager make `cacerts`.
  var isMadeInStep: Bool {
    if case .certManager = way { true } else { false }
  }
}

private func selfSignedIssuer(of plan: CertificatePlan) -> Resource {
  Resource("cert-manager.io/v1", "ClusterIssuer", "\(plan.mesh)-self-signed", ["spec": ["selfSigned": [:]]])
}

/// The authority as an issuer of others; the Secret lies where cert-manager itself runs.
private func issuer(_ authority: PlannedAuthority, of plan: CertificatePlan) -> Resource {
  let name = "\(plan.mesh)-\(authority.id)"
  return Resource("cert-manager.io/v1", "ClusterIssuer", name, ["spec": ["ca": ["secretName": .string(name)]]])
}

/// An authority as cert-manager makes it: the Secret `cacerts` of a cluster.
///
/// - Parameters:
///   - authority: The authority of the cluster.
///   - namespace: That of istiod.
///   - issuer: Who signs it.
/// - Returns: The object.
package func certManagerCertificate(
  of authority: PlannedAuthority, in namespace: NamespaceName, issuedBy issuer: CertificateDelivery.IssuerReference
) -> Resource {
  certManagerCertificate(
    of: authority, in: namespace,
    issuer: ["group": .string(issuer.group), "kind": .string(issuer.kind), "name": "\(issuer.name)"])
}

/// The Secret `cacerts` of a cluster, signed by the issuer that is referred to.
func certManagerCertificate(
  of authority: PlannedAuthority, in namespace: NamespaceName, issuer: YAMLValue
) -> Resource {
  certificate(authority, named: "cacerts", in: namespace, issuer: issuer)
}

private func certificate(
  _ authority: PlannedAuthority, named name: String, in namespace: NamespaceName, issuer: YAMLValue
) -> Resource {
  Resource(
    "cert-manager.io/v1", "Certificate", name, in: namespace,
    [
      "spec": .fields([
        "isCA": true,
        "literalSubject": .string(authority.literalSubject),
        "dnsNames": authority.dnsNames.isEmpty ? nil : .strings(authority.dnsNames),
        "uris": authority.uriNames.isEmpty ? nil : .strings(authority.uriNames),
        "secretName": .string(name),
        "duration": .string("\(authority.lifetime.days * 24)h0m0s"),
        "renewBefore": authority.supersededAfter.map { .string("\((authority.lifetime.days - $0) * 24)h0m0s") },
        "privateKey": authority.key.certManagerValue,
        "usages": .strings(authority.keyUsage.map(\.certManagerName)),
        "nameConstraints": authority.nameConstraints?.certManagerValue,
        "issuerRef": issuer,
      ])
    ])
}
