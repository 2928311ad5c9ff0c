/// Which extensions certificates carry.
package enum CertificateProfile: String, Choice {
  /// As Istio's own scripts make them (istio/istio, tools/certs/common.mk).
  case istioSample = "istio-sample"
  /// What a security review asks for: path lengths that bound every tier, and nothing but signing as key usage.
  case strict
}
