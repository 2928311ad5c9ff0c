internal import Diagnostics
package import FileTrees
package import MeshChange
internal import Planning
package import Runbook
internal import YAMLReading
internal import YAMLWriting

extension Runbook {
  /// The runbook of a topology; `nil` where there are errors.
  package init?(_ compilation: Compilation) {
    guard let plan = compilation.plan else { return nil }
    self.init(of: plan)
  }

  /// The runbook of a change; `nil` where the new side is a directory, of which nobody knows what steps it needs.
  package init?(of change: MeshChange) {
    guard let plan = change.new.plan else { return nil }
    self.init(of: plan, steps: change.steps)
  }

  /// The runbook of an output directory, from the parts of its plan, wherever they lie.
  ///
  /// - Parameter files: The files of the directory.
  /// - Throws: The file that cannot be read.
  package init(directory files: [FileTree.File]) throws(UnreadableFile) {
    var parts = CollectedPlan()
    for file in files
    where file.path.text.hasSuffix(".json") && file.path.text.split(separator: "/").first != "certificates" {
      parts.collect(try YAMLValue(file.document()), cluster: nil)
    }
    self.init(
      name: parts.name ?? "", summary: "The plan of \(parts.name ?? "the directory")", steps: parts.steps,
      bindings: parts.bindings, removal: parts.removal)
  }
}

/// What the parts of a plan say, put together.
private struct CollectedPlan {
  private(set) var name: String?
  private(set) var bindings: [RunbookBinding] = []
  private var removals: [RunbookRemoval] = []
  /// The acts of the removal in their order, where one part has no commands of its own.
  private var acts: [String] = []
  private var found: [(value: YAMLValue, cluster: String?)] = []
  private var contexts: [String: String] = [:]

  mutating func collect(_ value: YAMLValue, cluster: String?) {
    switch value {
    case .sequence(let items): for item in items { collect(item, cluster: cluster) }
    case .mapping(let entries):
      let cluster = value["cluster"]?.text ?? value[path: ["cluster", "name"]]?.text ?? cluster
      name = value[path: ["topology", "name"]]?.text ?? name
      if let name = value["name"]?.text, let context = value["context"]?.text { contexts[name] = context }
      if value["id"] != nil, value["action"] != nil { found.append((value, cluster)) }
      addBindings(value)
      addRemoval(value, cluster)
      for entry in entries { collect(entry.value, cluster: cluster) }
    default: break
    }
  }

  private mutating func addBindings(_ value: YAMLValue) {
    guard let name = value["name"]?.text, let step = value["step"]?.text, let read = value["read"]?.command else {
      return
    }
    bindings.append(
      RunbookBinding(
        name: name, description: value["description"]?.text ?? name, step: step, read: read,
        place: value["place"]?.text ?? ""))
  }

  private mutating func addRemoval(_ value: YAMLValue, _ cluster: String?) {
    guard case .sequence(let items)? = value["removal"] else { return }
    for item in items {
      let description = item["description"]?.text ?? ""
      guard let commands = item["commands"]?.commands else {
        acts.append(description)
        continue
      }
      removals.append(
        RunbookRemoval(cluster: item["cluster"]?.text ?? cluster ?? "", description: description, commands: commands))
    }
  }

  /// What is taken down, one act in all clusters before the next in any.
  var removal: [RunbookRemoval] {
    let places = Dictionary(acts.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    return removals.enumerated().sorted { left, right in
      (places[left.element.description] ?? 0, left.offset) < (places[right.element.description] ?? 0, right.offset)
    }.map(\.element)
  }

  /// The steps, each behind those that it needs.
  var steps: [RunbookStep] {
    var all = found.compactMap { step($0.value, in: $0.cluster) }
    // A step of a cluster says itself which steps of the whole mesh wait for it.
    let waiting = found.flatMap { item in
      (item.value["before"]?.texts ?? []).map { (later: $0, earlier: item.value["id"]?.text ?? "") }
    }
    let earlier = Dictionary(grouping: waiting, by: \.later).mapValues { $0.map(\.earlier) }
    for index in all.indices { all[index].after += earlier[all[index].id] ?? [] }
    let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    var (done, ordered): (Set<String>, [RunbookStep]) = ([], [])
    func visit(_ step: RunbookStep) {
      guard done.insert(step.id).inserted else { return }
      for needed in step.after { byID[needed].map(visit) }
      ordered.append(step)
    }
    for step in all { visit(step) }
    return ordered
  }

  private func step(_ value: YAMLValue, in cluster: String?) -> RunbookStep? {
    guard let id = value["id"]?.text else { return nil }
    let path = value["path"]?.text ?? ""
    let action: RunbookStep.Action =
      switch value["action"]?.text {
      case "apply": .apply(context: cluster.flatMap { contexts[$0] } ?? cluster ?? "", path: path)
      case "certificates": .certificates(path: path)
      default: .run(value["commands"]?.commands ?? [])
      }
    return RunbookStep(
      id: id, cluster: cluster, phase: value["phase"]?.text ?? "", description: value["description"]?.text ?? "",
      action: action, after: value["after"]?.texts ?? [], gates: (value["gates"]?.items ?? []).compactMap(gate),
      binds: value["binds"]?.texts ?? [], uses: value["uses"]?.texts ?? [])
  }

  private func gate(_ value: YAMLValue) -> RunbookGate? {
    guard let command = value["command"]?.command else { return nil }
    let seconds = (value["timeoutSeconds"] ?? value["timeout"])?.text.flatMap { Int($0) }
    return RunbookGate(description: value["description"]?.text ?? "", command: command, timeout: seconds ?? 180)
  }
}

extension YAMLValue {
  fileprivate var items: [YAMLValue] {
    if case .sequence(let items) = self { items } else { [] }
  }

  fileprivate var texts: [String] { items.compactMap(\.text) }

  fileprivate var command: Command? {
    if case .sequence = self { Command(texts) } else { nil }
  }

  fileprivate var commands: [Command] { items.compactMap(\.command) }
}
