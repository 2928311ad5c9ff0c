internal import Manifests
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames
internal import Planning

extension MigrationPlan {
  /// One stage: what it changes, what is run, what must be true, and the way back.
  func stageSection(_ index: Int) -> String {
    let stage = stages[index]
    let before = index == 0 ? start : stages[index - 1].plan
    let notes = StageNotes(stage.stage)
    let changes = stage.plan.clusters.map { ClusterChange(of: $0, from: before, to: stage.plan) }.filter { !$0.isEmpty }
    return [
      "## Stage \(index + 1): `\(stage.stage.rawValue)`",
      "\(notes.purpose).",
      notes.conduct.map { "- \($0)" }.joined(separator: "\n"),
      changeSection(changes),
      commandSection(stage.plan.steps(notIn: before)),
      gateSection(stage.plan.steps.filter { $0.isCheck || !before.has($0) }),
      wayBackSection(notes, stage.stage, changes),
    ].compactMap { $0 }.joined(separator: "\n\n")
  }

  private func changeSection(_ changes: [ClusterChange]) -> String? {
    guard !changes.isEmpty else { return nil }
    let rows = changes.map { change in
      [
        Markdown.text("\(change.cluster.name)"), named(change.added), named(change.changed), named(change.dropped),
      ]
    }
    return """
      ### What changes

      \(Markdown.table(["cluster", "new", "changed", "no longer in the output"], rows))
      """
  }

  private func named(_ resources: [Resource]) -> String {
    resources.map { Markdown.code("\($0.reference)", inTable: true) }.joined(separator: "<br/>")
  }

  /// Commands that are run in this stage, and were not in the one before.
  private func commandSection(_ steps: [Step]) -> String? {
    let blocks = steps.compactMap { step -> String? in
      guard !step.commands.isEmpty else { return nil }
      return """
        `\(step.id)`: \(step.description.lowercasedFirst)

        ```sh
        \(step.commands.map(\.typed).joined(separator: "\n"))
        ```
        """
    }
    guard !blocks.isEmpty else { return nil }
    return
      "### What is run\n\nIn the folder of the output, each behind the steps that the cluster's `plan.json` says.\n\n"
      + blocks.joined(separator: "\n\n")
  }

  private func gateSection(_ steps: [Step]) -> String? {
    let rows = steps.flatMap { step in
      step.gates.map { [Markdown.code("\(step.id)"), Markdown.sentence($0.description, inTable: true)] }
    }
    guard !rows.isEmpty else { return nil }
    return """
      ### What must be true before going on

      The commands that ask for it are in the clusters' `plan.json`, under the same steps.

      \(Markdown.table(["behind the step", "it must be true that"], rows))
      """
  }

  /// New objects are left in a cluster by whoever only applies what was there before.
  private func wayBackSection(_ notes: StageNotes, _ stage: Migration.Stage, _ changes: [ClusterChange]) -> String {
    let deletions = changes.flatMap { change in
      change.added.reversed().filter { $0.kind != "Namespace" }.map { $0.deletion(in: change.cluster.context) }
    }
    let commands: [Command] =
      switch stage {
      case .gateways: liveExposures + deletions
      case .services: liveDiscoveries + deletions
      case .sideBySide: returns
      case .prepare, .leave, .done: []
      }
    let block = commands.isEmpty ? "" : "\n\n```sh\n\(commands.map(\.typed).joined(separator: "\n"))\n```"
    return "### The way back\n\n\(notes.wayBack)\(block)"
  }
}

extension Step {
  /// Whether it does nothing but look; what was true at the stage before has to be true again.
  fileprivate var isCheck: Bool {
    if case .run(let commands) = action { commands.isEmpty } else { false }
  }
}

extension Command {
  /// The command as a person types it: a script for the shell needs no other shell.
  fileprivate var typed: String { words.count == 3 && words.starts(with: ["sh", "-c"]) ? words[2] : shellLine }
}

extension String {
  /// The text as it goes on behind a colon.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
