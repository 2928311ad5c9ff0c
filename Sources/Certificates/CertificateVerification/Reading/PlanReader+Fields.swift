internal import Diagnostics
internal import YAMLReading

// The single values of a document.
extension PlanReader {
  func expectKind(_ root: Node, _ kind: String) throws(Failure) {
    guard root.value(at: "kind")?.text == kind else { throw failure("this is no \(kind)", root) }
    guard root.value(at: "version")?.text == "1" else {
      throw failure("this version of a \(kind) is not known; 1 is", root.value(at: "version") ?? root)
    }
  }

  func failure(_ message: String, _ node: Node) -> Failure { Failure(message: message, range: node.range) }

  func field(_ node: Node, _ key: String) throws(Failure) -> Node {
    guard let value = node.value(at: key) else { throw failure("`\(key)` is missing", node) }
    return value
  }

  func text(_ node: Node, _ key: String) throws(Failure) -> String {
    let value = try field(node, key)
    guard let text = value.text, !text.isEmpty else { throw failure("`\(key)` is no text", value) }
    return text
  }

  func integer(_ node: Node, _ key: String) throws(Failure) -> Int {
    let value = try field(node, key)
    guard let number = value.text.flatMap({ Int($0) }), (0...100_000).contains(number) else {
      throw failure("`\(key)` is no number of a plan", value)
    }
    return number
  }

  func optionalText(_ node: Node, _ key: String) throws(Failure) -> String? {
    try field(node, key).isNull ? nil : try text(node, key)
  }

  func optionalInteger(_ node: Node, _ key: String) throws(Failure) -> Int? {
    try field(node, key).isNull ? nil : try integer(node, key)
  }

  func items(_ node: Node, _ key: String) throws(Failure) -> [Node] {
    let value = try field(node, key)
    guard let items = value.items else { throw failure("`\(key)` is no list", value) }
    return items
  }

  func texts(_ node: Node, _ key: String) throws(Failure) -> [String] {
    var texts: [String] = []
    for item in try items(node, key) {
      guard let text = item.text else { throw failure("`\(key)` is no list of texts", item) }
      texts.append(text)
    }
    return texts
  }
}
