import AppliedMesh
import Diagnostics
import Foundation
import MeshCompiler
import Testing
import Tracing
import YAMLWriting

/// Answers for programs are what their schemas say.
struct TraceDocumentTests {
  private static func problems(_ document: YAMLValue, _ schema: String) throws -> [String] {
    let file = Repository.root.appending(path: "schemas/\(schema).schema.json")
    let schema = try #require(JSONSchema(try Data(contentsOf: file)))
    return schema.problems(with: try JSONSerialization.jsonObject(with: Data(document.json.utf8)))
  }

  private static func tracer(_ topology: String) throws -> Tracer {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: topology)))
    return Tracer(AppliedMesh(of: try #require(compilation.plan)))
  }

  @Test(arguments: ["metadata: {name: example}", "controlPlane: {mode: multi-primary, dataPlane: ambient}"])
  func `follow their schemas`(topology: String) throws {
    let tracer = try Self.tracer(topology)
    let question = Question(client: "cluster1", service: ServiceReference("web", in: "shop", port: 80))
    let trace = tracer.trace(question).document { _ in "topology.yaml:1:1" }
    #expect(try Self.problems(trace, "trace") == [])
    #expect(try Self.problems(tracer.reachability().document, "reachability") == [])
    #expect(try Self.problems(["kind": "Trace"], "trace") != [])
  }

  @Test(
    arguments: [
      ("a", "b.c", "a", "b", "c", nil, nil), ("a/ns/w", "b.c:80@d", "a", "b", "c", 80, "d"),
      ("a", "b.c.svc.cluster.local", "a", "b", "c", nil, nil),
    ] as [(String, String, String, String, String, Int?, String?)])
  func `questions are read as people write them`(
    from: String, to: String, client: String, name: String, namespace: String, port: Int?, server: String?
  ) throws {
    let question = try Question(from: from, to: to)
    #expect(question.client == client && question.server == server)
    #expect(question.service == ServiceReference(name, in: namespace, port: port))
  }

  @Test(arguments: [
    ("", "a.b"), ("a/b/c/d", "a.b"), ("a", "b"), ("a", "b.c:0"), ("a", "b.c:x"), ("a", "b.c@"), ("a", ".b"),
  ])
  func `what is no question is refused`(from: String, to: String) {
    #expect(throws: MalformedQuestion.self) { try Question(from: from, to: to) }
  }

  @Test func `a change of one release is a change of who reaches whom, or of nothing`() throws {
    let plain = try Self.tracer("metadata: {name: example}").reachability()
    let apart = try Self.tracer(
      "values: {meshConfig: {serviceSettings: [{settings: {clusterLocal: true}, hosts: ['*']}]}}"
    )
    .reachability()
    #expect(plain.holds && !apart.holds && apart.isolated == ["cluster1", "cluster2"])
  }
}
