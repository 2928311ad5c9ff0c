package import Diagnostics

// Keys that lie about.
extension FindingCode {
  /// A key where none is planned.
  package static let misplacedKey = FindingCode(
    590, "misplaced-key", .error,
    Explanation(
      meaning: "A file in the folder of issued files holds a private key, and no act of the ceremony makes one there.",
      harm: """
        Nobody guards a key that nobody knows of: it is copied along with what is public. It may be what is left of an \
        authority that was replaced, which can sign until its certificate ends. The key was not read.
        """,
      wrongCertificate: "east/copy.pem: a private key",
      rightCertificate: "east/ca-key.pem: the only key of east"))

  /// A key that others can read.
  package static let exposedKey = FindingCode(
    591, "exposed-key", .error,
    Explanation(
      meaning: "The file of a private key can be read by others than its owner.",
      harm: """
        Whoever has an account on the machine, or gets at a copy that keeps the permissions, can sign for every \
        identity of the trust domain. The scripts of the ceremony make keys that only their owner can read.
        """,
      wrongCertificate: "east/ca-key.pem: -rw-r--r--",
      rightCertificate: "east/ca-key.pem: -rw-------"))
}
