internal import Diagnostics
internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// What applications need: their services' names in every cluster with clients, and proxies.
extension LegacyCluster {
  var isInjectedAutomatically: Bool { cluster.injection?.automatic?.value ?? true }

  /// The services of other clusters that this cluster's DNS must know.
  var replicas: [Service] { topology.services.filter { $0.replicateTo.contains { $0.value == name } } }

  /// The namespaces whose pods get proxies by themselves: those that are listed, and those of services that are here.
  var injectedNamespaces: Set<NamespaceName> {
    guard isInjectedAutomatically else { return [] }
    let own = topology.services.filter { $0.clusters.contains { $0.value == name } }.map(\.namespace.value)
    return Set(own + (cluster.injection?.namespaces.map(\.value) ?? []) + applicationNamespaces)
  }

  /// The namespaces of applications, which have to be there whoever adds the proxies.
  var applicationNamespaces: [NamespaceName] { (topology.namespaces[name] ?? []).map(\.name) }

  var servicesStep: Step? {
    guard !replicas.isEmpty else { return nil }
    return Step(
      step(.traffic), in: name, .traffic, "Make the names of other clusters' services known",
      .apply(replicas.map(replica)), after: [isPrimary ? step(.controlPlane) : step(.discovery, "remote-secret")])
  }

  /// A Service without pods: the DNS of each cluster knows its own alone, and Pilot puts them together by name.
  private func replica(_ service: Service) -> Resource {
    Resource(
      "v1", "Service", service.name.value.description, in: service.namespace.value,
      [
        "spec": [
          "ports": .sequence(
            service.ports.map {
              [
                "name": .string(Self.portName($0)), "port": .integer($0.number.value.number),
                "protocol": $0.protocol.value == .udp ? "UDP" : "TCP",
              ]
            })
        ]
      ])
  }

  /// Pilot takes a port's protocol from the beginning of its name (istio.io, "Requirements for Pods and Services", 1.0).
  private static func portName(_ port: Service.Port) -> String {
    let (name, spoken) = (port.name.value.description, port.protocol.value)
    let isNamed = name == spoken.rawValue || name.hasPrefix("\(spoken.rawValue)-")
    return isNamed || [.tcp, .udp].contains(spoken) ? name : "\(spoken.rawValue)-\(name)"
  }

  /// Adds proxies to the manifests of applications, where no webhook does.
  var injectionStep: Step? {
    guard !isInjectedAutomatically else { return nil }
    let script = """
      for manifest in "${APPLICATION_MANIFESTS:?name the folder of the applications' manifests for \(name)}"/*.yaml; do
        \(injectCommand(file: "\"$manifest\"")) || exit 1
      done
      """
    return Step(
      step(.traffic, "injection"), in: name, .traffic, "Add proxies to the applications' manifests, and apply them",
      .run([Command(["sh", "-c", script])]), after: [step(.discovery, "remote-secret")])
  }

  /// Both ConfigMaps are the cluster's own, and there without the webhook, too.
  func injectCommand(file: String) -> String {
    let context = Command.quoted(context.description)
    return "istioctl kube-inject --context \(context) --istioNamespace \(system)"
      + " --injectConfigMapName istio-sidecar-injector --meshConfigMapName istio -f \(file)"
      + " | \(Command.kubectl(in: self.context, "apply", "-f", "-").shellLine)"
  }
}
