package import MeshModel
internal import MeshNames

/// Plans a root and, signed by it, one intermediate for each cluster.
///
/// - Parameters:
///   - topology: The mesh.
///   - clusters: The clusters that run a control plane, and so sign their workloads' certificates.
/// - Returns: The plan, fully written out.
package func planCertificates(for topology: CheckedTopology, in clusters: [CheckedCluster]) -> CertificatePlan {
  let hierarchy = topology.certificateAuthority
  let root = PlannedAuthority(rootOf: hierarchy)
  let intermediates = clusters.map { PlannedAuthority(of: $0, in: topology, root: root) }
  return CertificatePlan(
    mesh: topology.mesh.id, trustDomain: topology.mesh.trustDomain, profile: hierarchy.profile,
    authorities: [root] + intermediates,
    ceremony: rootCeremony(root) + zip(clusters, intermediates).flatMap { ceremony(of: $0, $1, topology) },
    deliveries: zip(clusters, intermediates).map { cluster, authority in
      .init(
        cluster: cluster.name, namespace: topology.controlPlaneNamespace, location: cluster.location,
        authority: authority.id, chain: [authority.id, root.id])
    },
    remarks: remarks(on: root, intermediates))
}

private func rootCeremony(_ root: PlannedAuthority) -> [CeremonyStep] {
  [
    CeremonyStep(
      id: "root-key", actor: root.keyHolder, operation: .generateKey, authority: root.id, needs: [],
      makes: ["root/root-key"], secretOutputs: ["root/root-key"]),
    CeremonyStep(
      id: "root-cert", actor: root.keyHolder, operation: .selfSign, authority: root.id, needs: ["root/root-key"],
      makes: ["root/root-cert.pem"], secretOutputs: []),
  ]
}

/// A cluster's key never leaves it: the request goes to the custodians of the root, and the certificate comes back.
private func ceremony(
  of cluster: CheckedCluster, _ authority: PlannedAuthority, _ topology: CheckedTopology
) -> [CeremonyStep] {
  let folder = cluster.location.description
  let secret = "\(cluster.name): Secret \(topology.controlPlaneNamespace)/cacerts"
  func step(
    _ verb: String, _ actor: String, _ operation: CeremonyStep.Operation, _ needs: [String], _ makes: String,
    isSecret: Bool = false
  ) -> CeremonyStep {
    CeremonyStep(
      id: "\(cluster.name)-\(verb)", actor: actor, operation: operation, authority: authority.id, needs: needs,
      makes: [makes], secretOutputs: isSecret ? [makes] : [])
  }
  return [
    step("key", authority.keyHolder, .generateKey, [], "\(folder)/ca-key", isSecret: true),
    step("csr", authority.keyHolder, .request, ["\(folder)/ca-key"], "\(folder)/ca.csr"),
    step(
      "sign", "root-custodians", .sign, ["root/root-key", "root/root-cert.pem", "\(folder)/ca.csr"],
      "\(folder)/ca-cert.pem"),
    step(
      "deliver", authority.keyHolder, .deliver, ["\(folder)/ca-cert.pem", "\(folder)/ca-key", "root/root-cert.pem"],
      secret, isSecret: true),
  ]
}

private func remarks(on root: PlannedAuthority, _ intermediates: [PlannedAuthority]) -> [CertificatePlan.Remark] {
  var remarks: [CertificatePlan.Remark] = []
  for authority in intermediates where authority.lifetime >= root.lifetime {
    remarks.append(
      .init(
        rule: "pki/child-outlives-issuer", authority: authority.id,
        detail: "lifetime \(authority.lifetime.days) d equals the issuer's \(root.lifetime.days) d"))
  }
  if !root.keyUsage.contains(.crlSign) {
    remarks.append(
      .init(
        rule: "pki/no-crl-sign", authority: root.id, detail: "a CRL signed by this authority is rejected by istiod"))
  }
  return remarks
}
