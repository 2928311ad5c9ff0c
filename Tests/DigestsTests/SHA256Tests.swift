import Digests
import Foundation
import Testing

/// The hash against the vectors of NIST, and against another implementation.
struct SHA256Tests {
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
  func `hashes as NIST says`(text: String, digest: String) {
    #expect(SHA256Digest(of: Array(text.utf8)).description == digest)
  }

  @Test func `hashes a million letters`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256Digest(of: [UInt8](repeating: 0x61, count: 1_000_000)).description == digest)
  }

  @Test func `hashes every length around its blocks as sha256sum does`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = (0...200).map { length in [UInt8]((0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length) }) }
    for (length, text) in texts.enumerated() {
      try Data(text).write(to: folder.appending(path: String(length + 1000)))
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "cd \"$1\" && sha256sum *", "sh", folder.path(percentEncoded: false)]
    process.standardOutput = output
    try process.run()
    let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(
      separator: "\n")
    process.waitUntilExit()
    #expect(lines.map { String($0.prefix(64)) } == texts.map { SHA256Digest(of: $0).description })
  }

  @Test func `reads a digest back, and nothing else`() {
    let digest = SHA256Digest(of: [1, 2, 3])
    #expect(SHA256Digest(hexadecimal: digest.description) == digest)
    #expect(SHA256Digest(hexadecimal: digest.description.uppercased()) == digest)
    for text in ["", "abc", String(repeating: "g", count: 64), digest.description + "0"] {
      #expect(SHA256Digest(hexadecimal: text) == nil)
    }
  }
}
