internal import ContinuousDelivery
internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLReading

/// What a document comes to before anybody looks at what is still open.
struct Draft {
  let topology: Topology?
  let silenced: Set<FindingCode>
  /// `nil` where there are errors.
  let plan: Plan?
  var log: FindingLog

  init(of root: Node?, _ log: FindingLog) {
    var log = log
    topology = root.map { Topology(reading: $0, into: &log) }
    silenced = topology.map { silencedCodes(of: $0, into: &log) } ?? []
    let plan = topology.flatMap { checkedPlan(of: $0, into: &log) }
    self.plan = log.hasErrors ? nil : plan
    self.log = log
  }

  /// What comes of the document with values of bindings in it, where the topology could have said them: so they meet every
  /// check that its own values do.
  ///
  /// - Parameters:
  ///   - values: Values by the names of bindings.
  ///   - root: The document.
  ///   - log: What was found before the document was read as a topology.
  /// - Returns: The draft; `nil` where none of the values has such a place.
  func binding(_ values: [String: String], in root: Node, _ log: FindingLog) -> Draft? {
    let bound = (plan?.bindings ?? []).filter { $0.kind.isReadAgain && values[$0.name] != nil }
    var said: [Binding] = []
    let document = bound.reduce(root) { document, binding in
      guard let value = values[binding.name],
        let next = document.setting(binding.place, to: value, at: binding.origin)
      else { return document }
      said.append(binding)
      return next
    }
    guard !said.isEmpty else { return nil }
    var draft = Draft(of: document, log)
    draft.log = draft.log.naming(said, newerThan: self.log)
    return draft
  }
}

extension Draft {
  /// Says which bindings of a plan's files are still open: those of one place once, and those that may not be.
  mutating func reportOpenBindings(of plan: Plan?) {
    let open = plan?.bindingsInFiles ?? []
    for refusal in open.compactMap(\.refusal) { log.report(refusal) }
    for (_, bindings) in Dictionary(grouping: open.filter { $0.refusal == nil }, by: \.origin) {
      Finding.unbound(bindings, isApplied: topology?.gitOps != nil).map { log.report($0) }
    }
  }
}

/// The plan of a topology with which nothing is wrong.
private func checkedPlan(of topology: Topology, into log: inout FindingLog) -> Plan? {
  checkMesh(topology, into: &log)
  let plan = dialectPlan(of: topology, into: &log)?
    .mergingValues(of: topology, into: &log)
    .applyingPatches(of: topology, into: &log)
  plan?.reportRepeatedObjects(of: topology, into: &log)
  plan.map { checkWatchedNamespaces(of: $0, topology, &log) }
  if let plan, !log.hasErrors { checkReach(plan, topology, &log) }
  return plan?.handedOver(to: topology.gitOps)
}

extension Binding.Kind {
  /// Whether the topology says such a value by itself.
  ///
  /// Sealed files come together there, and may be bound one by one.
  fileprivate var isReadAgain: Bool { self != .sealed }
}

extension FindingLog {
  /// The findings, of which those that bound values brought about name them: their place is where the value is missing.
  fileprivate func naming(_ bindings: [Binding], newerThan old: FindingLog) -> FindingLog {
    let known = Set(old.findings.map(\.message))
    return findings.reduce(into: FindingLog()) { log, finding in
      let ranges = [finding.place.range] + finding.notes.map(\.range)
      guard !known.contains(finding.message),
        let binding = bindings.first(where: { ranges.contains($0.origin) })
      else { return log.report(finding) }
      let words = "`--bind \(binding.name)=VALUE` says it"
      var named = Finding(
        finding.code, finding.message, at: finding.place, notes: finding.notes,
        help: finding.help.map { "\(words); \($0)" } ?? words, fix: nil)
      named.severity = finding.severity
      log.report(named)
    }
  }
}
