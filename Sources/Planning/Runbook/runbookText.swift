internal import Planning

extension Runbook {
  /// The runbook for people at a terminal.
  ///
  /// - Parameter directory: Where the output is, for the first line.
  /// - Returns: Lines.
  package func text(in directory: String) -> String {
    let head = ["\(summary): \(steps.count) steps. Commands run in \(directory).", ""]
    let body = steps.enumerated().flatMap { index, step -> [String] in
      ["[\(index + 1)/\(steps.count)] \(step.id)  \(step.description)"] + step.lines(indent: "    ") + [""]
    }
    return (head + body + bindingLines + removalLines).joined(separator: "\n")
  }

  private var bindingLines: [String] {
    guard !bindings.isEmpty else { return [] }
    return ["Values that are read once they are there"]
      + bindings.flatMap { ["    \($0.name): \($0.description), after \($0.step)", "      $ \($0.read.pasted)"] } + [""]
  }

  private var removalLines: [String] {
    guard !removal.isEmpty else { return [] }
    return ["The way back: how all of it is taken down, in order"]
      + removal.flatMap { item in
        ["    \(item.cluster): \(item.description)"] + item.commands.map { "      $ \($0.pasted)" }
      }
  }

  /// The runbook for a page that people tick off.
  ///
  /// - Parameter directory: Where the output is.
  /// - Returns: Lines.
  package func markdown(in directory: String) -> String {
    let head = "# \(summary)\n\n\(steps.count) steps; commands run in `\(directory)`.\n\n"
    let body = steps.enumerated().map { index, step -> String in
      let commands = step.commands.map(\.pasted).joined(separator: "\n")
      let code = commands.isEmpty ? "" : "\n```sh\n\(commands)\n```\n"
      let gates = step.gates.map {
        "- wait, up to \($0.timeout) s: \($0.description)\n\n  ```sh\n  \($0.command.shellLine)\n  ```\n"
      }
      let look = step.lookAt.map { "- if not: `\($0.shellLine)`\n" }
      let back = step.wayBack.map { "- back: `\($0.shellLine)`\n" }
      return "## \(index + 1). `\(step.id)`\n\n\(step.description).\(step.byHand)\n\(code)\n\(gates.joined())"
        + "- [ ] done when: \(step.success)\n\(look.joined())\(back.joined())\n"
    }
    return head + body.joined() + removalMarkdown
  }

  private var removalMarkdown: String {
    guard !removal.isEmpty else { return "" }
    let items = removal.map { item in
      "- \(item.cluster): \(item.description)\n\n  ```sh\n"
        + item.commands.map { $0.pasted.split(separator: "\n").map { "  \($0)\n" }.joined() }.joined() + "  ```\n"
    }
    return "# The way back\n\n\(items.joined())"
  }
}

extension RunbookStep {
  fileprivate func lines(indent: String) -> [String] {
    let commands = self.commands.map(\.pasted).flatMap { command in
      command.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        ($0.offset == 0 ? "$ " : "  ") + $0.element
      }
    }
    let gates = self.gates.flatMap {
      ["waits, up to \($0.timeout) s: \($0.description)", "  $ \($0.command.shellLine)"]
    }
    let back = wayBack.isEmpty ? [] : ["back: \(wayBack.map(\.shellLine).joined(separator: "; "))"]
    return
      ((after.isEmpty ? [] : ["after \(after.joined(separator: ", "))"]) + (byHand.isEmpty ? [] : [byHand]) + commands
      + gates
      + ["done when: \(success)"] + lookAt.prefix(3).map { "if not: \($0.shellLine)" } + back).map { indent + $0 }
  }

  /// What no command does.
  var byHand: String {
    switch action {
    case .certificates(let path):
      "By hand: \(path) says who does what, and PLAN.md beside it says it for people. Then name the folder of issued "
        + "certificates: export ISSUED_CERTIFICATES=FOLDER"
    default: ""
    }
  }
}
