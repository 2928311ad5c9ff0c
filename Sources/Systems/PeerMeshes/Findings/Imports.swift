internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let duplicateImport = FindingCode(
    720, "duplicate-import", .error,
    Explanation(
      meaning: "What a mesh takes of a peer is said twice.",
      harm: "A mesh has one ImportedServiceSet for each peer, with the peer's name; of two, the one applied last wins.",
      wrong: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}, {name: reviews, namespace: red-shop}]}]
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop}]}
          - {into: green, from: red, services: [{name: reviews, namespace: red-shop}]}
        """),
      right: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}, {name: reviews, namespace: red-shop}]}]
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop}, {name: reviews, namespace: red-shop}]}
        """)))

  static let unexportedImport = FindingCode(
    724, "unexported-import", .warning,
    Explanation(
      meaning: "A mesh imports a service that its peer does not export to it under this name.",
      harm: "The rule matches nothing. What counts is the name that the exporter gives it, `as` and all.",
      wrong: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop, as: {namespace: shop}}]}]
        imports: [{into: green, from: red, services: [{name: ratings, namespace: red-shop}]}]
        """),
      right: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop, as: {namespace: shop}}]}]
        imports: [{into: green, from: red, services: [{name: ratings, namespace: shop}]}]
        """)))

  static let floatingImport = FindingCode(
    725, "floating-import", .error,
    Explanation(
      meaning: "Services are imported under local names, and no namespace is said for them.",
      harm: "istiod leaves such a rule out and says so in its log alone: nothing is imported.",
      sources: ["maistra/istio, pkg/servicemesh/federation/imports/controller.go"],
      wrong: .federation(
        """
        exports: [{from: red, services: [{name: "*", namespace: red-shop}]}]
        imports: [{into: green, from: red, services: [{name: ratings, namespace: "*", asLocal: true}]}]
        """),
      right: .federation(
        """
        exports: [{from: red, services: [{name: "*", namespace: red-shop}]}]
        imports: [{into: green, from: red, services: [{name: ratings, namespace: "*", asLocal: true, as: {namespace: green-shop}}]}]
        """)))

  static let domainSuffix = FindingCode(
    726, "domain-suffix", .error,
    Explanation(
      meaning: "Imported services are to have names in a domain that they cannot have names in.",
      harm: """
        `svc.cluster.local` is that of the mesh's own services, and istiod refuses it; a service that is imported under a \
        local name has that one, and a domain beside it is left out.
        """,
      wrong: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]
        imports: [{into: green, from: red, domainSuffix: svc.cluster.local, services: [{name: ratings, namespace: red-shop}]}]
        """),
      right: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]
        imports: [{into: green, from: red, domainSuffix: red.example.com, services: [{name: ratings, namespace: red-shop}]}]
        """)))

  static let localityHierarchy = FindingCode(
    728, "locality-hierarchy", .error,
    Explanation(
      meaning: "A part of a zone is given without the zone.",
      harm: "istiod drops a locality with a gap in it, and with it goes the preference for what is near.",
      sources: ["maistra/istio, pkg/servicemesh/federation/imports/controller.go"],
      wrong: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop}], locality: {region: us-west, subZone: a}}
        """),
      right: .federation(
        """
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop}], locality: {region: us-west, zone: us-west-1, subZone: a}}
        """)))

  static let sameRegion = FindingCode(
    729, "same-region", .error,
    Explanation(
      meaning: "A service that is to fail over to a peer is said to be in the same place there.",
      harm: """
        Endpoints in one place are used side by side: requests would go to the peer all the time, not when one's own \
        endpoints fail. Istio refuses a failover from a region to itself.
        """,
      wrong: .federation(
        """
        clusters:
          - {name: cluster-a, platform: openshift}
          - {name: cluster-b, platform: openshift, locality: {region: us-east}}
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop, asLocal: true}], locality: {region: us-east}}
        """),
      right: .federation(
        """
        clusters:
          - {name: cluster-a, platform: openshift}
          - {name: cluster-b, platform: openshift, locality: {region: us-east}}
        exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]
        imports:
          - {into: green, from: red, services: [{name: ratings, namespace: red-shop, asLocal: true}], locality: {region: us-west}}
        """)))
}

extension Finding {
  static func duplicateImport(_ imported: ServiceImport, first: SourceRange) -> Finding {
    Finding(
      .duplicateImport, "what `\(imported.into.value)` takes of `\(imported.from.value)` is said already",
      at: imported.into.range, notes: [Annotation(first, "said here")], help: "put all services into one list")
  }

  static func unexportedImport(_ rule: ServiceImport.Rule, of imported: ServiceImport) -> Finding {
    Finding(
      .unexportedImport,
      "`\(imported.from.value)` exports no `\(rule.name.value).\(rule.namespace.value)` to `\(imported.into.value)`",
      at: rule.name.range, notes: [Annotation(imported.from.range, "the exporter")],
      help: "name it as the exporter does, `as` and all, or export it")
  }

  static func floatingImport(_ rule: ServiceImport.Rule) -> Finding {
    Finding(
      .floatingImport, "nothing says which namespace the local names are in", at: rule.namespace.range,
      help: "say `as: {namespace: …}`")
  }

  static func ownDomain(_ domain: Located<DomainName>) -> Finding {
    Finding(
      .domainSuffix, "`\(domain.value)` is the domain of the mesh's own services", at: domain.range,
      help: "say `asLocal: true` for names in it, or choose another domain")
  }

  static func unusedDomain(_ domain: Located<DomainName>) -> Finding {
    Finding(
      .domainSuffix, "a service with a local name has none in `\(domain.value)`", at: domain.range,
      help: "remove `domainSuffix`, or `asLocal`")
  }

  static func localityHierarchy(_ subZone: Located<LocalityName>) -> Finding {
    Finding(
      .localityHierarchy, "`\(subZone.value)` is a part of a zone that is not said", at: subZone.range,
      help: "say the `zone`, too")
  }

  static func sameRegion(_ region: Located<LocalityName>, own: SourceRange) -> Finding {
    Finding(
      .sameRegion, "`\(region.value)` is where the importing mesh is, too", at: region.range,
      notes: [Annotation(own, "its own region")], help: "say where the peer is; zones tell places in one region apart")
  }
}
