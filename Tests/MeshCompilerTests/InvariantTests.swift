import Foundation
import Testing

/// What ARCHITECTURE.md promises of the sources and no compiler flag checks.
struct InvariantTests {
  /// The lines of all sources in which a pattern occurs outside of comments, as `path: line`.
  private func lines(matching pattern: String, in folder: String = "Sources") throws -> [String] {
    let expression = try Regex(pattern)
    let sources = try Repository.files(below: Repository.root.appending(path: folder))
    return sources.filter { $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }.flatMap { path, data in
      String(decoding: data, as: UTF8.self).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        .filter { !$0.hasPrefix("//") && $0.contains(expression) }.map { "\(path): \($0)" }
    }
  }

  @Test func `handles pointers in two files, one for libyaml and one for the disk`() throws {
    let files = Set(try lines(matching: #"\bunsafe\b|Unsafe[A-Z]"#).compactMap { $0.split(separator: ":").first })
    #expect(files == ["Text/FileTrees/SystemCalls.swift", "Text/YAMLReading/EventReader.swift"])
  }

  @Test func `imports Foundation nowhere`() throws {
    #expect(try lines(matching: #"^(\w+ )?import Foundation"#) == [])
  }

  @Test func `has no classes, no globals that change, nothing that can crash on purpose`() throws {
    #expect(try lines(matching: #"^(package |public |final |private |fileprivate |internal )*(class|actor) "#) == [])
    #expect(
      try lines(matching: #"try!|\bas!|fatalError|preconditionFailure|nonisolated\(unsafe\)|static var .*= "#) == [])
  }

  @Test func `asks for the time, for chance and for the environment nowhere in the core`() throws {
    let asking =
      #"\b(Date|ContinuousClock|SuspendingClock|SystemRandomNumberGenerator|ProcessInfo|getenv|random|shuffled)\b"#
    let found = try lines(matching: asking).filter { !$0.hasPrefix("Text/FileTrees/SystemCalls.swift") }
    #expect(found == [])
  }

  @Test func `touches the system only where the disk and the terminal are`() throws {
    let files = try lines(matching: #"import (Glibc|Darwin|Musl|System)"#).compactMap { $0.split(separator: ":").first }
    #expect(Set(files).isSubset(of: ["Text/FileTrees/SystemCalls.swift"]))
  }

  @Test func `keeps cryptography out of the compiler`() throws {
    let importing = { (pattern: String) in
      Set(try lines(matching: pattern).map { $0.split(separator: "/")[1] })
    }
    #expect(try importing(#"import (X509|SwiftASN1|Crypto|_?CryptoExtras)$"#) == ["CertificateVerification"])
    #expect(try importing(#"import CertificateVerification$"#) == ["meshgen-certs"])
  }

  @Test func `keeps the dialects apart`() throws {
    #expect(Repository.modules(of: "Systems").contains { $0.hasSuffix("Dialect") })
    #expect(try lines(matching: #"import \w+Dialect$"#, in: "Sources/Systems") == [])
  }

  @Test func `imports from a module's own storey and from those below`() throws {
    let storeys = ["Text", "Language", "Certificates", "Planning", "Systems", "Proof", "Compiler", "Programs"]
    #expect(Set(Repository.names(in: Repository.root.appending(path: "Sources"))) == Set(storeys))
    for (floor, storey) in storeys.enumerated() {
      let above = storeys[(floor + 1)...].flatMap(Repository.modules(of:)).joined(separator: "|")
      guard !above.isEmpty else { continue }
      #expect(try lines(matching: "import (\(above))$", in: "Sources/\(storey)") == [])
    }
  }
}
