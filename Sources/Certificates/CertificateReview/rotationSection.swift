internal import Certificates
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames

/// How far the clusters are on the way to the next root, and what comes before the next state.
func rotationSection(_ plan: CertificatePlan) -> String? {
  let rows = plan.deliveries.compactMap { delivery in
    delivery.rotation.map { state in
      [
        delivery.cluster.description, "\(state)", delivery.chain.last?.id ?? "",
        inWords(delivery.anchors.map(\.id)), state.nextInWords(plan.workloads),
      ]
    }
  }
  guard !rows.isEmpty else { return nil }
  return """
    ## Rotation of the root

    Four states, each a change of one number in the topology: 0 the old root signs and is trusted, 1 both are trusted, \
    2 the new one signs, 3 it alone is trusted. Two clusters may be one state apart and not two, or they refuse each \
    other; no state is left out. Until state 3, the way back is the same, one state at a time.

    \(Markdown.table(["cluster", "state", "signed below", "trusts", "before the next state"], rows))
    """
}

extension RotationState {
  fileprivate func nextInWords(_ workloads: WorkloadLifetimes) -> String {
    switch self {
    case .prepared: "the proxies have been restarted, so that they take further roots"
    case .trustsBoth: "every cluster trusts both roots, and so does every proxy"
    case .signsWithNew:
      "\(workloads.usual) hours since the last cluster got here, or the longest lifetime that a workload asks for by itself: nothing is left that the old root has signed"
    case .done: "the key of the old root is destroyed; `root.generation` names the new one and `rotation` goes"
    }
  }
}
