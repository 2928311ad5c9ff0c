internal import Certificates
internal import MeshModel
internal import MeshNames
internal import Planning

/// The page that a reviewer reads first: what the mesh is, in which order it comes up, what must be looked up on the way.
func readme(of plan: Plan, deliveredBy gitOps: GitOps?) -> String {
  [
    plan.meshes.isEmpty
      ? "# Mesh `\(plan.mesh)`, topology `\(plan.topology)`"
      : "# \(plan.meshes.count) meshes, topology `\(plan.topology)`",
    "\(plan.summary). \(counted(plan)).",
    "```mermaid\n\(mermaid(of: plan))```",
    clusterTable(plan),
    meshTable(plan),
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

private func counted(_ plan: Plan) -> String {
  let networks = Set(plan.clusters.map(\.network)).count
  return "\(plan.clusters.count) cluster\(plan.clusters.count == 1 ? "" : "s") on "
    + "\(networks) network\(networks == 1 ? "" : "s")"
}

private func clusterTable(_ plan: Plan) -> String {
  let rows = plan.clusters.map {
    "| [\($0.name)](clusters/\($0.name)) | \($0.network) | \($0.role) | `\($0.context)` |"
  }
  return "## Clusters\n\n| cluster | network | role | kubeconfig context |\n| --- | --- | --- | --- |\n"
    + rows.joined(separator: "\n")
}

/// The phases, each act once however many clusters it is done in.
private func orderSection(_ plan: Plan) -> String {
  var acts: [(step: Step, count: Int)] = []
  for step in plan.steps {
    if let known = acts.firstIndex(where: {
      $0.step.phase == step.phase && $0.step.description == step.description
    }) {
      acts[known].count += 1
    } else {
      acts.append((step, 1))
    }
  }
  let rows = acts.map { act in
    "| \(act.step.phase.folder) | \(act.step.description) | \(act.step.gates.map(\.description).joined(separator: "; ")) |"
  }
  return """
    ## Order

    A phase's folder is applied with `kubectl --context CONTEXT apply -f clusters/NAME/PHASE`, and the next phase waits \
    for its gates, each of which is tried until it opens or its time is up. `index.json` has every step with its commands, its gates and what it must come after, across all \
    clusters; run its commands in this folder.

    | phase | what is done in each cluster | what must be true before going on |
    | --- | --- | --- |
    \(rows.joined(separator: "\n"))
    """
}

private func certificateSection(_ plan: Plan) -> String? {
  guard !plan.certificates.isEmpty else { return nil }
  let paths = plan.certificates.map { "`\($0.folder.planPath)`" }.joined(separator: ", ")
  return """
    ## Certificates

    \(paths) \(plan.certificates.count == 1 ? "says" : "say") who makes which key and who signs what. No key is in this folder, and none belongs here: \
    `ISSUED_CERTIFICATES` names the folder, outside of this repository, that the steps take them from. \
    `PLAN.md` beside each has the acts of the ceremony, the calendar and what is done in year two; \
    `meshgen-certs verify \(plan.certificates.first?.folder.planPath ?? "") FOLDER` compares what was issued with it.

    \(plan.certificates.map { authorityTable($0, isOneOfSeveral: !plan.meshes.isEmpty) }.joined(separator: "\n\n"))
    """
}

private func authorityTable(_ certificates: CertificatePlan, isOneOfSeveral: Bool) -> String {
  let rows = certificates.authorities.map { authority in
    let subject = authority.subject.map { "\($0.type)=\($0.value)" }.joined(separator: ", ")
    return "| \(authority.id) | \(subject) | \(authority.key.inWords) | \(authority.lifetime.days) days "
      + "| \(authority.issuer ?? "itself") |"
  }
  return """
    \(isOneOfSeveral ? "Of \(certificates.mesh):\n\n" : "")\
    | authority | subject | key | lifetime | signed by |
    | --- | --- | --- | --- | --- |
    \(rows.joined(separator: "\n"))
    """
}

private func bindingSection(_ plan: Plan) -> String? {
  guard !plan.bindings.isEmpty else { return nil }
  let rows = plan.bindings.map { "| `\($0.name)` | \($0.description) | `\($0.read.shellLine)` |" }
  return """
    ## Open bindings

    Values that are known only when something is running. The topology can give them beforehand. What is read is filled in \
    for `${NAME}` as it is printed\(plan.bindings.contains { $0.kind.form == .json } ? "; certificates are JSON texts, quotation marks included, so that they are one line" : "").

    | name | what it is | read with |
    | --- | --- | --- |
    \(rows.joined(separator: "\n"))
    """
}
