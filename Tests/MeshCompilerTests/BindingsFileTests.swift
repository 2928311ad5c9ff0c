import Diagnostics
import MeshCompiler
import Planning
import Testing

/// Values of bindings in a file of their own.
struct BindingsFileTests {
  private static let codes = FindingCodes.all.filter { $0.explanation.subject == .bindings }

  /// What is said of a file beside a topology that leaves addresses open.
  private func findings(of text: String) -> [Finding] {
    let file = BindingsFile(SourceText(name: "bindings.yaml", bytes: Array(text.utf8)))
    let source = SourceText(name: "topology.yaml", bytes: Example.topology(with: ""))
    let known = compile(source).plan?.bindings.map(\.name) ?? []
    return file.findings + file.findings(beside: compile(source, binding: file.values), known: known)
  }

  @Test(arguments: codes)
  func `finds the mistake of the page, and nothing in what is right`(code: FindingCode) {
    #expect(findings(of: code.explanation.wrong.text).map(\.code) == [code])
    #expect(findings(of: code.explanation.right.text).map(\.message) == [])
  }

  @Test(arguments: [
    ("values: {CLUSTER1_GATEWAY_ADDRESS: 192.0.2.1}", [874]), ("- a", [874]),
    ("apiVersion: meshgen/v1\nkind: Bindings\nvalues: {CLUSTER1_GATEWAY_ADDRESS: [192.0.2.1]}", [874]),
    ("apiVersion: meshgen/v1\nkind: Bindings\nvalues: {A: b, A: c}", [110, 875]),
    ("apiVersion: meshgen/v1\nkind: Bindings\nvalues: {A: b, B: c}", [875, 875]),
  ])
  func `says each mistake once, at its place`(text: String, numbers: [Int]) {
    #expect(findings(of: text).map(\.code.number) == numbers)
  }

  @Test func `proposes the name that was meant`() {
    let text = "apiVersion: meshgen/v1\nkind: Bindings\nvalues: {CLUSTER1_GATEWAY_ADRESS: 192.0.2.1}"
    #expect(findings(of: text).first?.help?.contains("CLUSTER1_GATEWAY_ADDRESS") == true)
  }

  @Test func `takes no private key`() {
    let text = """
      apiVersion: meshgen/v1
      kind: Bindings
      values:
        CLUSTER1_GATEWAY_ADDRESS: |
          -----BEGIN PRIVATE KEY-----
          AAAA
          -----END PRIVATE KEY-----
      """
    #expect(findings(of: text).contains { $0.code.slug == "key-material" })
  }
}
