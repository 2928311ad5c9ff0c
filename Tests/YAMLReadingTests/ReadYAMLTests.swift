import Diagnostics
import Testing
import YAMLReading

/// What libyaml does not say, or says amiss, and what a topology may not have.
struct ReadYAMLTests {
  /// Reads a text, and gives each finding as `line:column code`.
  private func findings(in bytes: [UInt8], limits: ReadingLimits = .topology) -> [String] {
    var log = FindingLog()
    let source = SourceText(name: "t", bytes: bytes)
    _ = readYAML(source, limits: limits, into: &log)
    return log.sorted.map { finding in
      let position = source.position(of: finding.place.range.start)
      return "\(position.line):\(position.column) \(finding.code.slug)"
    }
  }

  private func findings(in text: String) -> [String] { findings(in: Array(text.utf8)) }

  /// The text that a range of the tree's root covers.
  private func extent(_ text: String, _ pick: (Node) -> SourceRange?) -> String? {
    var log = FindingLog()
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    return readYAML(source, into: &log).flatMap(pick).map {
      String(decoding: source.bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  private func entry(_ key: String, of node: Node) -> Node.Entry? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.entries.first { $0.key.text == key }
  }

  @Test func `ends a block mapping with its last value, not with the next token`() {
    let text = "a:\n  b: 1\n  c: 2\n\n# a comment\nd: 3\n"
    #expect(extent(text) { entry("a", of: $0)?.value.range } == "b: 1\n  c: 2")
  }

  @Test func `ends a flow collection with its bracket`() {
    #expect(extent("a: [1, {b: 2}]  # end\n") { entry("a", of: $0)?.value.range } == "[1, {b: 2}]")
    #expect(extent("a: []\n") { entry("a", of: $0)?.value.range } == "[]")
  }

  @Test(arguments: ["é: ü", "日本: 東京", "🚢: 🇩🇪", "\u{FEFF}a: ü"])
  func `counts bytes where libyaml counts characters`(text: String) {
    #expect(
      extent(text) { node in
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.entries.first?.value.range
      } == String(text.split(separator: " ")[1]))
  }

  @Test func `finds its place far behind many wide characters`() {
    let text = String(repeating: "# äöü 日本\n", count: 1000) + "key: värde\n"
    #expect(extent(text) { entry("key", of: $0)?.value.range } == "värde")
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func `keeps its place behind line breaks that only YAML knows`(lineBreak: String) {
    #expect(extent("# a\(lineBreak)b: c\n") { entry("b", of: $0)?.value.range } == "c")
  }

  @Test(arguments: [
    ("a: \"\u{1}\"", "1:5 not-yaml"), ("a: [1\nb: 2", "1:4 not-yaml"), ("a: 1\n b: 2", "2:2 not-yaml"),
    ("\tx: 1", "1:1 not-yaml"), ("a: 'open", "1:4 not-yaml"), ("%YAML 3.0\n---\na: 1", "1:1 not-yaml"),
  ])
  func `says where a text stops being YAML`(text: String, finding: String) {
    #expect(findings(in: text) == [finding])
  }

  /// Texts that are no YAML, and what is said of them, with the place that it begins at.
  @Test(arguments: [
    ("a: \"open\nb: 1\nc: \"d\"", "1:4 the quote that begins here is not closed in its line"),
    ("a: 1\nb: {c: 'open}\nd: 2", "2:8 the quote that begins here is not closed in its line"),
    ("a: 'it''s\n", "1:4 the quote that begins here is not closed in its line"),
    ("a: \"it\\\"s\nb: 1", "1:4 the quote that begins here is not closed in its line"),
    ("a: [1, 2\nb: 3", "1:4 the `[` that begins here is not closed"),
    ("a: [{b: c]\n", "1:5 the `{` that begins here is not closed"),
    ("a:\n\tb: 1", "2:1 there is a tab here, which YAML does not take for indentation"),
    ("a:\n  - b: 1\n    c: 2\n   d: 3", "4:4 this line is indented by 3 blanks, which is that of nothing above it"),
    ("a:\n  - b: 1\n - c: 2", "3:2 this line is indented by one blank, which is that of nothing above it"),
    ("a: 1\n  b: 2", "2:3 this line is indented as if it belonged to the one above, which has a value already"),
    ("a: b: c", "1:5 there is a second `: ` in this line"), ("a: @b", "1:4 a value cannot begin with `@`"),
    ("a: *.b.c", "1:4 a value cannot begin with `*`"),
    ("a: - b", "1:4 an item of a list begins here, behind something else"),
    ("a: 1\nb\nc: 2", "2:1 there is no `: ` behind this, and it is no item of a list"),
    ("a: \"\\d\"", "1:5 this backslash stands for no character"),
    ("a: \"b\" c", "1:8 something stands behind a value that has ended"),
  ])
  func `says in words for people what is no YAML, where it begins`(text: String, wanted: String) {
    var log = FindingLog()
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    _ = readYAML(source, into: &log)
    let said = log.findings.map { finding in
      let position = source.position(of: finding.place.range.start)
      return "\(position.line):\(position.column) \(finding.message)"
    }
    #expect(said == [wanted])
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "1:4"), ([0xC0, 0x80], "1:1"), ([0x61, 0x0A, 0xED, 0xA0, 0x80], "2:1"),
      ([0xF4, 0x90, 0x80, 0x80], "1:1"), ([0xE2, 0x82], "1:1"), ([0xFF, 0xFE, 0x61, 0x00], "1:1"),
    ] as [([UInt8], String)])
  func `says where a text stops being UTF-8`(bytes: [UInt8], position: String) {
    #expect(findings(in: bytes) == ["\(position) not-utf-8"])
  }

  @Test func `finds a NUL character`() {
    #expect(findings(in: "a: b\nc: \0") == ["2:4 nul-byte"])
  }

  @Test func `finds duplicate keys, also as YAML writes them differently`() {
    #expect(findings(in: "a: 1\n'a': 2\n\"\\x61\": 3") == ["2:1 duplicate-key", "3:1 duplicate-key"])
    #expect(findings(in: "{a: 1, b: {a: 2}}") == [])
  }

  @Test func `finds anchors, aliases and tags wherever they stand`() {
    #expect(
      findings(in: "a: &x 1\nb: *x\nc: !!int 3\n&k d: !l [1]") == [
        "1:4 anchor", "2:4 alias", "3:4 tag", "4:1 anchor", "4:7 tag",
      ])
    #expect(findings(in: "<<: *missing") == ["1:5 alias"])
  }

  @Test func `does not unfold a billion laughs`() {
    let levels = (1..<30).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1)]" }
    #expect(findings(in: "l0: &l0 ha\n" + levels.joined(separator: "\n")).count == 1 + 29 * 3)
  }

  @Test(arguments: [("a: 1\n---\nb: 2", "2:1"), ("a: 1\n...\n---\nb: 2", "3:1"), ("---\n---\n", "2:1")])
  func `finds a second document`(text: String, position: String) {
    #expect(findings(in: text) == ["\(position) several-documents"])
  }

  @Test(arguments: ["", "\n\n", "# nothing", "\u{FEFF}", "%YAML 1.1\n"])
  func `finds an empty text`(text: String) {
    #expect(findings(in: text).allSatisfy { $0.hasSuffix("no-document") || $0.hasSuffix("not-yaml") })
    #expect(findings(in: text).count == 1)
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func `refuses what is nested beyond its limit, and takes what is not`(opening: String) {
    let deep = { (levels: Int) in String(repeating: opening, count: levels) }
    #expect(findings(in: deep(65)).contains { $0.hasSuffix("nested-too-deeply") })
    #expect(findings(in: deep(100_000)).contains { $0.hasSuffix("nested-too-deeply") })
    #expect(!findings(in: deep(64)).contains { $0.hasSuffix("nested-too-deeply") })
  }

  @Test func `refuses what is larger than its limit before it reads it`() {
    let limits = ReadingLimits(bytes: 10, depth: 64)
    #expect(findings(in: Array("a: 1234567".utf8), limits: limits) == [])
    #expect(findings(in: Array("a: 12345678".utf8), limits: limits) == ["1:1 too-large"])
  }

  @Test func `leaves the type of a value to the field that asks for it`() {
    for text in ["1.20", "no", "0o17", "2001-12-14", "~x", "0x1F"] {
      #expect(extent("a: \(text)") { entry("a", of: $0)?.value.range } == text)
    }
  }

  /// Every prefix, and every text with one byte changed, gives a tree or findings, and never brings the reader down.
  @Test func `survives every prefix and every changed byte of a topology`() {
    let text = Array(
      "a: &x [1, 'b', \"c\\n\"]\nd:\n  - {e: f, ? g : h}\n  - |\n    i\n  - >-\n    j\n--- # k\n%l: *m !!n\n".utf8)
    for end in text.indices { _ = findings(in: Array(text[..<end])) }
    for index in text.indices {
      for byte: UInt8 in [
        0x00, 0x09, 0x0A, 0x21, 0x22, 0x26, 0x27, 0x2A, 0x3A, 0x3F, 0x5B, 0x7B, 0x7C, 0x80, 0xC3, 0xFF,
      ] {
        var changed = text
        changed[index] = byte
        #expect(findings(in: changed).allSatisfy { !$0.hasPrefix("0:") })
      }
    }
  }
}
