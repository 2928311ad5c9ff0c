internal import Certificates
internal import Manifests
internal import MeshNames
internal import Planning

extension Step {
  /// All that carrying the step out depends on, but for its objects.
  var signature: String {
    let commands =
      switch action {
      case .run(let commands): commands.map(\.unordered)
      case .install(let release): [release.installation.shellLine]
      case .apply: ["apply"]
      case .certificates(let folder): [folder.planPath]
      }
    let gates = gates.map { "\($0.description) \($0.command.shellLine) \($0.timeout)" }
    return ([id.description] + commands + gates + after.map(\.description).sorted()).joined(separator: "\n")
  }
}

extension Command {
  /// The command, with the words that a script takes in an order of their own: they are clusters or namespaces.
  fileprivate var unordered: String {
    guard words.starts(with: ["sh", "-c"]), words.count > 4 else { return shellLine }
    return Command(words.prefix(4) + words.dropFirst(4).sorted()).shellLine
  }
}

extension Comparison {
  /// The steps of the new plan that the change needs, in its order, and those that only the change needs.
  ///
  /// Nothing of a directory is known but its objects, so that there are no steps without a plan.
  var steps: [Step] {
    guard let plan = new.plan, !isSameMesh else { return [] }
    let needed = neededSteps(of: plan)
    let ids = Set(needed.map(\.id))
    let needs = Dictionary(plan.steps.map { ($0.id, $0.after) }) { first, _ in first }
    let kept = needed.map { $0.behind(needs, keeping: ids) }
    let leaving = old.plan.map(leavingSteps) ?? []
    return forgettingSteps(in: plan) + kept + removingSteps(in: plan, after: kept) + leaving
  }

  private func neededSteps(of plan: Plan) -> [Step] {
    guard let before = old.plan else {
      let places = Set(objects.map { "\($0.object.id.cluster)/\($0.object.phase)" })
      return plan.steps.filter { step in step.cluster.map { places.contains("\($0)/\(step.phase.folder)") } ?? false }
    }
    let signatures = Dictionary(before.steps.map { ($0.id, $0.signature) }) { first, _ in first }
    let places = Set(
      objects.filter { $0.change != .remove }.map { "\($0.object.id.cluster)/\($0.object.phase)/\($0.object.id.name)" })
    let files = changedFiles(from: before, to: plan)
    return plan.steps.filter { step in
      if step.reads(files) { return true }
      if case .certificates = step.action { return hasAuthoritiesToIssue }
      return signatures[step.id] != step.signature || step.brings(places)
    }
  }

  /// The files of the whole mesh that differ: lists that steps of several clusters read.
  private func changedFiles(from old: Plan, to new: Plan) -> Set<String> {
    let known = old.steps.filter { $0.cluster == nil }.flatMap(\.files)
    let files = new.steps.filter { $0.cluster == nil }.flatMap(\.files).filter { !known.contains($0) }
    return Set(files.map { (["clusters"] + $0.path).joined(separator: "/") })
  }

  /// In every cluster that stays, what it knows of those that go.
  private func forgettingSteps(in plan: Plan) -> [Step] {
    // A cluster of another name is read by its old one until that is forgotten.
    let renamed = Set(old.clusters).subtracting(oldClusters)
    let gone = oldClusters.subtracting(newClusters).union(renamed).sorted()
    let namespace = remoteSecretNamespace
    guard !gone.isEmpty else { return [] }
    return plan.clusters.compactMap { cluster in
      guard let namespace, clustersOfBoth.contains(cluster.name.description) else { return nil }
      let gone = gone.filter { renames.cluster($0) != cluster.name.description }
      guard !gone.isEmpty else { return nil }
      let secrets = gone.map { "istio-remote-secret-\($0)" }
      let command = Command(
        [
          "kubectl", "--context", "\(cluster.context)", "--namespace", namespace, "delete", "--ignore-not-found",
          "secret",
        ]
          + secrets)
      return Step(
        StepID(cluster.name, .discovery, "forget"), in: cluster.name, .discovery,
        "Forget \(gone.joined(separator: ", ")), so that no request is sent there", .run([command]))
    }
  }

  /// Where the remote secrets of the old plan lie; `nil` where it has none.
  private var remoteSecretNamespace: String? {
    for case .run(let commands) in old.plan?.steps.map(\.action) ?? [] {
      for command in commands where command.shellLine.contains("create-remote-secret") {
        let words = command.shellLine.split(whereSeparator: { $0 == " " || $0 == "'" })
        return words.first { $0.hasPrefix("--namespace=") }.map { String($0.dropFirst("--namespace=".count)) }
      }
    }
    return nil
  }

  /// What kubectl leaves where it is, taken away once what is new is there.
  private func removingSteps(in plan: Plan, after steps: [Step]) -> [Step] {
    plan.clusters.compactMap { cluster in
      let gone = objects.filter {
        $0.change == .remove && $0.object.id.cluster == cluster.name.description && $0.object.id.kind != "Values"
          && $0.object.id.kind != "Namespace"
      }
      guard !gone.isEmpty, clustersOfBoth.contains(cluster.name.description) else { return nil }
      let commands = gone.reversed().map { $0.object.deletion(in: cluster.context) }
      return Step(
        StepID(cluster.name, .anchors, "remove"), in: cluster.name, .anchors,
        "Remove what is no longer in the output, and kubectl leaves where it is", .run(commands),
        after: steps.filter { $0.cluster == cluster.name }.map(\.id))
    }
  }

  /// The removal of clusters that go, as the old plan has it; their folders are no longer in the output, so that objects
  /// are named one by one.
  private func leavingSteps(of old: Plan) -> [Step] {
    let gone = oldClusters.subtracting(newClusters)
    let contexts = Dictionary(old.clusters.map { ($0.name, $0.context) }) { first, _ in first }
    var counts: [ClusterName: Int] = [:]
    return old.removal.compactMap { removal in
      guard gone.contains(renames.cluster("\(removal.cluster)")), let context = contexts[removal.cluster] else {
        return nil
      }
      let commands = removal.commands.flatMap { naming(objectsOf: $0, in: removal.cluster.description, context) }
      guard !commands.isEmpty else { return nil }
      counts[removal.cluster, default: 0] += 1
      return Step(
        StepID(removal.cluster, .anchors, "leave-\(counts[removal.cluster] ?? 0)"), in: removal.cluster, .anchors,
        removal.description,
        .run(commands))
    }
  }

  /// A command that takes down what a folder holds, as commands that name the objects.
  private func naming(objectsOf command: Command, in cluster: String, _ context: ContextName) -> [Command] {
    guard let option = command.words.firstIndex(where: { $0 == "--filename" || $0 == "-f" }),
      option + 1 < command.words.count
    else { return [command] }
    let parts = command.words[option + 1].split(separator: "/").map(String.init)
    let objects = old.objects.filter { parts == ["clusters", $0.id.cluster, $0.phase] && $0.id.cluster == cluster }
    return objects.reversed().map { $0.deletion(in: context) }
  }
}

extension Step {
  /// Whether a command of the step names one of these files.
  fileprivate func reads(_ files: Set<String>) -> Bool {
    guard !files.isEmpty, case .run(let commands) = action else { return false }
    return commands.contains { command in files.contains { command.shellLine.contains($0) } }
  }

  /// Whether the step applies, installs or reads one of these.
  fileprivate func brings(_ places: Set<String>) -> Bool {
    guard let cluster else { return false }
    if let release { return places.contains("\(cluster)/helm/\(release.name).values.yaml") }
    return resources.contains { places.contains("\(cluster)/\(phase.folder)/\($0.name)") }
      || files.contains { file in
        places.contains("\(cluster)/\(file.path.dropLast().joined(separator: "/"))/\(file.path.last ?? "")")
      }
  }

  /// The step behind those of the ones before it that are carried out, too; what is left out is done already.
  fileprivate func behind(_ needs: [StepID: [StepID]], keeping ids: Set<StepID>) -> Step {
    var (wanted, found, seen) = (after, [StepID](), Set<StepID>())
    while let next = wanted.popLast() {
      guard seen.insert(next).inserted else { continue }
      if ids.contains(next) { found.append(next) } else { wanted += needs[next] ?? [] }
    }
    return Step(
      id, in: cluster, phase, description, action, after: found.sorted { $0.description < $1.description },
      gates: gates,
      binds: binds, uses: uses, files: files)
  }
}

extension ClusterObject {
  /// The command that takes it away.
  fileprivate func deletion(in context: ContextName) -> Command {
    let kind = id.kind.lowercased() + (id.group.isEmpty ? "" : ".\(id.group)")
    let place = id.namespace.isEmpty ? [] : ["--namespace", id.namespace]
    return Command(
      ["kubectl", "--context", "\(context)"] + place + ["delete", "--ignore-not-found", "\(kind)/\(id.name)"])
  }
}
