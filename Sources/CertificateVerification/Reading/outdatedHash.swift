internal import SwiftASN1

/// The hash of a signature algorithm that X509 does not know, because nobody should use it (RFC 3279, section 2.2).
func outdatedHash(_ algorithm: ASN1ObjectIdentifier) -> String? {
  switch algorithm {
  case [1, 2, 840, 113549, 1, 1, 2]: "MD2"
  case [1, 2, 840, 113549, 1, 1, 4]: "MD5"
  case [1, 2, 840, 113549, 1, 1, 5], [1, 2, 840, 10045, 4, 1], [1, 2, 840, 10040, 4, 3]: "SHA-1"
  default: nil
  }
}

/// The outdated hash that a certificate is signed with; `nil` for any other certificate, and for what is none.
func outdatedHash(ofCertificate bytes: [UInt8]) -> String? {
  guard let root = try? DER.parse(bytes), let parts = children(root), parts.count == 3,
    let name = children(parts[1])?.first, let algorithm = try? ASN1ObjectIdentifier(derEncoded: name)
  else { return nil }
  return outdatedHash(algorithm)
}
