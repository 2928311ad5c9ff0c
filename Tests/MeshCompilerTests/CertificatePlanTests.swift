internal import Certificates
import Diagnostics
internal import FileTrees
import Foundation
import MeshCompiler
import Planning
import Testing
import YAMLWriting

/// The plan as a document, and the page beside it.
struct CertificatePlanTests {
  private static let schemaFile = Repository.root.appending(path: "schemas/certificate-plan.schema.json")

  @Test func `keeps the schema of the plan among the schemas`() throws {
    let schema = Data(CertificatePlan.schema.json.utf8)
    if Repository.accepts { try schema.write(to: Self.schemaFile) }
    #expect(try Data(contentsOf: Self.schemaFile) == schema)
  }

  @Test func `writes plans that are what the schema says`() throws {
    let schema = try #require(JSONSchema(try Data(contentsOf: Self.schemaFile)))
    var count = 0
    for topology in Repository.compiling {
      let source = SourceText(name: "topology.yaml", bytes: try topology.bytes)
      for plan in compile(source).plan?.certificates ?? [] {
        let document = try JSONSerialization.jsonObject(with: Data(plan.document.json.utf8))
        #expect(schema.problems(with: document) == [], "\(topology)")
        count += 1
      }
    }
    #expect(count > 5)
  }

  @Test(
    arguments: [
      ("/authorities/0/keyUsage/bits", ["cRLSign"]), ("/authorities/0/extendedKeyUsage", ["serverAuth"]),
      ("/authorities/0/lifetimeDays", "365"), ("/profile", "lax"), ("/version", 2),
      ("/authorities/1/basicConstraints/ca", false), ("/authorities/0/notAfter", "2036-01-01"),
      ("/deliveries/0/files", ["ca-key.pem": "x"]), ("/authorities/0/subject", [["CN": ""]]),
    ] as [(String, any Sendable)])
  func `has a schema that refuses what is no plan`(path: String, value: any Sendable) throws {
    let schema = try #require(JSONSchema(try Data(contentsOf: Self.schemaFile)))
    let golden = Repository.root.appending(path: "golden/sail/three-tiers/certificates/plan.json")
    let plan = try JSONSerialization.jsonObject(with: try Data(contentsOf: golden))
    #expect(schema.problems(with: plan) == [])
    let changed = replaced(plan, path.split(separator: "/").map(String.init)[...], by: value)
    #expect(schema.problems(with: changed).contains { $0.hasPrefix(path) }, "\(schema.problems(with: changed))")
  }

  private func replaced(_ document: Any, _ path: ArraySlice<String>, by value: Any) -> Any {
    guard let key = path.first else { return value }
    if var array = document as? [Any], let index = Int(key) {
      array[index] = replaced(array[index], path.dropFirst(), by: value)
      return array
    }
    var object = document as? [String: Any] ?? [:]
    object[key] = replaced(object[key] ?? NSNull(), path.dropFirst(), by: value)
    return object
  }

  @Test func `shows text from a topology as it stands in the page`() throws {
    let bytes = Example.topology(
      with: """
        certificateAuthority: {root: {subject: {commonName: "a|b `c` <d> [e](f)"}, custody: {holder: "*we*"}}}
        """)
    let files = try #require(compile(SourceText(name: "topology.yaml", bytes: bytes)).files).files
    let page = try #require(files.first { $0.path.text == "certificates/PLAN.md" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains(#"CN=a&#124;b \`c\` &lt;d&gt; \[e\](f)"#))
    #expect(text.contains(#"| \*we\* |"#))
  }
}
