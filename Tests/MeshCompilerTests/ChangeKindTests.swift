import Diagnostics
import MeshChange
import MeshCompiler
import Testing

extension ChangeKind: CustomTestStringConvertible {
  /// The name of the kind in lists of tests.
  public var testDescription: String { "\(code.name)-\(code.slug)" }
}

extension MeshState {
  /// The mesh of some sections of a topology.
  static func example(_ sections: String) throws -> MeshState {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Example.topology(with: sections)))
    return try #require(MeshState(compilation), "\(compilation.findings.map(\.message))")
  }

  /// The mesh of a whole topology.
  static func topology(_ text: String) throws -> MeshState {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    return try #require(MeshState(compilation), "\(compilation.findings.map(\.message))")
  }
}

extension MeshChange {
  /// The codes of what has changed, and what it does.
  var told: [String] { changes.map { "\($0.kind.code.name) \($0.effect.rawValue) \($0.what)" } }
}

/// Every kind's manual page is true: its two sides compile, and differ by a change of the kind.
struct ChangeKindTests {
  @Test(arguments: ChangeKinds.all)
  func `finds the change between the two sides of the page`(kind: ChangeKind) throws {
    let page = kind.code.explanation
    let change = MeshChange(from: try .example(page.right.text), to: try .example(page.wrong.text))
    #expect(change.changes.contains { $0.kind == kind }, "\(change.told)")
  }

  @Test(arguments: ChangeKinds.all)
  func `takes the example for nothing worse than its page says`(kind: ChangeKind) throws {
    let page = kind.code.explanation
    let change = MeshChange(from: try .example(page.right.text), to: try .example(page.wrong.text))
    #expect(change.effect == kind.effect, "\(change.told)")
  }

  @Test(arguments: ChangeKinds.all)
  func `says nothing of a topology beside itself`(kind: ChangeKind) throws {
    let side = try MeshState.example(kind.code.explanation.wrong.text)
    let change = MeshChange(from: side, to: side)
    #expect(change.isEmpty && change.summary == "nothing changes")
  }
}
