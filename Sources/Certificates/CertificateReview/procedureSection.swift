internal import Certificates
internal import MarkdownWriting
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

    These acts are the scripts', as those of the ceremony are. `next-…` makes a successor in `next/` of the authority's \
    folder, where nobody shows it yet; `promote` has it take the place of what there is, which is set aside in `retired/`; \
    `reissue` makes room for another certificate of the same key; `forget` destroys what was set aside. A stage is over when the clusters that it names have their \
    new files: each by its act `deliver`\(plan.publishesLists ? ", or by `lists` where CRLs alone change," : "") and its \
    step `20-trust` of the roll-out, which compares `cacerts` and replaces it. An istiod before 1.28 is restarted then.\
    \(plan.listWait)

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

    \(Markdown.table(["procedure", "stages"], rows))
    """
}

extension CertificatePlan {
  /// When CRLs are known: istiod writes them into a ConfigMap of every namespace, which proxies have as a file
  /// (istio/istio 1.30.3, pilot/pkg/serviceregistry/kube/controller/namespacecontroller.go).
  fileprivate var listWait: String {
    publishesLists
      ? """


      **CRLs read** is true when the ConfigMap `istio-ca-crl` of every namespace has them, and two minutes have gone, in \
      which the kubelet hands it to the proxies: `kubectl --context CONTEXT get configmap istio-ca-crl \
      --output='jsonpath={.data.ca-crl\\.pem}'` prints what `FOLDER/CLUSTER/ca-crl.pem` holds.
      """ : ""
  }
}

extension Procedure.Stage {
  /// The acts, by those who do them, the clusters, and what is waited for.
  fileprivate func inWords(_ actors: [String: String]) -> String {
    var parts: [(actor: String, acts: [String])] = []
    for act in acts {
      let actor = actors[act] ?? ""
      if parts.last?.actor == actor { parts[parts.count - 1].acts.append(act) } else { parts.append((actor, [act])) }
    }
    let done = parts.map { "\(Markdown.text($0.actor)): `\($0.acts.joined(separator: " "))`" }
    let what = files == .lists ? "CRLs" : "all files"
    let waits: [Procedure.Wait: String] = [.newChain: "**new chain**", .lists: "**CRLs read**"]
    let delivered: [String] =
      switch recipients {
      case .all: ["\(what) to all clusters"]
      case .clusters(let names): names.isEmpty ? [] : ["\(what) to \(inWordsOf(names))"]
      }
    return (done + delivered + [waits[wait]].compactMap { $0 }).joined(separator: "; ")
  }
}

private func inWordsOf(_ clusters: [ClusterName]) -> String { inWords(clusters.map(\.description)) }
