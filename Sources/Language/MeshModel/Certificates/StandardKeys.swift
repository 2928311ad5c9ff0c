/// The keys that authorities have where the topology does not say which.
struct StandardKeys {
  let root: KeyAlgorithm
  let tier: KeyAlgorithm
  let cluster: KeyAlgorithm

  /// Strict hierarchies have keys on which all tools agree, P-384 above P-256: for RSA, each tool picks a hash of its own.
  ///
  /// Citadel, which signs up to 1.5, was made for RSA keys (istio/istio#11128), and asmcli takes no others.
  init(_ profile: CertificateProfile, needsRSA: Bool) {
    if profile == .istioSample || needsRSA {
      (root, tier, cluster) = (.rsa(bits: 4096), .rsa(bits: 4096), .rsa(bits: 4096))
    } else {
      (root, tier, cluster) = (.ecdsa(.p384), .ecdsa(.p384), .ecdsa(.p256))
    }
  }
}
