import Testing
import YAMLWriting

@Suite struct JSONTests {
  private static let value: YAMLValue = [
    "command": ["kubectl", "apply"], "empty": [[], [:]], "z": ["a": .null, "b": [["c": 1], true]], "": -1,
  ]

  @Test func `puts a list of scalars on one line, and everything else on lines of its own`() {
    #expect(
      Self.value.json == """
        {
          "command": ["kubectl", "apply"],
          "empty": [
            [],
            {}
          ],
          "z": {
            "a": null,
            "b": [
              {
                "c": 1
              },
              true
            ]
          },
          "": -1
        }

        """
    )
  }

  @Test func `is one line where lines are read one by one`() {
    let expected =
      #"{"command": ["kubectl", "apply"], "empty": [[], {}], "z": {"a": null, "b": [{"c": 1}, true]}, "": -1}"#
    #expect(Self.value.jsonLine == expected + "\n")
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("\0\u{1F}", #""\u0000\u001F""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("é東🚀", #""é東🚀""#),
    ("🚀\u{E0041}", #""🚀\uDB40\uDC41""#),
  ])
  func `writes as an escape what cannot stand or cannot be seen`(text: String, expected: String) {
    #expect(YAMLValue.string(text).json == expected + "\n")
    #expect(YAMLValue.string(text).jsonLine == expected + "\n")
  }
}
