/// Certificates in PEM form, in Base64 as a kubeconfig has them.
package struct CertificateData: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "what a kubeconfig has as `certificate-authority-data`: a PEM certificate in Base64, on one line"
    if text.hasPrefix("-----BEGIN") { throw Misfit("is not in Base64", expected: expected) }
    // The Base64 of `-----BEGIN CERTIFICATE-----`, up to its last whole three bytes.
    guard text.hasPrefix("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"), Base64.isWhole(text.utf8) else {
      throw Misfit("is no certificate", expected: expected)
    }
    description = text
  }
}
