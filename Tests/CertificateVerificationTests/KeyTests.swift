import CertificateVerification
import Crypto
import Diagnostics
import Foundation
import Testing

/// What lies in the folder of issued files beside what is read.
struct KeyTests {
  private func findings(_ found: FoundFile...) throws -> [String] {
    let example = try IssuedExample()
    let verifier = try CertificateVerifier(plan: example.plan)
    return verifier.verify(try example.files(), among: found).findings.map { "\($0.code.name) \($0.place.file)" }
  }

  @Test func `has nothing to say of keys where they belong, and of files that nobody knows`() throws {
    try #expect(
      findings(
        FoundFile(path: "east/ca-key.pem", isOpen: false, holdsKey: true),
        FoundFile(path: "root/root-key.pem", isOpen: false, holdsKey: true),
        FoundFile(path: "notes.txt", isOpen: true, holdsKey: false)) == [])
  }

  @Test func `names a key that others may read, and one where none belongs`() throws {
    try #expect(
      findings(
        FoundFile(path: "east/ca-key.pem", isOpen: true, holdsKey: true),
        FoundFile(path: "east/root-key.pem", isOpen: false, holdsKey: true)) == [
          "MG591 east/ca-key.pem", "MG590 east/root-key.pem",
        ])
  }

  @Test func `knows keys in every form, and nothing else for one`() {
    let key = P256.Signing.PrivateKey()
    let json = "{\"key\": \"\(key.pemRepresentation.replacing("\n", with: "\\n"))\"}"
    for bytes in [Array(key.pemRepresentation.utf8), Array(json.utf8), Array(key.derRepresentation)] {
      #expect(FoundFile.holdsKey(bytes))
    }
    for bytes in [Array(key.publicKey.pemRepresentation.utf8), Array(key.publicKey.derRepresentation), [], [0x30]] {
      #expect(!FoundFile.holdsKey(bytes))
    }
  }
}
