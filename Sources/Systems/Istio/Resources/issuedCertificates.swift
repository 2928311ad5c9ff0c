internal import CertificateTools
internal import Certificates
internal import MeshModel
internal import MeshNames
internal import Planning

/// `cacerts` as cert-manager makes it: the key comes into being in the cluster, and never leaves it.
extension ClusterScope {
  /// cert-manager writes `tls.crt`, `tls.key` and `ca.crt`, which istiod takes in place of its own four names.
  func issuedCertificatesStep(by issuer: CertificateDelivery.IssuerReference, _ delivery: CertificatePlan.Delivery?)
    -> Step
  {
    let authority = delivery?.chain.first
    return Step(
      step(.trust), in: cluster.name, .trust, "Have cert-manager make istiod's intermediate CA",
      .apply(authority.map { [certManagerCertificate(of: $0, in: system, issuedBy: issuer)] } ?? []),
      after: beforeCertificates,
      gates: [
        Gate(
          "the Secret `cacerts` is signed",
          kubectl("wait", "--for=condition=Ready", "certificates.cert-manager.io/cacerts", "--timeout=5m"),
          timeout: 300)
      ])
  }
}
