internal import Certificates
internal import MeshModel
internal import MeshNames
package import Planning

extension LegacyCluster {
  /// One ceremony for all clusters: the root is theirs in common.
  package static let ceremonyStep = Step.ceremony(.ofOneMesh)

  /// The four files have the names that Citadel is started with (istio/istio,
  /// install/kubernetes/helm/istio/charts/security/templates/deployment.yaml).
  ///
  /// The control plane reads them when it starts.
  package var certificatesStep: Step {
    let secret = kubectl("get", "secret", "cacerts")
    let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"].map { ($0, $0) }
    let script = cacertsScript(
      from: "\(CertificatesFolder.ofOneMesh.issued)/\(cluster.location)", files, isApplied: false
    ) { (arguments: String...) in Command(kubectl().words + arguments) }
    return Step(
      step(.trust), in: name, .trust, "Give \(signer) its intermediate CA, from the folder of issued certificates",
      .run([Command(["sh", "-c", script])]), after: [step(.namespaces), Self.ceremonyStep.id],
      gates: [Gate("the Secret `cacerts` exists", secret, timeout: 60)])
  }

  private var signer: String { version.isInstalledByHelm ? "Citadel" : "istiod" }
}
