internal import Manifests
internal import YAMLWriting

extension Plan {
  /// The bindings whose names occur in objects that are applied.
  package var bindingsInFiles: [Binding] {
    let used = Set(steps.flatMap(\.uses))
    return bindings.filter { used.contains($0.name) }
  }

  /// The plan with some bindings filled in.
  ///
  /// - Parameter values: The values by the bindings' names. Others than the plan's are of no account.
  /// - Returns: The plan, in which these names no longer occur.
  package func binding(_ values: [String: String]) -> Plan {
    guard !values.isEmpty else { return self }
    // In a URL, and before a port, an IPv6 address stands in brackets (RFC 3986, section 3.2.2).
    let fillURL = { (text: String) in
      values.reduce(text) { text, value in
        text.replacing("${\(value.key)}", with: value.value.contains(":") ? "[\(value.value)]" : value.value)
      }
    }
    // An object has an address alone, or with a port: `${NAME}:15012`.
    let fill = { (text: String) in
      values.first { text == "${\($0.key)}" }?.value ?? fillURL(text)
    }
    var plan = self
    plan.steps = steps.map { $0.filling(values.keys, with: fill) }
    plan.bindings.removeAll { values[$0.name] != nil }
    plan.verifications = verifications.map { $0.filling(values.keys, with: fillURL) }
    return plan
  }
}

extension Step {
  fileprivate func filling(_ names: some Collection<String>, with fill: (String) -> String) -> Step {
    guard uses.contains(where: names.contains) || binds.contains(where: names.contains) else { return self }
    var step = self
    step.action = action.filling(with: fill)
    step.binds.removeAll(where: names.contains)
    step.uses.removeAll(where: names.contains)
    step.files = files.map { $0.filling(with: fill) }
    return step
  }
}

extension PlannedFile {
  fileprivate func filling(with fill: (String) -> String) -> PlannedFile {
    switch content {
    case .yaml(let value): PlannedFile(path, .yaml(value.filling(with: fill)))
    case .json(let value): PlannedFile(path, .json(value.filling(with: fill)))
    case .text(let text): PlannedFile(path, .text(fill(text)))
    case .verbatim(let text): PlannedFile(path, .verbatim(fill(text)))
    }
  }
}

extension Step.Action {
  fileprivate func filling(with fill: (String) -> String) -> Step.Action {
    switch self {
    case .apply(let resources): .apply(resources.map { $0.filling(with: fill) })
    case .install(let release): .install(release.with(release.values.filling(with: fill)))
    case .run, .certificates: self
    }
  }
}

extension PlannedVerification {
  fileprivate func filling(_ names: some Collection<String>, with fill: (String) -> String) -> PlannedVerification {
    var verification = self
    verification.checks = checks.map { check in
      Check(
        check.description, Command(check.command.words.map(fill)), times: check.times, answers: check.answers,
        never: check.never, uses: check.uses.filter { !names.contains($0) }, isShared: check.isShared)
    }
    return verification
  }
}

extension Resource {
  fileprivate func filling(with fill: (String) -> String) -> Resource {
    Resource(
      apiVersion, kind, name, in: namespace, labels: labels, annotations: annotations.mapValues(fill),
      content.filling(with: fill))
  }
}

extension YAMLValue {
  fileprivate func filling(with fill: (String) -> String) -> YAMLValue {
    switch self {
    case .string(let text): .string(fill(text))
    case .sequence(let items): .sequence(items.map { $0.filling(with: fill) })
    case .mapping(let entries): .mapping(entries.map { Entry($0.key, $0.value.filling(with: fill)) })
    case .integer, .decimal, .boolean, .null: self
    }
  }
}
