import CertificateVerification
import Diagnostics
import Foundation
import Testing

/// A plan is believed only as far as it agrees with its schema and with itself.
struct PlanTests {
  private static let goldens: [URL] = {
    let root = IssuedExample.repository.appending(path: "golden")
    let paths = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    return (paths ?? []).filter { $0.lastPathComponent == "plan.json" && $0.path.contains("/certificates/") }
  }()

  private func problem(of bytes: Data) -> String? {
    do throws(CertificateVerifier.Unreadable) {
      _ = try CertificateVerifier(plan: SourceText(name: "plan.json", bytes: Array(bytes)))
      return nil
    } catch {
      return error.findings.first?.message
    }
  }

  @Test func `reads every plan that there is`() throws {
    #expect(Self.goldens.count > 50)
    for golden in Self.goldens { #expect(problem(of: try Data(contentsOf: golden)) == nil, "\(golden.path)") }
  }

  /// Each value of a plan, by its path.
  private static func paths(in value: Any, _ path: [PathStep] = []) -> [[PathStep]] {
    let below: [[PathStep]]
    switch value {
    case let mapping as [String: Any]:
      below = mapping.sorted { $0.key < $1.key }.flatMap { paths(in: $0.value, path + [.key($0.key)]) }
    case let list as [Any]:
      below = list.enumerated().flatMap { paths(in: $0.element, path + [.index($0.offset)]) }
    default: below = []
    }
    return path.isEmpty ? below : [path] + below
  }

  private enum PathStep: CustomStringConvertible {
    case key(String), index(Int)
    var description: String {
      switch self {
      case .key(let key): key
      case .index: "#"
      }
    }
  }

  /// The value with another one at the end of a path; without one, that is gone.
  private static func changed(_ value: Any, _ path: ArraySlice<PathStep>, _ change: (Any) -> Any?) -> Any? {
    guard let step = path.first else { return change(value) }
    switch (step, value) {
    case (.key(let key), var mapping as [String: Any]):
      mapping[key] = mapping[key].flatMap { changed($0, path.dropFirst(), change) }
      return mapping
    case (.index(let index), var list as [Any]):
      let new = changed(list[index], path.dropFirst(), change)
      list.replaceSubrange(index...index, with: new.map { [$0] } ?? [])
      return list
    default: return value
    }
  }

  @Test(arguments: ["revocation", "rotation", "multi-primary-cert-manager", "multi-primary-external-secrets"])
  func `refuses a plan that lacks anything, or has something of another kind`(golden: String) throws {
    let file = IssuedExample.certificates(of: golden).appending(path: "plan.json")
    let plan = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    // What is only there in some plans, and what nothing is compared with, may go.
    let optional = ["generated", "via", "findings.#", "trustBundles.#.consumers.#", "authorities.#.subject.#"]
    var seen: Set<String> = []
    for path in Self.paths(in: plan) {
      let name = path.map(\.description).joined(separator: ".")
      guard seen.insert(name).inserted else { continue }
      if !optional.contains(where: name.contains), !name.contains("nameConstraints.") {
        let without = try JSONSerialization.data(
          withJSONObject: try #require(Self.changed(plan, path[...]) { _ in nil }))
        let isSet = name.hasSuffix("bits.#") || name.hasSuffix(".dns.#") || name.hasSuffix(".uri.#")
        if !isSet { #expect(problem(of: without) != nil, "without \(name)") }
      }
      let other = try #require(Self.changed(plan, path[...]) { $0 is [String: Any] ? [1] : ["of another": "kind"] })
      #expect(problem(of: try JSONSerialization.data(withJSONObject: other)) != nil, "\(name) of another kind")
    }
  }

  @Test(arguments: [
    ("\"mesh\": \"mesh1\"", "\"mesh\": \"mesh1\\n\"", "name of its kind"),
    ("\"kind\": \"CertificatePlan\",", "\"kind\": \"CertificatePlan\", \"x\": 1,", "`x` is no key"),
    ("[\"root/root-cert.pem\"]", "[\"../root-cert.pem\"]", "`root-cert` is not as it follows"),
    ("[\"root/root-key.pem\"]", "[\"../root-key.pem\"]", "folder"),
    ("\"id\": \"root-cert\"", "\"id\": \"root-cart\"", "no authority has an act"),
    ("\"crlsOf\": [\"cluster-east\", \"issuing\",", "\"crlsOf\": [\"cluster-east\",", "follows from the authorities"),
    ("\"via\": \"cacerts/root-cert.pem\"", "\"via\": \"cacerts/ca.crt\"", "consumers"),
    ("\"lifetimeDays\": 365", "\"lifetimeDays\": 366", "signingPeriodDays"),
    ("\"tier\": 1", "\"tier\": 2", "`tier`"),
    ("\"issuer\": \"issuing\"", "\"issuer\": \"cluster-west\"", "issuer"),
  ])
  func `says where a plan contradicts itself`(text: String, other: String, words: String) throws {
    let file = IssuedExample.certificates(of: "revocation").appending(path: "plan.json")
    let plan = try String(contentsOf: file, encoding: .utf8)
    let range = try #require(plan.range(of: text))
    let said = try #require(problem(of: Data(plan.replacingCharacters(in: range, with: other).utf8)))
    #expect(said.contains(words), "\(said)")
  }

  /// Not every bit, for the sake of time: a different one in each of the bytes that are taken.
  @Test func `notices a bit that is turned over, wherever it is`() throws {
    let example = try IssuedExample()
    let verifier = try CertificateVerifier(plan: example.plan)
    let files = try example.files()
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      for index in stride(from: name.utf8.count % 41, to: bytes.count, by: 41) {
        var changed = files
        changed[name]?[index] ^= 1 << UInt8(index % 8)
        #expect(verifier.verify(changed).hasErrors, "\(name), bit \(index % 8) of byte \(index)")
      }
    }
  }
}
