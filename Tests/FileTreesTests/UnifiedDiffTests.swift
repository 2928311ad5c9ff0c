import FileTrees
import Foundation
import Testing

struct `A unified diff` {
  @Test func `of equal texts is empty`() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func `shows three lines of context`() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("5", with: "five")) == """
        --- old
        +++ new
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `says where a line break is missing at the end`() {
    #expect(
      diff("a\n", "a") == """
        --- old
        +++ new
        @@ -1 +1 @@
        -a
        +a
        \\ No newline at end of file

        """)
  }

  @Test func `of a new file counts from nothing`() {
    #expect(diff("", "a\nb\n") == "--- old\n+++ new\n@@ -0,0 +1,2 @@\n+a\n+b\n")
  }

  @Test func `tells composed and decomposed accents apart`() {
    #expect(diff("\u{E9}\n", "e\u{301}\n").contains("@@ -1 +1 @@"))
  }

  @Test(arguments: 1...40)
  func `is understood by patch, and as short as diff's`(seed: Int) throws {
    var random = Random(state: UInt64(seed))
    let old = random.text(lines: seed, of: 4)
    let new = random.edited(old)
    let playground = try Playground()
    try playground.put("old", old)
    try playground.put("new", new)
    try playground.put("diff", diff(old, new))
    try playground.put("patched", old)
    if old != new { #expect(try run("patch", "-s", playground.path("patched"), playground.path("diff")).status == 0) }
    #expect(try playground.snapshot()["patched"] == new)
    let theirs = try run("diff", "-d", "-u", playground.path("old"), playground.path("new")).output
    #expect(changes(in: diff(old, new)) == changes(in: theirs))
  }

  @Test func `of a megabyte takes no minutes`() {
    let old = (1...20_000).map { "line \($0) of a text that is about fifty bytes wide\n" }
    let scattered = old.enumerated().map { $0 % 50 == 0 ? "changed\n" : $1 }
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(diff(old.joined(), scattered.joined()).contains("+changed"))
      #expect(diff(old.joined(), old.reversed().joined()).utf8.count > 2_000_000)
    }
    #expect(time < .seconds(20))
  }

  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(from: Array(old.utf8), named: "old", to: Array(new.utf8), named: "new").text
  }

  /// How many lines a diff removes and adds.
  private func changes(in diff: String) -> Int {
    diff.split(separator: "\n").dropFirst(2).count { $0.hasPrefix("+") || $0.hasPrefix("-") }
  }

  private func run(_ command: String...) throws -> (status: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// Numbers that are the same in every run.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 32) | (state << 32)
  }

  mutating func text(lines: Int, of kinds: Int) -> String {
    let text = (0..<lines).map { _ in "\(Int.random(in: 0..<kinds, using: &self))\n" }.joined()
    return Bool.random(using: &self) ? text : String(text.dropLast())
  }

  mutating func edited(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<3 {
      lines.insert("new", at: Int.random(in: 0...lines.count, using: &self))
      lines.remove(at: Int.random(in: 0..<lines.count, using: &self))
    }
    return lines.joined(separator: "\n")
  }
}
