internal import ContinuousDelivery
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames
internal import Planning

/// How a GitOps controller brings the output to the clusters, and what it leaves to people.
func gitOpsSection(_ plan: Plan, _ gitOps: GitOps?) -> String? {
  guard let gitOps else { return nil }
  return switch gitOps.controller {
  case .argoCD: argoCDSection(plan, gitOps)
  case .flux: fluxSection(plan, gitOps)
  }
}

private func argoCDSection(_ plan: Plan, _ gitOps: GitOps) -> String {
  """
  ## Argo CD

  Once this directory is in \(Markdown.code("\(gitOps.repository)"))\(place(gitOps)), and each cluster is registered in Argo CD under its name:

  `kubectl --namespace \(gitOps.namespace) apply --server-side -f gitops/argo-cd`

  That tells Argo CD when the mesh's own kinds are healthy (if `argocd-cm` is managed by something else, add the keys there), \
  and makes the Application `\(plan.topology)`, which brings the others up wave by wave. An Application without `automated` \
  waits for what follows: carry it out, then sync the Application.

  \(peoplesWork(plan))

  Before the mesh is taken down, let Argo CD forget it, which leaves it as it is:

  `kubectl --namespace \(gitOps.namespace) delete -f gitops/argo-cd/application-\(plan.topology).yaml -f gitops/argo-cd/applications`
  """
}

private func fluxSection(_ plan: Plan, _ gitOps: GitOps) -> String {
  """
  ## Flux

  Once this directory is in \(Markdown.code("\(gitOps.repository)"))\(place(gitOps)), in each cluster, which runs Flux:

  `kubectl --context CONTEXT apply -f gitops/flux/NAME`

  Each step is a Kustomization that waits for those before it in its cluster. What another cluster has to do first is tried \
  again until it is done, and so is what people have to do:

  \(peoplesWork(plan))
  """
}

private func place(_ gitOps: GitOps) -> String {
  gitOps.path.components.isEmpty ? "" : ", as \(Markdown.code("\(gitOps.path)"))"
}

/// What no controller can do, each act once however many clusters it is done in.
private func peoplesWork(_ plan: Plan) -> String {
  var known: Set<String> = []
  let steps = plan.steps.filter(\.isForPeople).filter { known.insert($0.description).inserted }
  guard !steps.isEmpty else { return "No step is left to people." }
  let rows = steps.map { "- \(Markdown.code("\($0.id)")): \(Markdown.sentence($0.description))" }
  return "Left to people, with the commands in `clusters/NAME/plan.json`, in each cluster:\n\n"
    + rows.joined(separator: "\n")
}
