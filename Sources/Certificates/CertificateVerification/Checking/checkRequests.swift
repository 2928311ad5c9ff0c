internal import CertificateFindings
internal import Diagnostics
internal import SwiftASN1
internal import X509

/// The requests that lie beside their certificates: signed with the key that became the certificate's.
func checkRequests(_ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles) -> [CertificateFinding] {
  hierarchy.authorities.compactMap { planned in
    guard let name = planned.requestFile, let file = files.requests[name] else { return nil }
    // certtool's label has `NEW` before it, which RFC 7468, section 7, allows.
    let block = file.blocks.first { $0.label == "CERTIFICATE REQUEST" || $0.label == "NEW CERTIFICATE REQUEST" }
    guard let block, let bytes = block.bytes, let request = try? CertificateSigningRequest(derEncoded: bytes) else {
      return CertificateFinding(.wrongRequest, "`\(name)` holds no request that can be read", at: .issued(name))
    }
    if let line = file.strayLine ?? file.blocks.dropFirst().first?.line {
      return CertificateFinding(
        .wrongRequest, "`\(name)` holds something besides one request", at: .issued(name, line: line),
        help: "leave the request alone in the file")
    }
    let place = CertificateFinding.Place.issued(name, line: block.line, "key")
    guard request.publicKey.isValidSignature(request.signature, for: request) else {
      return CertificateFinding(
        .wrongRequest, "the request of `\(planned.id)` is not signed with the key that it asks for", at: place,
        help: "have its owner make it anew")
    }
    guard let pair = pairs[planned.id], request.publicKey != pair.issued.certificate.publicKey else { return nil }
    return CertificateFinding(
      .wrongRequest, "the request of `\(planned.id)` has another key than its certificate", at: place,
      notes: [.init(.of(pair.issued, "key"), "the certificate")], help: "sign the request that lies here")
  }
}
