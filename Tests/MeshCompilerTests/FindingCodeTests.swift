import Diagnostics
import Foundation
import MeshCompiler
import Testing

extension FindingCode: CustomTestStringConvertible {
  /// The name of the code in lists of tests and of files.
  public var testDescription: String { "\(name)-\(slug)" }

  /// The example of what is wrong, as a file.
  ///
  /// A text without a topology's sections is the whole file.
  fileprivate var wrongTopology: [UInt8] {
    let example = explanation.wrong.bytes
    return example.isEmpty || example.count > 1 << 20 ? example : Example.topology(with: example)
  }
}

extension FindingCode {
  /// The codes of which the examples are topologies; CertificateVerificationTests provoke the others.
  fileprivate static var ofTopologies: [FindingCode] {
    FindingCodes.all.filter { $0.explanation.subject == .topology }
  }
}

/// Every code's manual page is true: its wrong example has the mistake, its right one has not.
struct FindingCodeTests {
  @Test func `numbers and names every kind of finding once`() {
    let codes = FindingCodes.all
    #expect(Set(codes.map(\.number)).count == codes.count)
    #expect(Set(codes.map(\.slug)).count == codes.count)
    #expect(codes.map(\.number) == codes.map(\.number).sorted())
  }

  @Test(arguments: FindingCode.ofTopologies)
  func `finds the mistake in the wrong example`(code: FindingCode) {
    let findings = compile(SourceText(name: "topology.yaml", bytes: code.wrongTopology)).findings
    #expect(findings.contains { $0.code == code }, "\(findings.map(\.message))")
  }

  @Test(arguments: FindingCode.ofTopologies)
  func `finds nothing at all in the right example`(code: FindingCode) {
    let bytes = Example.topology(with: code.explanation.right.bytes)
    #expect(compile(SourceText(name: "topology.yaml", bytes: bytes)).findings.map(\.message) == [])
  }

  @Test(arguments: FindingCode.ofTopologies.filter { $0.wrongTopology.count < 1 << 16 })
  func `keeps the wrong example among the topologies`(code: FindingCode) throws {
    let file = Repository.root.appending(path: "topologies/errors/\(code.testDescription).yaml")
    if Repository.accepts { try Data(code.wrongTopology).write(to: file) }
    #expect(try Data(contentsOf: file) == Data(code.wrongTopology))
  }

  @Test(arguments: ["MG303", "mg303", "303", "unknown-network"])
  func `knows a code by its name, its number and its word`(name: String) {
    #expect(FindingCodes.named(name)?.number == 303)
  }

  @Test(arguments: FindingCodes.all)
  func `shows both examples and the harm on the manual page`(code: FindingCode) {
    let page = code.manualPage
    #expect(page.hasPrefix("\(code.name) (\(code.slug))"))
    for text in [code.explanation.wrong.text, code.explanation.right.text] {
      #expect(text.split(separator: "\n").allSatisfy { page.contains($0) })
    }
  }
}
