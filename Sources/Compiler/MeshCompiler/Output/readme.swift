internal import Certificates
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames
internal import Planning

/// The page that a reviewer reads first: what the mesh is, in which order it comes up, what must be looked up on the way.
func readme(of plan: Plan, deliveredBy gitOps: GitOps?) -> String {
  [
    plan.meshes.isEmpty
      ? "# Mesh `\(plan.mesh)`, topology `\(plan.topology)`" : "# The meshes of topology `\(plan.topology)`",
    "\(Markdown.text(plan.summary)).",
    mermaid(of: plan).map { "```mermaid\n\($0)```" },
    clusterSection(plan),
    meshSection(plan),
    orderSection(plan),
    releaseSection(plan),
    gitOpsSection(plan, gitOps),
    certificateSection(plan),
    bindingSection(plan),
    verificationSection(plan),
    removalSection(plan),
    counterpartSection(plan),
  ].compactMap { $0 }.joined(separator: "\n\n") + "\n"
}

/// The clusters, each on lines of its own, with the values of it that are still open.
private func clusterSection(_ plan: Plan) -> String {
  let parts = PlanParts(of: plan)
  let entries = plan.clusters.map { cluster in
    let open = (parts.bindings[cluster.name] ?? []).map { "  open: \(Markdown.code($0.name))" }
    let place = "\(Markdown.text(cluster.role)) on \(Markdown.code("\(cluster.network)"))"
    return
      ([
        "- " + Markdown.link("\(cluster.name)", to: "clusters/\(cluster.name)"),
        "  \(place), context \(Markdown.code("\(cluster.context)"))",
      ] + open).joined(separator: "\n")
  }
  return "## Clusters\n\n" + entries.joined(separator: "\n\n")
}

/// The phases, each act once however many clusters it is done in.
private func orderSection(_ plan: Plan) -> String {
  var known: Set<Act> = []
  var phases: [Phase: [(act: Act, gates: [String])]] = [:]
  for step in plan.steps {
    let act = Act(phase: step.phase, description: step.description)
    guard known.insert(act).inserted else { continue }
    phases[step.phase, default: []].append((act, step.gates.map(\.description)))
  }
  let sections = phases.sorted { $0.key < $1.key }.map { phase, acts in
    "### \(phase.folder)\n\n" + acts.map { entry($0.act.description, $0.gates) }.joined(separator: "\n")
  }
  return """
    ## Order

    A phase's folder is applied with `kubectl --context CONTEXT apply -f clusters/NAME/PHASE`, and the next phase waits \
    for its gates, each of which is tried until it opens or its time is up. Each cluster's `plan.json` has its steps with \
    their commands, their gates and what they must come after, and `index.json` those of the whole mesh; run the commands \
    in this folder.

    \(sections.joined(separator: "\n\n"))
    """
}

/// A thing to do, whichever cluster does it.
private struct Act: Hashable {
  let phase: Phase
  let description: String
}

private func entry(_ description: String, _ gates: [String]) -> String {
  "- \(Markdown.sentence(description))" + gates.map { "\n  - then: \(Markdown.sentence($0))" }.joined()
}

private func certificateSection(_ plan: Plan) -> String? {
  guard !plan.certificates.isEmpty else { return nil }
  let paths = plan.certificates.map { "`\($0.folder.planPath)`" }.joined(separator: ", ")
  return """
    ## Certificates

    \(paths) \(plan.certificates.count == 1 ? "says" : "say") who makes which key and who signs what. No key is in this folder, and none belongs here: \
    `ISSUED_CERTIFICATES` names the folder, outside of this repository, that the steps take them from. \
    `PLAN.md` beside each has the acts of the ceremony, the calendar and what is done in year two; \
    `meshgen-certs verify \(plan.certificates.first?.folder.planPath ?? "") FOLDER` compares what was issued with it. The \
    authorities that are no cluster's own:

    \(plan.certificates.map { authorityTable($0, isOneOfSeveral: !plan.meshes.isEmpty) }.joined(separator: "\n\n"))
    """
}

/// The authorities that are no cluster's: those are told apart by their names alone, and `PLAN.md` has them all.
private func authorityTable(_ certificates: CertificatePlan, isOneOfSeveral: Bool) -> String {
  let rows = certificates.authorities.filter { $0.cluster == nil }.map { authority in
    [
      authority.id, Markdown.text(authority.subject.map { "\($0.type)=\($0.value)" }.joined(separator: ", ")),
      authority.key.inWords, "\(authority.lifetime.days) days", authority.issuer ?? "itself",
    ]
  }
  return (isOneOfSeveral ? "Of \(Markdown.code("\(certificates.mesh)")):\n\n" : "")
    + Markdown.table(["authority", "subject", "key", "lifetime", "signed by"], rows)
}

private func bindingSection(_ plan: Plan) -> String? {
  guard !plan.bindings.isEmpty else { return nil }
  let isText = plan.bindings.allSatisfy { $0.kind.form == .text }
  let note = isText ? "" : "; certificates are JSON texts, quotation marks included, so that they are one line"
  let clusters = Dictionary(plan.steps.map { ($0.id, $0.cluster) }) { first, _ in first }
  let whole = plan.bindings.filter { clusters[$0.step] ?? nil == nil }.map {
    "- \(Markdown.code($0.name)), \(Markdown.sentence($0.description)): \(Markdown.code($0.read.shellLine))"
  }
  return """
    ## Open bindings

    Values that are known only when something is running; the list of clusters names them. The topology can give them \
    beforehand. Each cluster's `plan.json` says of its own what it is, after which step it can be read, and the command \
    that reads it. What is read is filled in for `${NAME}` as it is printed\(note).
    """ + (whole.isEmpty ? "" : "\n\n" + whole.joined(separator: "\n"))
}
