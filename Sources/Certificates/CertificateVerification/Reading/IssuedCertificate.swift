internal import Digests
internal import SwiftASN1
internal import X509

/// A certificate as it was issued, with the place of its PEM block.
struct IssuedCertificate: Sendable {
  let file: String
  let line: Int
  let certificate: Certificate
  let bytes: [UInt8]
  let notBefore: Moment
  let notAfter: Moment
  /// The subject public key info, key and algorithm, as it is in the certificate.
  let publicKeyInfo: [UInt8]

  /// The certificate of a block; `nil` where it is none.
  init?(_ block: PEMFile.Block, in file: String) {
    guard block.label == "CERTIFICATE", let bytes = block.bytes,
      let certificate = try? Certificate(derEncoded: bytes), let fields = toBeSigned(certificate)
    else { return nil }
    self.file = file
    self.line = block.line
    self.certificate = certificate
    self.bytes = bytes
    guard let validity = children(fields.validity), validity.count == 2, let notBefore = Moment(validity[0]),
      let notAfter = Moment(validity[1])
    else { return nil }
    self.notBefore = notBefore
    self.notAfter = notAfter
    publicKeyInfo = Array(fields.publicKeyInfo.encodedBytes)
  }

  var fingerprint: String { SHA256Digest(of: bytes).description }
  var keyFingerprint: String { SHA256Digest(of: publicKeyInfo).description }
  var serialNumber: String { hexadecimal(certificate.serialNumber.bytes) }
}

extension IssuedCertificate: Equatable {
  static func == (left: IssuedCertificate, right: IssuedCertificate) -> Bool { left.bytes == right.bytes }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The parts of a constructed value.
func children(_ node: ASN1Node) -> [ASN1Node]? {
  guard case .constructed(let nodes) = node.content else { return nil }
  return Array(nodes)
}

/// Validity and key, whose bytes X509 does not hand out (RFC 5280, section 4.1).
private func toBeSigned(_ certificate: Certificate) -> (validity: ASN1Node, publicKeyInfo: ASN1Node)? {
  guard let root = try? DER.parse(certificate.tbsCertificateBytes), let fields = children(root) else { return nil }
  // The version, which has a tag of its own, may be left out.
  let first = fields.first?.identifier.tagClass == .contextSpecific ? 1 : 0
  guard fields.count >= first + 6 else { return nil }
  return (fields[first + 3], fields[first + 5])
}
