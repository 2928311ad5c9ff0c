import Testing
import YAMLWriting

/// What stands behind `a:` where the value under that key is a text.
private func written(_ text: String) -> String {
  let value: YAMLValue = ["a": .string(text)]
  return String(value.yaml.dropFirst("a: ".count))
}

@Suite struct TextOfLinesTests {
  @Test(arguments: [
    ("a\nb", "|-\n  a\n  b\n"), ("a\n", "|\n  a\n"), ("a\nb\n", "|\n  a\n  b\n"), ("a\n\n", "|+\n  a\n\n"),
    ("a\n\n\n", "|+\n  a\n\n\n"), ("a\n\nb", "|-\n  a\n\n  b\n"), ("\na", "|-\n\n  a\n"),
    ("a\n  b\n", "|\n  a\n    b\n"), ("# a\n- b: c\n", "|\n  # a\n  - b: c\n"), ("---\na\n", "|\n  ---\n  a\n"),
    ("a\n\tb\n", "|\n  a\n  \tb\n"), ("é\n東京\n🚀\n", "|\n  é\n  東京\n  🚀\n"),
  ])
  func `is a literal block that ends as the text does`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    (" a\nb", "|2-\n   a\n  b\n"), ("\n  a\n", "|2\n\n    a\n"), ("\ta\nb\n", "|2\n  \ta\n  b\n"),
    (" a\n\n", "|2+\n   a\n\n"),
  ])
  func `says how far it is indented where its first line begins with white space`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    ("a \nb", #""a \nb""#), ("a\nb ", #""a\nb ""#), ("a\n \nb", #""a\n \nb""#), ("a\t\nb", #""a\t\nb""#),
    ("\n\n", #""\n\n""#), ("a\r\nb", #""a\r\nb""#), ("a\n\u{7}", #""a\n\u0007""#), ("a\u{2028}\nb", #""a\u2028\nb""#),
    ("a\n\u{FEFF}b", #""a\n\uFEFFb""#), ("a\n\u{85}", #""a\n\u0085""#),
  ])
  func `is one quoted line where a block would hide or change something`(text: String, expected: String) {
    #expect(written(text) == expected + "\n")
  }

  @Test func `is never folded`() {
    let line = String(repeating: "word ", count: 100) + "end"
    #expect(written(line) == line + "\n")
    #expect(written(line + "\nb") == "|-\n  \(line)\n  b\n")
  }

  @Test func `is one quoted line as a key and at the top of a document`() {
    let key: YAMLValue = ["a\nb": 1]
    #expect(key.yaml == "\"a\\nb\": 1\n")
    #expect(YAMLValue.string(" a\nb").yaml == "\" a\\nb\"\n")
  }
}
