internal import SwiftASN1

/// A certificate that X509 refuses to read, as far as it shows why (RFC 5280, section 4.1).
struct UnreadableCertificate {
  /// The hash that it is signed with, where nobody should use it.
  let outdatedHash: String?
  /// Whether its serial number is below zero, which Go refuses, too.
  let hasNegativeSerialNumber: Bool
  /// Its key, where that is an RSA key too short for today's libraries.
  let shortKey: String?

  /// `nil` where the bytes are no certificate at all.
  init?(_ bytes: [UInt8]) {
    guard let root = try? DER.parse(bytes), let parts = children(root), parts.count == 3,
      let name = children(parts[1])?.first, let algorithm = try? ASN1ObjectIdentifier(derEncoded: name),
      var fields = children(parts[0])
    else { return nil }
    if fields.first?.identifier.tagClass == .contextSpecific { fields.removeFirst() }
    guard fields.count >= 6, case .primitive(let serial) = fields[0].content else { return nil }
    outdatedHash = CertificateVerification.outdatedHash(algorithm)
    hasNegativeSerialNumber = serial.first.map { $0 >= 0x80 } ?? false
    let key = keyDescription(Array(fields[5].encodedBytes))
    shortKey = key.hasPrefix("RSA ") && (Int(key.dropFirst(4)) ?? 2048) < 2048 ? key : nil
  }
}

/// The hash of a signature algorithm that X509 does not know, because nobody should use it (RFC 3279, section 2.2).
func outdatedHash(_ algorithm: ASN1ObjectIdentifier) -> String? {
  switch algorithm {
  case [1, 2, 840, 113549, 1, 1, 2]: "MD2"
  case [1, 2, 840, 113549, 1, 1, 4]: "MD5"
  case [1, 2, 840, 113549, 1, 1, 5], [1, 2, 840, 10045, 4, 1], [1, 2, 840, 10040, 4, 3]: "SHA-1"
  default: nil
  }
}
