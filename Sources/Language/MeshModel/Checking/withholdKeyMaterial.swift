package import Diagnostics
internal import MeshNames

/// Finds the private keys in a text, and the passwords in its URLs, withholds them from everything that is shown, and
/// reports each.
///
/// It looks at the bytes and not at the tree, so a comment, a broken document or a key of a mapping hides nothing.
package func withholdKeyMaterial(in source: inout SourceText, into log: inout FindingLog) {
  let keys = (pemKeys(in: source.bytes) + encodedKeys(in: source.bytes)).map { (range: $0, isKey: true) }
  let passwords = passwords(in: source.bytes).map { (range: $0, isKey: false) }
  for secret in (keys + passwords).sorted(by: { $0.range.start < $1.range.start }) {
    source.withhold(secret.range)
    log.report(.keyMaterial(at: secret.range, isKey: secret.isKey))
  }
}

/// What stands for the user in URLs that have a password: `https://USER:PASSWORD@HOST` (RFC 3986, section 3.2.1).
private func passwords(in bytes: [UInt8]) -> [SourceRange] {
  let scheme = Array("://".utf8)
  var found: [SourceRange] = []
  var offset = 0
  while let start = firstOffset(of: scheme, in: bytes, from: offset) {
    offset = start + scheme.count
    let end = bytes[offset...].firstIndex { $0 <= 0x20 || "/\"'?#,{}[]".utf8.contains($0) } ?? bytes.count
    guard let at = bytes[offset..<end].lastIndex(of: UInt8(ascii: "@")),
      bytes[offset..<at].contains(UInt8(ascii: ":"))
    else { continue }
    found.append(SourceRange(offset, at))
  }
  return found
}

/// The stretches from `-----BEGIN … PRIVATE KEY` to its end marker, or to the end of the text where that is missing.
private func pemKeys(in bytes: [UInt8]) -> [SourceRange] {
  let (begin, end) = (Array("-----BEGIN ".utf8), Array("-----END ".utf8))
  var found: [SourceRange] = []
  var offset = 0
  while let start = firstOffset(of: begin, in: bytes, from: offset) {
    offset = start + begin.count
    let label = bytes[offset..<min(offset + 64, bytes.count)].prefix { $0 != UInt8(ascii: "-") }
    guard firstOffset(of: Array("PRIVATE KEY".utf8), in: Array(label), from: 0) != nil else { continue }
    let close = firstOffset(of: end, in: bytes, from: offset) ?? bytes.count
    offset = bytes[close...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    found.append(SourceRange(start, offset))
  }
  return found
}

/// The runs of Base64 that decode to the beginning of a PEM private key, as Secrets and kubeconfigs hold them.
private func encodedKeys(in bytes: [UInt8]) -> [SourceRange] {
  let begin = Array("LS0tLS1CRUdJTi".utf8)  // "-----BEGIN" in Base64
  var found: [SourceRange] = []
  var offset = 0
  while let start = firstOffset(of: begin, in: bytes, from: offset) {
    offset = start + (bytes[start...].firstIndex { Base64.value(of: $0) == nil && !isBlank($0) } ?? bytes.count) - start
    let head = Base64.decoded(bytes[start..<min(start + 96, offset)])
    if firstOffset(of: Array("PRIVATE KEY".utf8), in: head, from: 0) != nil { found.append(SourceRange(start, offset)) }
  }
  return found
}

private func firstOffset(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
  guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
  var offset = start
  while offset <= bytes.count - wanted.count {
    if bytes[offset] == first, bytes[offset..<(offset + wanted.count)].elementsEqual(wanted) { return offset }
    offset += 1
  }
  return nil
}

private func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
