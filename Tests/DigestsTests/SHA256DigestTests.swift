import Digests
import Testing

/// The digest of a text, in hexadecimal digits.
private func digest(_ text: String) -> String { SHA256Digest(of: Array(text.utf8)).description }

@Suite struct SHA256DigestTests {
  /// The examples of FIPS 180-4 that NIST publishes: no block, one, two, and a message whose length needs a block more.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `is what NIST says it is`(text: String, expected: String) {
    #expect(digest(text) == expected)
  }

  @Test func `is what NIST says it is for a million letters`() {
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(digest(String(repeating: "a", count: 1_000_000)) == expected)
  }

  /// The digest of the digests' texts of the messages 0, 0 1, 0 1 2, … was made by Python's hashlib.
  @Test func `is what hashlib says for every length up to two hundred`() {
    let digests = (0...200).map { SHA256Digest(of: (0..<$0).map(UInt8.init)).description }
    #expect(
      digest(digests.joined(separator: "\n")) == "96cf2e50e19f307f65e27febfa2cadcf914b4262c1da37af2d0f4d94eb6383ce"
    )
  }

  @Test(arguments: ["", "abc", "meshgen"])
  func `is read back from its text, in small letters or capitals`(text: String) {
    let digest = SHA256Digest(of: Array(text.utf8))
    #expect(SHA256Digest(hexadecimal: digest.description) == digest)
    #expect(SHA256Digest(hexadecimal: digest.description.uppercased()) == digest)
  }

  @Test(arguments: [
    "", "ba78", String(repeating: "0", count: 63), String(repeating: "0", count: 65), String(repeating: "g", count: 64),
    String(repeating: "é", count: 32), String(repeating: " ", count: 64), "-" + String(repeating: "1", count: 63),
  ])
  func `is not read from anything but sixty-four digits`(text: String) {
    #expect(SHA256Digest(hexadecimal: text) == nil)
  }
}
