internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let liveService = FindingCode(
    772, "live-service", .warning,
    Explanation(
      meaning: "An exported service's ports, or what its pods are labelled with, are not said.",
      harm: """
        The ServiceEntry that peers need of it cannot be written down. A step makes it from the Service that lives in the \
        exporter's cluster: nobody reviews it, and it does not follow when the Service changes.
        """,
      wrong: .meshes(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop, workload: {serviceAccount: ratings}}]}]
        """),
      right: .meshes()))

  static let unstatedIdentity = FindingCode(
    773, "unstated-identity", .warning,
    Explanation(
      meaning: "Nothing says as whom an exported service shows itself.",
      harm: """
        Its clients then take an answer from any workload whose certificate they can verify, in any mesh whose root they \
        trust: whoever gets a request on the way could answer it.
        """,
      sources: ["https://istio.io/latest/docs/reference/config/networking/service-entry/"],
      wrong: .meshes(
        """
        exports:
          - from: red
            services:
              - name: ratings
                namespace: red-shop
                ports: [{name: http, number: 9080, protocol: http}]
                workload: {labels: {app: ratings}}
        """),
      right: .meshes()))

  static let unusedExport = FindingCode(
    774, "unused-export", .note,
    Explanation(
      meaning: "A service is exported that nobody imports.",
      harm: """
        Nothing comes of it: gateways let in what somebody takes, and nothing else. To expose it beforehand would only \
        widen what can be reached.
        """,
      wrong: .meshes(
        """
        exports:
          - from: red
            services:
              - name: ratings
                namespace: red-shop
                ports: [{name: http, number: 9080, protocol: http}]
                workload: {labels: {app: ratings}, serviceAccount: ratings}
              - {name: reviews, namespace: red-shop}
        """),
      right: .meshes()))

  static let exportedPorts = FindingCode(
    775, "exported-ports", .error,
    Explanation(
      meaning: "Two ports of an exported service have one name or one number, or one takes datagrams.",
      harm: """
        Istio refuses a ServiceEntry in which ports repeat. Gateways pass mutual TLS on, and there is none over UDP: \
        nothing would arrive.
        """,
      wrong: .meshes(
        """
        exports:
          - from: red
            services:
              - name: ratings
                namespace: red-shop
                ports: [{name: http, number: 9080, protocol: http}, {name: http, number: 9081, protocol: http}]
                workload: {labels: {app: ratings}, serviceAccount: ratings}
        """),
      right: .meshes()))

  static let visibleExport = FindingCode(
    778, "visible-export", .warning,
    Explanation(
      meaning: "A service is exported to some peers, and a gateway lets others in to it, too.",
      harm: """
        Federation has a set of services for each peer. A gateway that passes TLS through knows hosts and no peers: every \
        mesh whose root is trusted and that reaches the gateway reaches the service. What tells clients apart is an \
        AuthorizationPolicy at the service, which sees them themselves now.
        """,
      sources: ["openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation"],
      wrong: .meshes(
        """
        clusters:
          - {name: cluster-a, gateway: {address: 192.0.2.10}}
          - {name: cluster-b}
          - {name: cluster-c}
        meshes:
          - {name: red, cluster: cluster-a, members: [red-shop], rootCertificate: *red*}
          - {name: green, cluster: cluster-b, members: [green-shop], rootCertificate: *green*}
          - {name: blue, cluster: cluster-c, members: [blue-shop], rootCertificate: *green*}
        exports:
          - from: red
            to: [green]
            services:
              - name: ratings
                namespace: red-shop
                ports: [{name: http, number: 9080, protocol: http}]
                workload: {labels: {app: ratings}, serviceAccount: ratings}
        """),
      right: .meshes()))

  static let differentPorts = FindingCode(
    779, "different-ports", .error,
    Explanation(
      meaning: "The ports of what stands behind one name are said twice, and differ.",
      harm: """
        A name has one list of ports, and a gateway is asked for the same port that the client asked for: where they \
        differ, some of the requests go nowhere.
        """,
      wrong: .meshes(
        """
        clusters:
          - {name: cluster-a, gateway: {address: 192.0.2.10}}
          - {name: cluster-b}
          - {name: cluster-c, gateway: {address: 192.0.2.30}}
        meshes:
          - {name: red, cluster: cluster-a, members: [shop], rootCertificate: *red*}
          - {name: green, cluster: cluster-b, members: [green-shop], rootCertificate: *green*}
          - {name: blue, cluster: cluster-c, members: [shop], rootCertificate: *red*}
        exports:
          - from: red
            services:
              - name: ratings
                namespace: shop
                ports: [{name: http, number: 9080, protocol: http}]
                workload: {labels: {app: ratings}, serviceAccount: ratings}
          - from: blue
            services:
              - name: ratings
                namespace: shop
                ports: [{name: http, number: 9081, protocol: http}]
                workload: {labels: {app: ratings}, serviceAccount: ratings}
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: shop, asLocal: true}]}
          - {into: green, from: blue, services: [{name: ratings, namespace: shop, asLocal: true}]}
        """),
      right: .meshes()))
}

extension Finding {
  static func liveService(_ service: DiscoveredService, _ what: String) -> Finding {
    Finding(
      .liveService,
      what == "ports"
        ? "the ports of \(service.inWords) are not said, and will be read from the Service that lives"
        : "the labels of the pods of \(service.inWords) are not said, and will be read from the Service that lives",
      at: service.exportRule.place,
      help: "say `ports: [{name: …, number: …, protocol: …}]` and `workload: {labels: {…}}` of a service by its name")
  }

  static func unstatedIdentity(_ service: DiscoveredService) -> Finding {
    Finding(
      .unstatedIdentity, "nothing says as whom \(service.inWords) answers: any workload could",
      at: service.exportRule.place,
      help: "say `workload: {serviceAccount: …}`")
  }

  static func unusedExport(_ rule: ServiceExport.Rule) -> Finding {
    Finding(
      .unusedExport, "nobody imports this, so no gateway lets anybody in to it", at: rule.place,
      help: "import it, or remove it")
  }

  static func datagrams(_ port: ServiceExport.Port) -> Finding {
    Finding(
      .exportedPorts, "a port for datagrams cannot be reached through a gateway", at: port.protocol.range,
      help: "remove the port")
  }

  static func repeatedPort(_ what: String, _ range: SourceRange, _ first: SourceRange) -> Finding {
    Finding(
      .exportedPorts, "\(what) is that of another port of the service", at: range,
      notes: [Annotation(first, "used here")],
      help: "give each port a name and a number of its own")
  }

  static func visibleExport(at range: SourceRange, others: [MeshName]) -> Finding {
    Finding(
      .visibleExport, "\(listed(others.map { "`\($0)`" })) can reach this, too: a gateway knows hosts and no peers",
      at: range, help: "add an AuthorizationPolicy at the service, or export it to all peers")
  }

  static func differentPorts(_ service: DiscoveredService, _ other: SourceRange) -> Finding {
    Finding(
      .differentPorts, "the ports of what `\(service.importer)` calls `\(service.host)` are said to be others, too",
      at: service.exportRule.place, notes: [Annotation(other, "said here")],
      help: "say the same ports, or name one of them otherwise")
  }
}
