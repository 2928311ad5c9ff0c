/// Certificates in PEM form, in Base64 as a kubeconfig has them.
package struct CertificateData: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "what a kubeconfig has as `certificate-authority-data`: a PEM certificate in Base64, on one line"
    if text.hasPrefix("-----BEGIN") { throw Misfit("is not in Base64", expected: expected) }
    // The Base64 of `-----BEGIN CERTIFICATE-----`, up to its last whole three bytes.
    guard text.hasPrefix("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"), text.utf8.count % 4 == 0, Self.isBase64(text) else {
      throw Misfit("is no certificate", expected: expected)
    }
    description = text
  }

  private static func isBase64(_ text: String) -> Bool {
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "=") }
    return text.utf8.count - digits.count <= 2
      && digits.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 43 || $0 == 47
      }
  }
}
