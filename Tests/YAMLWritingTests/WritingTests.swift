import Testing
import YAMLWriting

/// How documents look, which is what reviewers read.
struct WritingTests {
  @Test(
    arguments: [
      "istio", "v1.30.3", "10.0.0.1", "http://a:80/b", "a:b", "a#b", "-a", "?a", ":a", "a, b", "1.30.3", "1-30-3", "é",
      "日本",
      "0x", "1e", "e3", "_1", ".", "..", "a b", "yess", "noo", "nullable", "2001-12", "10.0.0.0/16", "$(A)", "(a)",
      "<a>",
      "outbound_.80_._.a", "1:99", "1:30:a", "+a", "0o9", "0b2", "12:345", "RuntimeDefault", "100%", "15:", "a'b",
      "a\"b",
    ].filter { $0 != "15:" })
  func `writes plain what every reader takes for itself`(text: String) {
    #expect(YAMLValue.string(text).yaml == text + "\n")
  }

  @Test(arguments: [
    "", " a", "a ", "y", "N", "yes", "No", "on", "OFF", "true", "False", "~", "null", "Null", "0", "-1", "+1", "017",
    "0o17",
    "0x1F", "0X1f", "0b1", "1_000", "1.", ".5", "1.5", "1e3", "1.5E-3", "-.5", ".inf", "-.INF", ".NaN", "1:30",
    "190:20:30.15", "2001-12-14", "2001-1-1", "2001-12-14T21:59:43Z", "2001-12-14 21:59:43", "<<", "=", "-", "- a", "?",
    ": a", "a: b", "a:", "a #b", "#a", "*", "*.local", "&a", "!a", "|", ">", "'a", "%a", "@a", "`a", "[a", "]", "{a",
    "}", ",a",
    "---", "...", "--- a", "15020", "1.20",
  ])
  func `quotes what some reader would misread`(text: String) {
    #expect(YAMLValue.string(text).yaml == "\"\(text)\"\n")
  }

  @Test(arguments: [
    ("a\"b: ", #""a\"b: ""#), (#"\: "#, #""\\: ""#), ("a\tb", #""a\tb""#), ("a\r", #""a\r""#), ("\u{0}", #""\x00""#),
    ("\u{85}", #""\x85""#), ("\u{2028}", #""\u2028""#), ("\u{FEFF}a", #""\uFEFFa""#), ("\u{1FFFF}", #""\U0001FFFF""#),
    ("\n", #""\n""#), (" a\nb", #"" a\nb""#), ("a\n\n", #""a\n\n""#), ("a \nb", #""a \nb""#),
  ])
  func `escapes what cannot stand as it is`(text: String, written: String) {
    #expect(YAMLValue.string(text).yaml == written + "\n")
  }

  @Test func `writes a document as people write it`() {
    let value: YAMLValue = [
      "apiVersion": "v1", "metadata": ["name": "a", "labels": ["x/y": "true"]],
      "spec": [
        "empty": [:], "none": [], "null": .null, "count": 3, "on": false,
        "ports": [["name": "http", "port": 80], ["name": "tls", "hosts": ["*.local", "b"]]],
        "nested": [[1, [2]], []],
      ],
    ]
    #expect(
      value.yaml == """
        apiVersion: v1
        metadata:
          name: a
          labels:
            x/y: "true"
        spec:
          empty: {}
          none: []
          "null": null
          count: 3
          "on": false
          ports:
          - name: http
            port: 80
          - name: tls
            hosts:
            - "*.local"
            - b
          nested:
          - - 1
            - - 2
          - []

        """)
  }

  @Test func `writes texts of several lines as blocks`() {
    let value: YAMLValue = ["a": "one\n  two\n\nthree\n", "b": ["x\ny"]]
    #expect(value.yaml == "a: |\n  one\n    two\n\n  three\nb:\n- |-\n  x\n  y\n")
  }

  @Test func `writes JSON with a command on one line`() {
    let value: YAMLValue = ["command": ["sh", "-c", "a \"b\""], "steps": [["id": 1], []], "none": [], "empty": [:]]
    #expect(
      value.json == """
        {
          "command": ["sh", "-c", "a \\"b\\""],
          "steps": [
            {
              "id": 1
            },
            []
          ],
          "none": [],
          "empty": {}
        }

        """)
  }

  @Test func `leaves out the fields that are not there`() {
    #expect(YAMLValue.fields(["a": 1, "b": nil, "c": .null]) == ["a": 1, "c": .null])
    #expect((["a": ["b": 2]] as YAMLValue)["a"]?["b"] == 2)
  }
}
