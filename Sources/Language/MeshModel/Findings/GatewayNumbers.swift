internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let gatewayScaling = FindingCode(
    329, "gateway-scaling", .error, restsOn: ["clusters[].gateway"],
    Explanation(
      meaning: "The numbers of a gateway's pods, or what each of them asks for, do not agree with each other.",
      harm: """
        A fixed number and an autoscaler undo each other's work. A disruption budget of as many pods as there are \
        blocks every drain of a node, and with it every upgrade of the cluster. An autoscaler that measures processor \
        time in percent of what is requested does nothing where nothing is requested. A request above its limit is \
        refused by the API server.
        """,
      sources: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/", "istio/istio#12602"],
      wrong: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {replicas: 2, disruptionBudget: {minAvailable: 2}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {replicas: 3, disruptionBudget: {minAvailable: 2}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func fixedAndScaled(_ replicas: Located<Count>, _ autoscaling: GatewayScaling.Autoscaling) -> Finding {
    Finding(
      .gatewayScaling, "a gateway has a fixed number of pods or an autoscaler, not both", at: replicas.range,
      notes: [Annotation(autoscaling.place, "the autoscaler")], help: "remove one of the two")
  }

  static func fewestAboveMost(_ least: Located<Count>, _ most: Located<Count>) -> Finding {
    Finding(
      .gatewayScaling, "at least \(least.value) pods are more than at most \(most.value)", at: least.range,
      notes: [Annotation(most.range, "at most")])
  }

  static func aboveAllProcessorTime(_ cpu: Located<Count>) -> Finding {
    Finding(
      .gatewayScaling, "\(cpu.value)% of the processor time that is requested is more than all of it", at: cpu.range,
      help: "it takes a number from 1 to 100")
  }

  static func scaledByNothing(resources: SourceRange, scaling: SourceRange?) -> Finding {
    Finding(
      .gatewayScaling, "the autoscaler measures processor time in percent of a request, and none is made",
      at: resources, notes: scaling.map { [Annotation($0, "the autoscaler")] } ?? [],
      help: "add `requests: {cpu: 100m}`, or a fixed number of `replicas`")
  }

  static func undrainable(_ budget: Located<Count>, pods: Int, at range: SourceRange?) -> Finding {
    Finding(
      .gatewayScaling,
      "a budget of \(budget.value) with \(pods) \(pods == 1 ? "pod" : "pods") blocks every drain of a node",
      at: budget.range, notes: range.map { [Annotation($0, "the fewest pods")] } ?? [],
      help: "leave an eviction at least one pod to take")
  }

  static func requestAboveLimit(_ request: Located<ResourceQuantity>, _ limit: Located<ResourceQuantity>) -> Finding {
    Finding(
      .gatewayScaling, "the request of \(request.value) is above the limit of \(limit.value)", at: request.range,
      notes: [Annotation(limit.range, "the limit")])
  }
}
