internal import Diagnostics
internal import MeshNames
internal import YAMLReading

/// The kind of key that an authority signs with.
package enum KeyAlgorithm: Equatable, Sendable {
  case rsa(bits: Int)
  case ecdsa(Curve)

  /// The key as people name it: `RSA 4096`, `ECDSA P-384`.
  package var inWords: String {
    switch self {
    case .rsa(let bits): "RSA \(bits)"
    case .ecdsa(let curve): "ECDSA \(curve.rawValue)"
    }
  }

  package enum Curve: String, CaseIterable, Sendable {
    case p256 = "P-256"
    case p384 = "P-384"
  }
}

extension MappingReader {
  /// Reads `key: {algorithm: RSA, size: 4096}` or `key: {algorithm: ECDSA, curve: P384}`.
  mutating func readKey() -> Located<KeyAlgorithm>? {
    guard let entry = mapping.entries.first(where: { $0.key.text == "key" }) else {
      return optional("key") { _ in nil }
    }
    if case .scalar(let scalar) = entry.value, !entry.value.isNull {
      _ = self.entry("key")
      let meant = KeyAlgorithm.example(meantBy: scalar.text)
      log.report(
        .wrongKind(path(to: "key"), wanted: "a mapping", found: entry.value, help: "`key: \(meant)`, say", fix: meant))
      return nil
    }
    let key: KeyAlgorithm? = optional("key") { fields in
      let family: Located<KeyFamily>? = fields.required("algorithm", help: "RSA or ECDSA")
      guard let family else {
        // Of which family of keys they are is not known, so nobody can tell which of them belong here.
        _ = (fields.entry("size"), fields.entry("curve"))
        return nil
      }
      return fields.readKey(of: family.value)
    }
    return key.map { Located($0, at: entry.value.range) }
  }

  private mutating func readKey(of family: KeyFamily) -> KeyAlgorithm? {
    switch family {
    case .rsa:
      let size: Located<KeySize>? = required("size", help: "2048, 3072 or 4096")
      return size.map { .rsa(bits: $0.value.bits) }
    case .ecdsa:
      let curve: Located<CurveName>? = required("curve", help: "P256 or P384")
      return curve.map { .ecdsa($0.value.curve) }
    }
  }
}

extension KeyAlgorithm {
  /// The key as the language has it that somebody means by `rsa4096` or `ec-p384`.
  fileprivate static func example(meantBy text: String) -> String {
    let size = ["2048", "3072"].first(where: text.contains) ?? "4096"
    let isCurve = text.lowercased().hasPrefix("e") || text.contains("256") || text.contains("384")
    guard isCurve else { return "{algorithm: RSA, size: \(size)}" }
    return "{algorithm: ECDSA, curve: \(text.contains("256") ? "P256" : "P384")}"
  }
}

private enum KeyFamily: String, Choice {
  case rsa = "RSA"
  case ecdsa = "ECDSA"
}

/// The length of an RSA key, in bits.
private struct KeySize: TextValue {
  let bits: Int
  var description: String { String(bits) }

  init(parsing text: String) throws(Misfit) {
    guard let bits = Int(text), [2048, 3072, 4096].contains(bits) else {
      throw Misfit("is no size for a key that is in use for years", expected: "2048, 3072 or 4096 bits")
    }
    self.bits = bits
  }
}

/// A curve by its name in FIPS 186-4, with or without the hyphen.
private struct CurveName: TextValue {
  let curve: KeyAlgorithm.Curve
  var description: String { curve.rawValue }

  init(parsing text: String) throws(Misfit) {
    let known = KeyAlgorithm.Curve.allCases
    let digits = { (name: String) in String(name.filter { $0 != "-" }) }
    guard let curve = known.first(where: { digits($0.rawValue) == digits(text) }) else {
      throw Misfit("is no curve that all tools can sign with", expected: "P256 or P384")
    }
    self.curve = curve
  }
}
