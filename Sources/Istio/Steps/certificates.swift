internal import MeshModel
internal import MeshNames
package import Planning

extension ClusterScope {
  /// One ceremony for all clusters: the root is theirs in common.
  package static let ceremonyStep = Step(
    StepID(wholeMesh: .trust), in: nil, .trust,
    "Issue the certificates: the acts of certificates/plan.json, in their order", .certificates)

  /// istiod looks for `cacerts` once, when it starts; without it, it signs with a root of its own.
  ///
  /// The issued files, a key among them, must not lie in the output directory, which is committed: a variable says
  /// where they are. A Secret that exists is left as it is.
  package var certificatesStep: Step {
    if case .externalSecrets(let store) = topology.certificateAuthority.delivery {
      return storedCertificatesStep(store)
    }
    let secret = kubectl("get", "secret", "cacerts")
    let create = kubectl("create", "secret", "generic", "cacerts").shellLine
    let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"].map { "--from-file=\"$issued/\($0)\"" }
    let script = """
      \(secret.shellLine) || {
        issued="${ISSUED_CERTIFICATES:?name the folder that holds the issued certificates}/\(cluster.location)"
        \(create) \(files.joined(separator: " "))
      }
      """
    return Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the folder of issued certificates",
      .run([Command(["sh", "-c", script])]), after: [step(.namespaces), Self.ceremonyStep.id],
      gates: [Gate("the Secret `cacerts` exists", secret, timeout: 60)])
  }
}
