package import Certificates
internal import MeshModel
internal import MeshNames
package import Planning

extension ClusterScope {
  /// One ceremony for all clusters: the root is theirs in common.
  ///
  /// - Parameters:
  ///   - barrier: What must be true of all clusters before any of them enters its state of a rotation.
  ///   - binds: What can be read once the files are issued.
  /// - Returns: The step.
  package static func ceremonyStep(behind barrier: [Gate] = [], binds: [String] = []) -> Step {
    .ceremony(.ofOneMesh, behind: barrier, binds: binds)
  }

  static let ceremony = StepID(wholeMesh: .trust)

  /// istiod looks for `cacerts` once, when it starts; without it, it signs with a root of its own.
  package func certificatesStep(_ delivery: CertificatePlan.Delivery?) -> Step {
    switch topology.certificateAuthority.delivery(to: cluster.name) {
    case .manual: manualCertificatesStep(delivery)
    case .externalSecrets(let store): storedCertificatesStep(store)
    case .certManager(let issuer): issuedCertificatesStep(by: issuer, delivery)
    case .encrypted(.sealedSecrets, _): sealedCertificatesStep(delivery)
    case .encrypted(.sops, _): encryptedCertificatesStep
    }
  }

  /// From the folder of issued files, in which a person has left them.
  private func manualCertificatesStep(_ delivery: CertificatePlan.Delivery?) -> Step {
    let folder = delivery?.chain.first?.folder ?? cluster.location.description
    let script = cacertsScript(
      from: "\(CertificatesFolder.ofOneMesh.issued)/\(folder)",
      topology.certificateAuthority.secretFiles.map { ($0, delivery?.issuedFile(for: $0) ?? $0) },
      changesRoot: delivery?.rotation != nil
    ) { (arguments: String...) in kubectl(arguments) }
    return Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the folder of issued certificates",
      .run([Command(["sh", "-c", script])]), after: beforeCertificates, gates: [cacertsGate])
  }

  /// The Secret, encrypted for whoever runs the step, lies outside of the output directory: what SOPS has encrypted has
  /// a MAC over the whole document, and could not have been planned.
  private var encryptedCertificatesStep: Step {
    let folder = "${ENCRYPTED_CERTIFICATES:?name the folder that holds the encrypted Secrets}"
    let file = "\"\(folder)/\(cluster.location)/cacerts.yaml\""
    return Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the folder of encrypted Secrets",
      .run([
        Command(["sh", "-c", "sops --decrypt \(file) | \(kubectl("apply", "-f", "-").shellLine)"])
      ]), after: beforeCertificates, gates: [cacertsGate])
  }

  var beforeCertificates: [StepID] { [step(.namespaces), Self.ceremony] }

  private var cacertsGate: Gate {
    Gate(
      "the Secret `cacerts` exists", kubectl("get", "secret", "cacerts"), timeout: 60,
      object: Gate.ObjectReference("v1", "Secret", "cacerts", in: system))
  }
}
