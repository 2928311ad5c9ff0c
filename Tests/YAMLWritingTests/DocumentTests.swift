import Testing
import YAMLWriting

@Suite struct DocumentTests {
  @Test func `reads as people write a manifest`() {
    let manifest: YAMLValue = [
      "apiVersion": "v1",
      "kind": "Service",
      "metadata": ["name": "gateway", "annotations": [:], "labels": ["on": "true", "1": "15020"]],
      "spec": [
        "ports": [["name": "tls", "port": 15443], ["port": -1, "hosts": ["*", "*.global"]]],
        "externalIPs": [],
        "selector": .null,
        "headless": false,
        "script": "set -e\nexit\n",
      ],
    ]
    #expect(
      manifest.yaml == """
        apiVersion: v1
        kind: Service
        metadata:
          name: gateway
          annotations: {}
          labels:
            "on": "true"
            "1": "15020"
        spec:
          ports:
          - name: tls
            port: 15443
          - port: -1
            hosts:
            - "*"
            - "*.global"
          externalIPs: []
          selector: null
          headless: false
          script: |
            set -e
            exit

        """
    )
  }

  @Test(
    arguments: [
      (["a", ["b", ["c"], []], [:]], "- a\n- - b\n  - - c\n  - []\n- {}\n"),
      ([["a": ["b": [["c": 1], 2]]]], "- a:\n    b:\n    - c: 1\n    - 2\n"),
      (["a\nb", [" c\nd"]], "- |-\n  a\n  b\n- - |2-\n     c\n    d\n"),
      (["a": [["b": "c\n"], ["d\n"]]], "a:\n- b: |\n    c\n- - |\n    d\n"),
      (["": "", "- a": 1, "b: c": 2, "é": 3], "\"\": \"\"\n\"- a\": 1\n\"b: c\": 2\né: 3\n"),
      (.null, "null\n"), ([], "[]\n"), ([:], "{}\n"), (true, "true\n"), (.integer(.min), "-9223372036854775808\n"),
    ] as [(YAMLValue, String)]
  )
  func `lays out what is nested`(value: YAMLValue, expected: String) {
    #expect(value.yaml == expected)
  }

  @Test func `announces a key that is too long to be found by its colon`() {
    let key = String(repeating: "k", count: 1001)
    let value: YAMLValue = ["a": [.mapping([.init(key, ["b": 1]), .init("c", [2])])]]
    #expect(value.yaml == "a:\n- ? \(key)\n  :\n    b: 1\n  c:\n  - 2\n")
  }

  @Test func `separates the documents of a stream`() {
    var writer = YAMLWriter()
    writer.write(["a": 1])
    writer.write([2])
    #expect(writer.text == "a: 1\n---\n- 2\n")
  }
}
