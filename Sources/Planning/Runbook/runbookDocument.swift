internal import Planning
package import YAMLWriting

extension Runbook {
  /// The runbook for programs, its steps as index.json has them, with every command in full.
  package var document: YAMLValue {
    [
      "kind": "Runbook",
      "version": 1,
      "topology": .string(name),
      "summary": .string(summary),
      "steps": .sequence(stepValues),
      "bindings": .sequence(bindings.map(\.value)),
      "removal": .sequence(
        removal.map { item in
          [
            "cluster": .string(item.cluster), "description": .string(item.description),
            "commands": .sequence(item.commands.map(\.value)),
          ]
        }),
    ]
  }
}

extension Runbook {
  /// The steps, as index.json has them, with every command in full.
  package var stepValues: [YAMLValue] { steps.map(\.value) }
}

extension RunbookStep {
  fileprivate var value: YAMLValue {
    .fields([
      "id": .string(id),
      "cluster": cluster.map { .string($0) } ?? .null,
      "phase": .string(phase),
      "description": .string(description),
      "action": .string(word),
      "path": path.map { .string($0) },
      "commands": .sequence(commands.map(\.value)),
      "after": .strings(after),
      "gates": .sequence(
        gates.map { gate in
          [
            "description": .string(gate.description), "command": gate.command.value,
            "timeoutSeconds": .integer(gate.timeout),
          ]
        }),
      "binds": .strings(binds),
      "uses": .strings(uses),
      "success": .string(success),
      "lookAt": .sequence(lookAt.map(\.value)),
      "wayBack": .sequence(wayBack.map(\.value)),
    ])
  }

  private var word: String {
    switch action {
    case .apply: "apply"
    case .run: "run"
    case .certificates: "certificates"
    }
  }

  private var path: String? {
    switch action {
    case .apply(_, let path), .certificates(let path): path
    case .run: nil
    }
  }
}

extension RunbookBinding {
  fileprivate var value: YAMLValue {
    [
      "name": .string(name), "description": .string(description), "step": .string(step), "read": read.value,
      "place": .string(place),
    ]
  }
}

extension Command {
  fileprivate var value: YAMLValue { .strings(words) }
}
