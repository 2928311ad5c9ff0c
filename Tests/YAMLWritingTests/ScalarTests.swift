import Testing
import YAMLWriting

/// The text of a document that is a string and nothing else, without its last newline.
private func written(_ text: String) -> String { String(YAMLValue.string(text).yaml.dropLast()) }

@Suite struct ScalarTests {
  @Test(arguments: [
    "istio-system", "a", "v1", "1.28.3", "10.0.0.1", "10.0.0.0/16", "10.0.0.1:15020", "8080:80", "fd00::1", "e3",
    "ease", "100m", "128Mi", "30s", "2024-01-01-release", "2024-01", "12-2024-01", "2024-01-01 spring",
    "--port=15020", "-v", "?x", "a:b", "a#b", "a, b", "a[0]", "x{}", "$(POD_NAME).svc", "http://a.b/c?d=e&f", "it's",
    "say \"so\"", "back\\slash", "name with spaces", "nope", "yess", "truely", "offset", "nullable", "=x", "<", "<<<",
    "==", "_1", "1_x", "0xfg", "0o8", "0b2", "1e", "1e+", "+", "+x", "..", ".x", ".info", "1:60", "1:2:345", "é",
    "東京", "München", "🚀", "~x", "x~", "a\u{300}", "1 2", "1.2.3e4", "١٢", "y-axis", "/", "(x)", ";", "$", "^", "\\",
    "\u{3000}",
  ])
  func `leaves plain what every reader takes for a string`(text: String) {
    #expect(written(text) == text)
  }

  @Test(arguments: [
    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "true", "True",
    "TRUE", "false", "False", "FALSE", "yEs", "tRUE", "~", "null", "Null", "NULL", "<<", "=",
  ])
  func `quotes what a YAML 1.1 reader would take for a Boolean, a null, a merge or a value`(text: String) {
    #expect(written(text) == "\"\(text)\"")
  }

  @Test(arguments: [
    "0", "1", "15020", "-1", "+1", "007", "0777", "08", "1_000", "1__0", "1,000", "1_", "0x1F", "0X1f", "-0x1f",
    "0x_", "0x", "0o17", "0O17", "-0o17", "0b101", "+0b1", "0b_", "0_x1F", "-_1", "1:30", "-1:30:59", "1:2:3",
    "190:20:30", "2001:10:20:30:1:2:3:4", "99999999999999999999999999",
  ])
  func `quotes what some reader would take for an integer`(text: String) {
    #expect(written(text) == "\"\(text)\"")
  }

  @Test(arguments: [
    ".5", "-.5", "+.5", "1.", "1.0", "1.20", "1e3", "1E3", "1e+3", "1e-3", "12e03", "1.5e3", ".5e3", "1_000.5",
    "1,000.5", "1e_3", ".", "-.", "._", "190:20:30.15", "1:30.", ".inf", ".Inf", ".INF", "-.inf", "+.inf", ".iNf",
    ".nan", ".NaN", ".NAN", "-.nan",
  ])
  func `quotes what some reader would take for a float`(text: String) {
    #expect(written(text) == "\"\(text)\"")
  }

  @Test(arguments: [
    "2001-12-14", "2001-1-2", "-2001-12-14", "2001-12-14t21:59:43.10-05:00", "2001-12-15T02:59:43.1Z",
    "2001-12-14 21:59:43.10 -5", "2001-12-15   2:59:43.10", "2001-1-2T3:4:5Z",
  ])
  func `quotes what some reader would take for a date or a time`(text: String) {
    #expect(written(text) == "\"\(text)\"")
  }

  @Test(arguments: [
    "", " ", "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "%", "@", "`", "- a", "? a",
    ": a", ":a", "[a", "{a", "#a", "&a", "*a", "!a", "|a", ">a", "'a", "%a", "@a", "`a", ",a", "a: b", "a:", "a #b",
    " a", "a ", "---", "--- a", "----", "...", "....", "a: ", "a:  b",
  ])
  func `quotes what is an indicator where it stands`(text: String) {
    #expect(written(text) == "\"\(text)\"")
  }

  @Test(arguments: [
    ("a\tb", #""a\tb""#), ("\"a", #""\"a""#), ("\\ ", #""\\ ""#), ("a\rb", #""a\rb""#), ("\0", #""\u0000""#),
    ("\u{8}\u{C}\u{1B}", #""\b\f\u001B""#), ("\u{7F}", #""\u007F""#), ("a\u{85}b", #""a\u0085b""#),
    ("\u{9F}", #""\u009F""#), ("a\u{A0}b", #""a\u00A0b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("\u{FEFF}a", #""\uFEFFa""#), ("\u{202E}a", #""\u202Ea""#), ("a\u{200B}é", #""a\u200Bé""#),
    ("🚀\u{E0041}", #""🚀\U000E0041""#), ("\n", #""\n""#), ("\r\n", #""\r\n""#),
  ])
  func `writes as an escape what cannot stand or cannot be seen`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  /// Swift has no literals for these.
  @Test(arguments: [(0xFDD0, #""\uFDD0""#), (0xFFFE, #""\uFFFE""#), (0x1FFFF, #""\U0001FFFF""#)] as [(UInt32, String)])
  func `writes as an escape what is no character`(codePoint: UInt32, expected: String) throws {
    let scalar = try #require(Unicode.Scalar(codePoint))
    #expect(written(String(scalar)) == expected)
  }
}
