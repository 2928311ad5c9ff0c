internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension Plan {
  /// What is wrong with objects of a kind beside those that they are for, in words.
  func faults(of kind: PlainText) -> Set<String> {
    let byCluster = Dictionary(grouping: resources, by: \.cluster)
    return byCluster.values.reduce(into: []) { faults, objects in
      let objects = objects.map(\.resource)
      for object in objects where object.kind == kind.description {
        if let fault = object.fault(beside: objects) { faults.insert(fault) }
      }
    }
  }
}

extension Resource {
  fileprivate func fault(beside objects: [Resource]) -> String? {
    switch kind {
    case "HorizontalPodAutoscaler": autoscalerFault(beside: objects)
    case "PodDisruptionBudget": budgetFault(beside: objects)
    default: nil
    }
  }

  private func autoscalerFault(beside objects: [Resource]) -> String? {
    let most = content[path: ["spec", "maxReplicas"]]?.number ?? 1
    guard fewestPods <= most else { return "`\(name)` would have at least \(fewestPods) pods, and at most \(most)" }
    return objects.first { $0.kind == "PodDisruptionBudget" && $0.name == name }?.budgetFault(beside: objects)
  }

  private func budgetFault(beside objects: [Resource]) -> String? {
    guard let needed = content[path: ["spec", "minAvailable"]]?.number,
      let scaled = objects.first(where: { $0.kind == "HorizontalPodAutoscaler" && $0.name == name }),
      needed >= scaled.fewestPods
    else { return nil }
    return
      "\(needed) of the \(scaled.fewestPods) pods of `\(name)` would always have to be there, and no node be drained"
  }

  private var fewestPods: Int { content[path: ["spec", "minReplicas"]]?.number ?? 1 }
}
