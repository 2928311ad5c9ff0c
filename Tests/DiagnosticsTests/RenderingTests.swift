import Diagnostics
import Testing
import YAMLReading

/// How findings are shown.
///
/// The goldens of the compiler show many more.
struct RenderingTests {
  private static let code = FindingCode(
    999, "example", .error, Explanation(meaning: "m", harm: "h", wrong: "w", right: "r"))

  private func source(_ text: String) -> SourceText { SourceText(name: "t.yaml", bytes: Array(text.utf8)) }

  private func snippet(_ text: String, _ range: SourceRange, words: String = "") -> String {
    let finding = Finding(Self.code, "it is wrong", at: .init(range, words))
    return FindingFormat.snippet.render([finding], of: source(text))
  }

  @Test func `points at columns and not at bytes`() {
    #expect(snippet("größe: ä1", SourceRange(9, 12)).hasSuffix("  |\n1 | größe: ä1\n  |        ^^\n"))
  }

  @Test func `gives wide characters two columns`() {
    #expect(snippet("日本: x", SourceRange(8, 9)).hasSuffix("1 | 日本: x\n  |       ^\n"))
  }

  @Test func `marks one line of a place that has several, and something of a place that has nothing`() {
    #expect(snippet("ab: |\n  c\n", SourceRange(0, 9)).contains("1 | ab: |\n  | ^^^^^\n"))
    #expect(snippet("ab", SourceRange(at: 2)).contains("1 | ab\n  |   ^\n"))
    #expect(snippet("", SourceRange(at: 0)).contains("1 |\n  | ^\n"))
  }

  @Test func `shows no line that holds key material`() {
    var text = source("a: secret\nb: 1\n")
    text.withhold(SourceRange(3, 9))
    let finding = Finding(Self.code, "it is wrong", at: SourceRange(10, 11), notes: [.init(SourceRange(0, 1))])
    for format in FindingFormat.allCases {
      #expect(!format.render([finding], of: text).contains("secret"))
    }
  }

  @Test func `lets no text move the cursor of a terminal`() {
    let finding = Finding(Self.code, "it is \u{1B}[2J wrong", at: SourceRange(0, 1), help: "\u{9B}x")
    for format in [FindingFormat.snippet, .line] {
      let shown = format.render([finding], of: source("a: \u{1B}]0;x\u{7}\u{202E}"))
      #expect(!shown.unicodeScalars.contains { [0x1B, 0x9B, 0x07, 0x202E].contains($0.value) })
    }
  }

  @Test func `colours nothing unless it is asked to`() {
    let finding = Finding(Self.code, "it is wrong", at: SourceRange(0, 1))
    #expect(!FindingFormat.snippet.render([finding], of: source("a")).contains("\u{1B}"))
    #expect(FindingFormat.snippet.render([finding], of: source("a"), colour: true).contains("\u{1B}[1;31m"))
  }

  @Test func `says all of a finding on one line`() {
    let finding = Finding(Self.code, "it is wrong", at: SourceRange(3, 4), help: "mend it")
    #expect(
      FindingFormat.line.render([finding], of: source("a: b")) == "t.yaml:1:4: error MG999: it is wrong; mend it\n")
  }

  @Test func `writes JSON that the YAML reader reads back`() {
    let finding = Finding(
      Self.code, "a \"quoted\" \\ text", at: SourceRange(3, 4), notes: [.init(SourceRange(0, 1), "here")],
      fix: .init(SourceRange(3, 4), "c"))
    var log = FindingLog()
    let json = FindingFormat.json.render([finding], of: source("a: b"))
    guard case .mapping(let root)? = readYAML(source(json), into: &log) else {
      Issue.record("this is no mapping: \(json)")
      return
    }
    #expect(root.entries.map(\.key.text) == ["version", "file", "errors", "warnings", "findings"])
  }

  @Test func `counts lines and columns from one`() {
    let text = source("a\r\nbé\nc")
    #expect(text.position(of: 0) == .init(line: 1, column: 1))
    #expect(text.position(of: 6) == .init(line: 2, column: 3))
    #expect(text.position(of: 99) == .init(line: 3, column: 2))
    #expect(text.line(1) == "a")
  }

  @Test func `sorts findings by place and says nothing twice`() {
    var log = FindingLog()
    for start in [5, 1, 5] { log.report(Finding(Self.code, "at \(start)", at: SourceRange(start, start + 1))) }
    #expect(log.sorted.map(\.message) == ["at 1", "at 5"])
  }

  @Test(arguments: [
    ("netwrok", "network"), ("Network", "network"), ("net", nil), ("pod", "pods"), ("zzz", nil), ("", nil),
  ])
  func `finds the word that was meant`(word: String, meant: String?) {
    #expect(nearest(to: word, among: ["network", "pods", "services"]) == meant)
  }

  @Test func `cuts long lists and says so`() {
    #expect(listed(["a"]) == "a")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
    #expect(listed((1...20).map(String.init), most: 3) == "1, 2, 3 and 17 more")
  }
}
