/// What commands of a plan do for remote access: their words are all that says it.
struct RemoteSecretCommand {
  /// The ID under which a cluster is to be read.
  let id: String
  let namespace: String?
  /// The contexts of the clusters whose control planes will read it.
  let targets: [String]

  /// Reads a command: `istioctl create-remote-secret … | kubectl --context="$context" apply -f -`, or a Secret that is
  /// written by hand; `nil` where it is another.
  init?(_ words: [String]) {
    let script = words.first == "sh" && words.count > 2 ? words[2] : words.joined(separator: " ")
    if script.contains("create-remote-secret") {
      guard let id = Self.option("--name", in: script) else { return nil }
      self.id = id
      namespace = Self.option("--namespace", in: script)
    } else if script.contains("istio/multiCluster"), let id = Self.line("name: istio-remote-secret-", in: script) {
      self.id = id
      namespace = Self.line("namespace: ", in: script)
    } else {
      return nil
    }
    let arguments = words.count > 4 ? Array(words[4...]) : []
    targets = arguments.isEmpty ? Self.appliedTo(script) : arguments
  }

  private static func option(_ name: String, in script: String) -> String? {
    let parts = script.split(whereSeparator: \.isWhitespace).map(String.init)
    let found = parts.first { $0.hasPrefix("\(name)=") }
    return found.map { $0.dropFirst(name.count + 1).filter { $0 != "\"" && $0 != "'" } }
  }

  private static func line(_ beginning: String, in script: String) -> String? {
    let lines = script.split(separator: "\n").map { $0.drop { $0 == " " } }
    return lines.first { $0.hasPrefix(beginning) }.map { String($0.dropFirst(beginning.count)) }
  }

  /// The context behind the last `--context` of the script, before `apply`.
  private static func appliedTo(_ script: String) -> [String] {
    let words = script.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let apply = words.lastIndex(of: "apply"),
      let option = words[..<apply].lastIndex(where: { $0.hasPrefix("--context") })
    else { return [] }
    let word = words[option]
    if word.contains("=") { return [String(word.dropFirst("--context=".count).filter { $0 != "\"" })] }
    return option + 1 < apply ? [words[option + 1]] : []
  }
}
