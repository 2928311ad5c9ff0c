internal import MeshNames

extension ReleaseTable {
  /// All tables, each made of the rows that plans are made by.
  package static let all = [
    istio, closed, sail, serviceMesh, maistra, cloudServiceMesh, vendors, faults, places,
  ]

  private static let istio = ReleaseTable(
    distribution: nil, title: "Istio", columns: ["series", "releases", "since", "support ended", "source"],
    rows: IstioSeries.all.map { series in
      [
        series.name, "\(series.first) to \(series.newest)", "\(series.released)",
        series.end.map { "\($0)" } ?? "", series.sources.joined(separator: "; "),
      ]
    })

  private static let closed = ReleaseTable(
    distribution: "istio", title: "Istio, modes replicated and shared", columns: ["series", "releases", "source"],
    rows: ClosedSeries.all.reversed().map { [$0.name, "\($0.first) to \($0.last)", ClosedSeries.source] })

  private static let sail = ReleaseTable(
    distribution: "sail", title: "Sail operator", columns: ["operator", "installs", "source"],
    rows: SailRelease.all.map { [$0.series, $0.inWords, $0.source] })

  private static let serviceMesh = ReleaseTable(
    distribution: "sail", title: "OpenShift Service Mesh 3",
    columns: ["operator", "channel", "installs", "for upgrades", "source"],
    rows: ServiceMeshRelease.all.reversed().map { mesh in
      [
        mesh.series, "stable-\(mesh.series)", mesh.own.listed, mesh.forUpgrades.sorted().reversed().listed, mesh.source,
      ]
    })

  private static let maistra = ReleaseTable(
    distribution: "maistra", title: "OpenShift Service Mesh 2", columns: ["series", "source"],
    rows: MaistraSeries.minors.reversed().map { ["2.\($0)", MaistraSeries.source] })

  private static let cloudServiceMesh = ReleaseTable(
    distribution: "cloud-service-mesh", title: "Cloud Service Mesh",
    columns: ["series", "newest package", "maintained", "source"],
    rows: CloudServiceMeshSeries.all.map { series in
      [
        series.name, series.newest.map { "\($0)" } ?? "", series.isMaintained ? "yes" : "no",
        CloudServiceMeshSeries.source,
      ]
    })

  private static let vendors = ReleaseTable(
    distribution: "istio", title: "Vendors' builds", columns: ["vendor", "suffix", "charts", "hub", "source"],
    rows: Vendor.all.map { [$0.name, "\($0.chartSign)\($0.mark)", $0.charts ?? "", $0.hub ?? "", $0.source] })

  private static let faults = ReleaseTable(
    distribution: nil, title: "Known faults", columns: ["fault", "releases", "meshes with", "what happens", "source"],
    rows: KnownFault.all.map { fault in
      [
        fault.name, "\(fault.releases.lowerBound), before \(fault.releases.upperBound)", fault.condition.rawValue,
        fault.harm, fault.sources.joined(separator: ", "),
      ]
    })

  private static let places = ReleaseTable(
    distribution: "istio", title: "Places that are switched off in \(UpstreamHosts.end)",
    columns: ["place", "now at", "source"],
    rows: UpstreamHosts.retired.map { [$0.place, $0.successor, UpstreamHosts.source] })
}

extension Sequence<Version> {
  fileprivate var listed: String { map(\.description).joined(separator: ", ") }
}
