/// What a command of a plan makes so that control planes read a cluster: nothing else says it.
package struct RemoteSecret: Sendable {
  /// The ID under which the cluster is read: what its proxies have to call themselves.
  package let id: String
  /// The namespace of the control planes; `nil` where nothing says it.
  package let namespace: String?
  /// The step that makes it.
  package let step: String
  /// The contexts of the clusters that it is applied to, but for one of them.
  private let contexts: Set<String>
  private let except: String?

  /// Whether it is applied to a cluster that kubeconfigs call so.
  package func isApplied(to names: Set<String>) -> Bool {
    names.contains { contexts.contains($0) && $0 != except }
  }
}

extension RemoteSecret {
  /// Reads a command: `istioctl create-remote-secret … | kubectl --context="$context" apply -f -`, or a Secret that is
  /// written by hand; `nil` where it is another.
  ///
  /// - Parameters:
  ///   - words: The command.
  ///   - step: The step that it is of.
  ///   - lists: What the files have, a line each, that it may read.
  init?(_ words: [String], of step: String, reading lists: [String: Set<String>]) {
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
    let list = lists.first { script.hasSuffix("done 3<\($0.key)") }
    let arguments = words.count > 4 ? Array(words[4...]) : []
    self.init(
      id: id, namespace: found.namespace, step: step,
      contexts: list?.value ?? Set(arguments.isEmpty ? Self.appliedTo(script) : arguments),
      except: list.flatMap { _ in Self.passedOver(by: script) })
  }

  /// The context of a list that a script passes over: the cluster's own.
  private static func passedOver(by script: String) -> String? {
    guard let end = script.firstRange(of: ") continue ;;"), let start = script[..<end.lowerBound].firstRange(of: "* | ")
    else {
      return nil
    }
    return script[start.upperBound..<end.lowerBound].filter { $0 != "'" }
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
    if words[option] == "--context=\"$context\"" { return line("context=", in: script).map { [$0] } ?? [] }
    if words[option].contains("=") {
      return [String(words[option].dropFirst("--context=".count).filter { $0 != "\"" })]
    }
    return option + 1 < apply ? [words[option + 1]] : []
  }
}
