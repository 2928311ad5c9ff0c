internal import Certificates
internal import MeshModel
internal import MeshNames

/// What is done in year two, act by act.
func procedureSection(_ plan: CertificatePlan) -> String? {
  guard !plan.procedures.isEmpty else { return nil }
  let actors = Dictionary(
    plan.ceremony.map { ($0.id, $0.actor) } + plan.upkeep.map { ($0.id, $0.actor) }
  ) { first, _ in first }
  let rows = plan.procedures.map { procedure in
    [
      "`\(procedure.id)`",
      procedure.stages.enumerated().map { "\($0 + 1). \($1.inWords(actors))" }.joined(separator: "<br>"),
    ]
  }
  return """
    ## Renewal and replacement

    These acts are the scripts', as those of the ceremony are. `retire` sets key, request and certificate aside, in \
    `retired/` of the authority's folder, so that its own acts make others; `reissue` makes room for another certificate \
    of the same key; `forget` destroys what was set aside. A stage is over when the clusters that it names have their \
    new files: each by its act `deliver`, and its step `20-trust` of the roll-out, which compares `cacerts` and replaces \
    it. An istiod before 1.28 is restarted then.

    **new chain** is true when nothing is printed by this, in each of the clusters; workloads take \
    \(plan.workloads.usual) hours for it by themselves, or are restarted:

    ```sh
    new=$(sed -n 2p FOLDER/CLUSTER/ca-cert.pem)
    kubectl --context CONTEXT get pods --all-namespaces --field-selector=status.phase=Running --output='jsonpath={range .items[*]}{.metadata.namespace} {.metadata.name} {.spec.containers[*].name} {.spec.initContainers[*].name}{"\\n"}{end}' |
      grep -w istio-proxy | while read -r namespace pod containers; do
        istioctl --context CONTEXT proxy-config secret "$pod.$namespace" --output json </dev/null |
          sed -n 's/.*"inlineBytes": "\\([^"]*\\)".*/\\1/p' | while read -r part; do printf %s "$part" | base64 -d; done |
          grep -qxF -- "$new" || echo "$namespace/$pod"
      done
    ```

    With the same key, and before its end: `ID-reissue`, `ID-sign`, and the deliveries of the clusters below it. \
    Everything that it has signed stays good.

    \(table(["procedure", "stages"], rows))
    """
}

extension Procedure.Stage {
  /// The acts, by those who do them, the clusters, and what is waited for.
  fileprivate func inWords(_ actors: [String: String]) -> String {
    var parts: [(actor: String, acts: [String])] = []
    for act in acts {
      let actor = actors[act] ?? ""
      if parts.last?.actor == actor { parts[parts.count - 1].acts.append(act) } else { parts.append((actor, [act])) }
    }
    let done = parts.map { "\(cell($0.actor)): `\($0.acts.joined(separator: " "))`" }
    let delivered: [String] =
      switch recipients {
      case .all: ["to all clusters"]
      case .clusters(let names): names.isEmpty ? [] : ["to \(inWordsOf(names))"]
      }
    return (done + delivered + (wait == .newChain ? ["**new chain**"] : [])).joined(separator: "; ")
  }
}

private func inWordsOf(_ clusters: [ClusterName]) -> String { inWords(clusters.map(\.description)) }
