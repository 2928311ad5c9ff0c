import Diagnostics
import Foundation
import MeshCompiler
import Testing

/// What the documents say of codes is true.
struct DocumentTests {
  @Test func `the list of misconfigurations names codes that there are`() throws {
    let file = Repository.root.appending(path: "docs/misconfigurations.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count == 21)
    let known = Set(FindingCodes.all.map(\.name))
    for code in text.matches(of: /MG\d{3,4}/).map({ String($0.output) }) {
      #expect(known.contains(code), "\(code) is no code")
    }
  }
}
