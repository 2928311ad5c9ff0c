import Foundation
import Testing

/// The walk through the README is true: what it shows is what the program prints.
struct ReadmeTests {
  /// The fenced blocks of a language, in their order.
  private func blocks(_ language: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: Program.root.appending(path: "README.md")), as: UTF8.self)
    let fences = text.split(separator: "```", omittingEmptySubsequences: false)
    // Every second part is inside of a fence, and begins with its language.
    return fences.enumerated().compactMap { number, part in
      number % 2 == 1 && part.hasPrefix("\(language)\n") ? String(part.dropFirst(language.count + 1)) : nil
    }
  }

  @Test func `finds the mistake as it says, and builds as many files`() throws {
    let program = try Program()
    defer { program.remove() }
    let topology = try #require(try blocks("yaml").first)
    try program.write(topology, to: "topology.yaml")
    let printed = try blocks("")
    let finding = try #require(printed.first { $0.hasPrefix("$ meshgen validate") })
    try #expect("$ meshgen validate topology.yaml\n" + program.run("validate", "topology.yaml").errors == finding)
    try program.write(topology.replacing("dublni", with: "dublin"), to: "topology.yaml")
    let build = try #require(printed.first { $0.hasPrefix("$ meshgen build") }).split(separator: "\n")
    try #expect(program.run("build", "topology.yaml", "--out", "generated").output == "\(build[1])\n")
  }

  @Test func `names no option and no command that there is not`() throws {
    let program = try Program()
    defer { program.remove() }
    let certs = try Program("meshgen-certs")
    defer { certs.remove() }
    let text = String(decoding: try Data(contentsOf: Program.root.appending(path: "README.md")), as: UTF8.self)
    let help =
      try ["build", "check", "diff", "steps", "trace", "migrate", "validate", "explain", "releases"].map {
        try program.run($0, "--help").output
      }
      .joined()
      + certs.run("verify", "--help").output
    for option in text.matches(of: /--[a-z][a-z-]+/).map({ String($0.output) }) where option != "--context" {
      #expect(help.contains(option), "\(option)")
    }
  }
}
