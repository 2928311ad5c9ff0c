internal import SwiftASN1

extension IssuedCertificate {
  var keyDescription: String { CertificateVerification.keyDescription(publicKeyInfo) }
}

/// Algorithm and size of a key in the plan's words: `RSA 4096`, `ECDSA P-256`; its object identifier otherwise.
func keyDescription(_ publicKeyInfo: [UInt8]) -> String {
  guard let root = try? DER.parse(publicKeyInfo), let parts = children(root), parts.count == 2,
    let algorithm = children(parts[0]),
    let name = algorithm.first.flatMap({ try? ASN1ObjectIdentifier(derEncoded: $0) })
  else { return "unknown" }
  switch name {
  case [1, 2, 840, 113549, 1, 1, 1]: return rsaSize(parts[1]).map { "RSA \($0)" } ?? "RSA"
  case [1, 2, 840, 10045, 2, 1]: return "ECDSA \(curve(algorithm))"
  case [1, 3, 101, 112]: return "Ed25519"
  default: return "\(name)"
  }
}

/// The bits of the modulus (RFC 8017, appendix A.1.1).
private func rsaSize(_ node: ASN1Node) -> Int? {
  guard let bits = try? ASN1BitString(derEncoded: node), let key = try? DER.parse(bits.bytes),
    let modulus = children(key)?.first, case .primitive(let bytes) = modulus.content
  else { return nil }
  let digits = bytes.drop { $0 == 0 }
  return digits.first.map { digits.count * 8 - $0.leadingZeroBitCount }
}

/// The name of the curve (RFC 5480, section 2.1.1.1).
private func curve(_ algorithm: [ASN1Node]) -> String {
  guard algorithm.count == 2, let name = try? ASN1ObjectIdentifier(derEncoded: algorithm[1]) else { return "unknown" }
  let curves: [ASN1ObjectIdentifier: String] = [
    [1, 2, 840, 10045, 3, 1, 7]: "P-256", [1, 3, 132, 0, 34]: "P-384", [1, 3, 132, 0, 35]: "P-521",
  ]
  return curves[name] ?? "\(name)"
}
