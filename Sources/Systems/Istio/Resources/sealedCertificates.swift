internal import Certificates
internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// `cacerts` as the controller of Sealed Secrets makes it: each file was sealed for it by whoever holds the key.
extension ClusterScope {
  /// What `kubeseal` prints for each file; none where the topology says it.
  ///
  /// The scope is strict: what is sealed opens under this name and in this namespace alone.
  func sealedBindings(_ delivery: CertificatePlan.Delivery?) -> [Binding] {
    let authority = topology.certificateAuthority
    guard case .encrypted(.sealedSecrets(let controller), _) = authority.delivery(to: cluster.name) else { return [] }
    let known = authority.sealed[cluster.name]?.values ?? [:]
    return authority.secretFiles.filter { known[$0] == nil }.map { file in
      Binding(
        name: sealedName(of: file), description: "the sealed `\(file)` of \(cluster.name)", kind: .sealed,
        step: Self.ceremony,
        read: sealing(file, of: delivery, for: controller),
        place: "clusters[\(index)].certificateAuthority.sealed.\(file)",
        origin: authority.sealed[cluster.name]?.place ?? cluster.place)
    }
  }

  private func sealedName(of file: String) -> String {
    let words = file.prefix { $0 != "." }.uppercased().replacing("-", with: "_")
    return "\(cluster.name.asVariable)_SEALED_\(words)"
  }

  /// A person runs it who has the key, and so may be a shell's.
  private func sealing(
    _ file: String, of delivery: CertificatePlan.Delivery?, for controller: SealingController
  ) -> Command {
    let seal = Command([
      "kubeseal", "--raw", "--scope", "strict", "--context", context.description, "--namespace", system.description,
      "--name", "cacerts", "--controller-namespace", controller.namespace.description, "--controller-name",
      controller.name.description,
    ])
    let folder = CertificatesFolder.ofOneMesh.issued
    let issued = delivery?.chain.first?.folder ?? cluster.location.description
    let name = delivery?.issuedFile(for: file) ?? file
    return Command(["sh", "-c", "\(seal.shellLine) --from-file=\"\(folder)/\(issued)/\(name)\""])
  }

  private var sealedSecret: Resource {
    let authority = topology.certificateAuthority
    let values = authority.secretFiles.map { file in
      YAMLValue.Entry(
        file,
        .string(
          authority.sealed[cluster.name]?.values[file]?.value.description ?? "${\(sealedName(of: file))}"))
    }
    return Resource(
      "bitnami.com/v1alpha1", "SealedSecret", "cacerts", in: system,
      [
        "spec": [
          "encryptedData": .mapping(values),
          "template": ["metadata": ["name": "cacerts", "namespace": "\(system)"], "type": "Opaque"],
        ]
      ])
  }

  func sealedCertificatesStep(_ delivery: CertificatePlan.Delivery?) -> Step {
    Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, sealed for this cluster",
      .apply([sealedSecret]), after: beforeCertificates,
      gates: [
        Gate(
          "the Secret `cacerts` is unsealed",
          kubectl("wait", "--for=condition=Synced", "sealedsecrets.bitnami.com/cacerts", "--timeout=2m"),
          object: Gate.ObjectReference("v1", "Secret", "cacerts", in: system))
      ], uses: sealedBindings(delivery).map(\.name))
  }
}
