/// A value as `kubeseal --raw` prints it: Base64 of a session key, sealed with RSA, and of what that has encrypted.
package struct SealedValue: TextValue {
  package let description: String

  /// Sealed Secrets, pkg/crypto/crypto.go, HybridEncrypt: two bytes for the sealed key's length, the key, and AES-GCM
  /// with a tag of 16 bytes.
  package init(parsing text: String) throws(Misfit) {
    let expected = "what `kubeseal --raw` prints: Base64, on one line"
    guard Base64.isWhole(text.utf8) else { throw Misfit("is not in Base64", expected: expected) }
    let bytes = Base64.decoded(text.utf8)
    let length = bytes.count < 2 ? 0 : Int(bytes[0]) << 8 | Int(bytes[1])
    guard (256...1024).contains(length), bytes.count > length + 18 else {
      throw Misfit("is not sealed", expected: expected)
    }
    description = text
  }
}
