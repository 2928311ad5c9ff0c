/// What a command of a plan makes so that control planes read a cluster: nothing else says it.
package struct RemoteSecret: Sendable {
  /// The ID under which the cluster is read: what its proxies have to call themselves.
  package let id: String
  /// The namespace of the control planes; `nil` where nothing says it.
  package let namespace: String?
  /// The contexts of the clusters that it is applied to.
  package let contexts: Set<String>
  /// The step that makes it.
  package let step: String
}

extension RemoteSecret {
  /// Reads a command: `istioctl create-remote-secret … | kubectl --context="$context" apply -f -`, or a Secret that is
  /// written by hand; `nil` where it is another.
  init?(_ words: [String], of step: String) {
    let script = words.first == "sh" && words.count > 2 ? words[2] : words.joined(separator: " ")
    let found: (id: String?, namespace: String?)
    if script.contains("create-remote-secret") {
      found = (Self.option("--name", in: script), Self.option("--namespace", in: script))
    } else if script.contains("istio/multiCluster") {
      found = (Self.line("name: istio-remote-secret-", in: script), Self.line("namespace: ", in: script))
    } else {
      return nil
    }
    guard let id = found.id else { return nil }
    let arguments = words.count > 4 ? Array(words[4...]) : []
    self.init(
      id: id, namespace: found.namespace, contexts: Set(arguments.isEmpty ? Self.appliedTo(script) : arguments),
      step: step)
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
    if words[option].contains("=") {
      return [String(words[option].dropFirst("--context=".count).filter { $0 != "\"" })]
    }
    return option + 1 < apply ? [words[option + 1]] : []
  }
}
