package import Certificates
internal import MeshModel
internal import MeshNames
package import Planning

extension ClusterScope {
  /// One ceremony for all clusters: the root is theirs in common.
  package static let ceremonyStep = Step(
    StepID(wholeMesh: .trust), in: nil, .trust,
    "Issue the certificates: the acts of certificates/plan.json, in their order", .certificates)

  /// istiod looks for `cacerts` once, when it starts; without it, it signs with a root of its own.
  package func certificatesStep(_ plan: CertificatePlan) -> Step {
    switch topology.certificateAuthority.delivery {
    case .manual: manualCertificatesStep
    case .externalSecrets(let store): storedCertificatesStep(store)
    case .certManager(let issuer): issuedCertificatesStep(by: issuer, plan)
    case .encrypted(let encryption, _): encryptedCertificatesStep(encryption)
    }
  }

  /// The issued files, a key among them, must not lie in the output directory, which is committed: a variable says
  /// where they are.
  ///
  /// A Secret that exists is left as it is.
  private var manualCertificatesStep: Step {
    let create = kubectl("create", "secret", "generic", "cacerts").shellLine
    let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"].map { "--from-file=\"$issued/\($0)\"" }
    let script = """
      \(cacertsGate.command.shellLine) || {
        issued="${ISSUED_CERTIFICATES:?name the folder that holds the issued certificates}/\(cluster.location)"
        \(create) \(files.joined(separator: " "))
      }
      """
    return Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the folder of issued certificates",
      .run([Command(["sh", "-c", script])]), after: beforeCertificates, gates: [cacertsGate])
  }

  /// The Secret, encrypted for this cluster or for whoever runs the step, lies outside of the output directory.
  private func encryptedCertificatesStep(_ encryption: CertificateDelivery.Encryption) -> Step {
    let folder = "${ENCRYPTED_CERTIFICATES:?name the folder that holds the encrypted Secrets}"
    let file = "\"\(folder)/\(cluster.location)/cacerts.yaml\""
    let script =
      switch encryption {
      case .sealedSecrets: "\(kubectl("apply", "-f").shellLine) \(file)"
      case .sops: "sops --decrypt \(file) | \(kubectl("apply", "-f", "-").shellLine)"
      }
    return Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the folder of encrypted Secrets",
      .run([Command(["sh", "-c", script])]), after: beforeCertificates, gates: [cacertsGate])
  }

  var beforeCertificates: [StepID] { [step(.namespaces), Self.ceremonyStep.id] }

  private var cacertsGate: Gate {
    Gate(
      "the Secret `cacerts` exists", kubectl("get", "secret", "cacerts"), timeout: 60,
      object: Gate.ObjectReference("v1", "Secret", "cacerts", in: system))
  }
}
