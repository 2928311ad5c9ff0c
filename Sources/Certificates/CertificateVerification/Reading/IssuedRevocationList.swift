internal import SwiftASN1
internal import X509

/// A certificate revocation list as it was issued (RFC 5280, section 5.1), with the place of its PEM block.
struct IssuedRevocationList: Sendable {
  let file: String
  let line: Int
  let bytes: [UInt8]
  let issuer: DistinguishedName
  let thisUpdate: Moment
  let nextUpdate: Moment?
  /// The serial numbers of what is revoked, in hexadecimal.
  let revoked: [String]
  let extensions: [Certificate.Extension]
  let signatureHash: String
  private let signed: [UInt8]
  private let signature: [UInt8]
  private let algorithm: Certificate.SignatureAlgorithm?

  /// The list of a block; `nil` where it is none.
  init?(_ block: PEMFile.Block, in file: String) {
    guard block.label == "X509 CRL", let bytes = block.bytes, let root = try? DER.parse(bytes),
      let parts = children(root), parts.count == 3, var fields = children(parts[0]).map({ $0[...] })
    else { return nil }
    if fields.first?.identifier == .integer { fields.removeFirst() }
    guard fields.count >= 3, let inner = fields.popFirst(), inner.encodedBytes == parts[1].encodedBytes,
      let name = fields.popFirst(), let issuer = try? DistinguishedName(derEncoded: name),
      let start = fields.popFirst(), let thisUpdate = Moment(start),
      let name = children(inner)?.first, let algorithm = try? ASN1ObjectIdentifier(derEncoded: name),
      let signature = try? ASN1BitString(derEncoded: parts[2])
    else { return nil }
    nextUpdate = fields.first.flatMap { Moment($0) }
    if nextUpdate != nil { fields.removeFirst() }
    var revoked: [String] = []
    if let list = fields.first, list.identifier == .sequence {
      guard let serials = serialNumbers(list) else { return nil }
      revoked = serials
      fields.removeFirst()
    }
    guard let extensions = fields.isEmpty ? [] : listExtensions(fields.removeFirst()), fields.isEmpty else {
      return nil
    }
    (self.file, line, self.bytes, self.issuer, self.thisUpdate) = (file, block.line, bytes, issuer, thisUpdate)
    (self.revoked, self.extensions) = (revoked, extensions)
    (signed, self.signature) = (Array(parts[0].encodedBytes), Array(signature.bytes))
    let known = knownAlgorithms.first { $0.name == algorithm }
    (self.algorithm, signatureHash) = (known?.algorithm, known?.hash ?? outdatedHash(algorithm) ?? "\(algorithm)")
  }

  /// Whether an authority has signed it, by its name and with its key.
  func isIssued(by authority: IssuedCertificate) -> Bool {
    issuer == authority.certificate.subject && isSigned(by: authority)
  }

  /// What is signed with an algorithm that nobody verifies any more is refused for that.
  private func isSigned(by authority: IssuedCertificate) -> Bool {
    algorithm.map {
      authority.certificate.publicKey.isValidSignature(signature, for: signed, signatureAlgorithm: $0)
    } ?? true
  }

  func `extension`(_ name: ASN1ObjectIdentifier) -> Certificate.Extension? { extensions.first { $0.oid == name } }
}

/// What is revoked: serial numbers, each with a date and perhaps a reason.
private func serialNumbers(_ list: ASN1Node) -> [String]? {
  guard let entries = children(list) else { return nil }
  let serials = entries.compactMap { entry -> String? in
    guard let number = children(entry)?.first, let bytes = try? ArraySlice<UInt8>(derEncoded: number) else {
      return nil
    }
    return hexadecimal(bytes.drop { $0 == 0 })
  }
  return serials.count == entries.count ? serials : nil
}

/// The extensions, which have a tag of their own.
private func listExtensions(_ node: ASN1Node) -> [Certificate.Extension]? {
  guard let list = children(node)?.first, let entries = children(list) else { return nil }
  let extensions = entries.compactMap { entry -> Certificate.Extension? in
    guard let fields = children(entry), let first = fields.first, let last = fields.last,
      let name = try? ASN1ObjectIdentifier(derEncoded: first), let value = try? ASN1OctetString(derEncoded: last)
    else { return nil }
    let critical = fields.count == 3 && (try? Bool(derEncoded: fields[1])) == true
    return Certificate.Extension(oid: name, critical: critical, value: value.bytes)
  }
  return extensions.count == entries.count ? extensions : nil
}

/// RFC 5758 and RFC 4055.
private let knownAlgorithms: [(name: ASN1ObjectIdentifier, algorithm: Certificate.SignatureAlgorithm, hash: String)] = [
  ([1, 2, 840, 10045, 4, 3, 2], .ecdsaWithSHA256, "SHA-256"),
  ([1, 2, 840, 10045, 4, 3, 3], .ecdsaWithSHA384, "SHA-384"),
  ([1, 2, 840, 10045, 4, 3, 4], .ecdsaWithSHA512, "SHA-512"),
  ([1, 2, 840, 113549, 1, 1, 11], .sha256WithRSAEncryption, "SHA-256"),
  ([1, 2, 840, 113549, 1, 1, 12], .sha384WithRSAEncryption, "SHA-384"),
  ([1, 2, 840, 113549, 1, 1, 13], .sha512WithRSAEncryption, "SHA-512"),
  ([1, 2, 840, 113549, 1, 1, 5], .sha1WithRSAEncryption, "SHA-1"),
]
