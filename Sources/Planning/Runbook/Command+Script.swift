package import Planning

extension Command {
  /// The command as somebody pastes it: what `sh -c` would be given is written out, in a shell of its own.
  var pasted: String {
    guard words.count > 2, words[0] == "sh", words[1] == "-c" else { return shellLine }
    let arguments = words.dropFirst(4).map(Self.quoted)
    let set = arguments.isEmpty ? "" : "set -- \(arguments.joined(separator: " "))\n"
    return "(\n\(set)\(words[2])\n)"
  }

  /// What to look at where the command does not succeed: the object that it asks for.
  var lookedAt: Command? {
    guard words.first == "kubectl", words.contains("wait") || words.contains("rollout") || words.contains("get"),
      let context = words.firstIndex(of: "--context"), context + 1 < words.count,
      let object = words.last(where: { $0.contains("/") && !$0.hasPrefix("-") })
    else { return nil }
    let place = words.firstIndex(of: "--namespace").map { ["--namespace", words[min($0 + 1, words.count - 1)]] } ?? []
    return Command(["kubectl", "--context", words[context + 1]] + place + ["describe", object])
  }
}

extension RunbookStep {
  /// What to look at where it has not worked.
  package var lookAt: [Command] {
    let named = gates.compactMap(\.command.lookedAt)
    guard case .apply(let context, _) = action else { return named }
    return named + [
      Command([
        "kubectl", "--context", context, "get", "events", "--all-namespaces", "--sort-by=.lastTimestamp",
      ])
    ]
  }

  /// What it looks like once it has worked.
  package var success: String {
    guard gates.isEmpty else { return gates.map(\.description).joined(separator: "; ") }
    return switch action {
    case .apply: "kubectl says of every object that it is created, configured or unchanged"
    case .run(let commands) where commands.isEmpty: "the steps before are through, in every cluster"
    case .run: "the commands end without an error"
    case .certificates: "the folder of issued certificates has one folder for each cluster"
    }
  }

  /// How the step alone is taken back.
  package var wayBack: [Command] {
    switch action {
    // Only folders without namespaces, with which everything in them would go, and without what others rest on.
    case .apply(let context, let path) where ["50-gateways", "55-peers", "60-exposure"].contains(phase):
      [Command(["kubectl", "--context", context, "delete", "--ignore-not-found", "-f", path])]
    case .apply: []
    case .run(let commands): commands.compactMap(\.rollback)
    case .certificates: []
    }
  }
}

extension Command {
  /// What Helm has installed, as it was before.
  fileprivate var rollback: Command? {
    guard words.first == "helm", let upgrade = words.firstIndex(of: "upgrade"), upgrade + 2 < words.count,
      let namespace = words.firstIndex(of: "--namespace"), namespace + 1 < words.count
    else { return nil }
    return Command(
      Array(words[..<upgrade]) + ["rollback", words[upgrade + 2], "--namespace", words[namespace + 1], "--wait"])
  }
}
