internal import Diagnostics
internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// What a cluster's proxies must know of services: the imported ones, the subsets of its own, and routes.
extension LegacyCluster {
  func trafficStep(in clusters: [LegacyCluster]) -> Step? {
    let imports = imports
    let exporting = Set(imports.flatMap(exporters))
    let sources = clusters.filter { exporting.contains($0.name) }
    let resources =
      imports.flatMap { [rule(forImported: $0), entry(for: $0, from: sources)] } + ownServices.compactMap(ruleForOwn)
      + routes.compactMap(virtualService)
    guard !resources.isEmpty else { return nil }
    return Step(
      step(.traffic), in: name, .traffic, "Make other clusters' services known, and how requests are shared",
      .apply(resources),
      after: [step(.exposure)] + (clusterDNSStep.map { [$0.id] } ?? []) + sources.map { $0.step(.exposure) },
      uses: sources.compactMap { $0.gatewayAddressBinding?.name })
  }

  private func importedName(of service: Service) -> String { "\(service.name.value)-global" }

  /// The service under its `.global` name: behind its address, the gateways of the clusters that it is in.
  private func entry(for service: Service, from sources: [LegacyCluster]) -> Resource {
    let places = Set(exporters(of: service))
    return networking(
      "ServiceEntry", importedName(of: service), in: service.namespace.value,
      [
        "hosts": [.string(GlobalAddress.fullName(of: service))],
        "location": "MESH_INTERNAL",
        "ports": .sequence(
          service.ports.map {
            [
              "name": "\($0.name.value)", "number": .integer($0.number.value.number),
              "protocol": "\($0.protocol.value)",
            ]
          }),
        "resolution": .string(resolution(of: sources)),
        "addresses": ["\(GlobalAddress.of(service, version))"],
        "endpoints": .sequence(sources.filter { places.contains($0.name) }.map { endpoint(of: service, at: $0) }),
      ])
  }

  private func endpoint(of service: Service, at source: LegacyCluster) -> YAMLValue {
    let marked = service.subsets.filter { needsMark($0, of: service) && service.clusters(of: $0).contains(source.name) }
    let own = ["cluster": source.name.description].merging(isToday ? Self.mutualTLSLabel : [:]) { own, _ in own }
    let labels = own.merging(marked.map { (mark(of: $0), "true") }) { own, _ in own }
    return .fields([
      "address": .string(source.gatewayAddress),
      "locality": source.cluster.locality.map {
        .string($0.nodeLabels.map(\.value.description).joined(separator: "/"))
      },
      "labels": .sorted(labels),
      "ports": .mapping(service.ports.map { .init($0.name.value.description, .integer(source.gatewayPort)) }),
    ])
  }

  /// DNS takes addresses and names alike: some load balancers have a name alone (istio/istio#29359).
  private func resolution(of sources: [LegacyCluster]) -> String {
    let areAddresses = sources.allSatisfy { source in
      if case .address = source.cluster.gateway.address { true } else { false }
    }
    return isToday && areAddresses ? "STATIC" : "DNS"
  }

  /// Which gateways a subset is behind: the subset's name travels in the name that TLS asks for, and labels choose the
  /// endpoint.
  ///
  /// One cluster has a label; for several out of more, their endpoints get one more.
  private func endpointLabels(of subset: Service.Subset, _ service: Service) -> [String: String] {
    if needsMark(subset, of: service) { return [mark(of: subset): "true"] }
    let places = remotePlaces(of: subset, service)
    return places.count == 1 ? ["cluster": places.map(\.description).joined()] : [:]
  }

  private func needsMark(_ subset: Service.Subset, of service: Service) -> Bool {
    let places = remotePlaces(of: subset, service)
    return places.count > 1 && places.count < Set(exporters(of: service)).count
  }

  private func mark(of subset: Service.Subset) -> String { "subset-\(subset.name.value)" }

  private func remotePlaces(of subset: Service.Subset, _ service: Service) -> Set<ClusterName> {
    service.clusters(of: subset).subtracting([name])
  }

  /// A rule hides every more general one, so mutual TLS stands in each (istio/istio#12795).
  private func rule(forImported service: Service) -> Resource {
    let subsets = service.subsets.filter { !remotePlaces(of: $0, service).isEmpty }
    return rule(
      importedName(of: service), GlobalAddress.fullName(of: service), service,
      subsets.map { Self.subset($0.name.value, endpointLabels(of: $0, service), policy: sessionName(of: service, $0)) },
      policy: sessionName(of: service, nil))
  }

  /// The subsets whose pods are here, under the names by which other clusters' rules ask for them.
  private func ruleForOwn(_ service: Service) -> Resource? {
    let subsets = service.subsets.filter { service.clusters(of: $0).contains(name) }
    guard !subsets.isEmpty else { return nil }
    return rule(
      service.name.value.description, localName(of: service), service,
      subsets.map { subset in
        let labels = subset.labels.map { ($0.key.value.description, $0.value.value.description) }
        return Self.subset(subset.name.value, Dictionary(labels) { first, _ in first })
      }, policy: nil)
  }

  /// Today's proxies find out by themselves whether a pod of their cluster speaks mutual TLS.
  private func rule(
    _ name: String, _ host: String, _ service: Service, _ subsets: [YAMLValue], policy: YAMLValue?
  ) -> Resource {
    networking(
      "DestinationRule", name, in: service.namespace.value,
      .fields([
        "host": .string(host), "trafficPolicy": policy ?? (isToday ? nil : Self.mutualTLSPolicy),
        "subsets": subsets.isEmpty ? nil : .sequence(subsets),
      ]))
  }
}
