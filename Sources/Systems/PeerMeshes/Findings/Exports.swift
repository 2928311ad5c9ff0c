internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let exportSelector = FindingCode(
    721, "export-selector", .error,
    Explanation(
      meaning: "An exported service is chosen by nothing, by no labels, or by its name and labels at once.",
      harm: """
        An empty selector selects every service of the namespace, and that is what peers get. It is also what becomes of \
        the published samples, whose `Selector` is no field and is left out without a word.
        """,
      sources: ["maistra/api, federation/v1/exportedserviceset_types.go"],
      wrong: .federation(
        """
        exports:
          - {from: red, services: [{namespace: red-shop, labels: {}}]}
        """),
      right: .federation(
        """
        exports:
          - {from: red, services: [{namespace: red-shop, labels: {export-service: "true"}}]}
        """)))

  static let exportOutside = FindingCode(
    722, "export-outside", .error,
    Explanation(
      meaning: "A mesh exports services of a namespace that is not in it.",
      harm: "Its control plane sees services of members alone: the rule never matches, and no status says so.",
      wrong: .federation("exports: [{from: red, services: [{name: ratings, namespace: shop}]}]"),
      right: .federation("exports: [{from: red, services: [{name: ratings, namespace: red-shop}]}]")))

  static let aliasCollision = FindingCode(
    723, "alias-collision", .error,
    Explanation(
      meaning: "Two services would have one name across the mesh's border.",
      harm: "istiod keeps exported services by the name that peers see: of two, one is left, and nobody says which.",
      sources: ["maistra/istio, pkg/servicemesh/federation/exports/controller.go"],
      wrong: .federation(
        """
        exports:
          - from: red
            services:
              - {name: ratings-v1, namespace: red-shop, as: {name: ratings}}
              - {name: ratings-v2, namespace: red-shop, as: {name: ratings}}
        """),
      right: .federation(
        """
        exports:
          - from: red
            services:
              - {name: ratings-v1, namespace: red-shop, as: {name: old-ratings}}
              - {name: ratings-v2, namespace: red-shop, as: {name: ratings}}
        """)))

  static let shadowedRule = FindingCode(
    727, "shadowed-rule", .warning,
    Explanation(
      meaning: "A rule comes after one that takes everything that it could.",
      harm: "The first rule that matches counts; this one never does, with its alias and all.",
      wrong: .federation(
        """
        exports:
          - from: red
            services:
              - {name: "*", namespace: red-shop}
              - {name: ratings, namespace: red-shop, as: {name: stars}}
        """),
      right: .federation(
        """
        exports:
          - from: red
            services:
              - {name: ratings, namespace: red-shop, as: {name: stars}}
              - {name: "*", namespace: red-shop}
        """)))
}

extension Finding {
  static func exportSelector(_ problem: String, at range: SourceRange) -> Finding {
    Finding(
      .exportSelector, problem, at: range,
      help: "say `name: ratings`, `name: \"*\"` for all of the namespace, or `labels` with one label at least")
  }

  /// A rule without names and labels, of which nobody can tell what it is about.
  static func exportOfNothing(_ rule: ServiceExport.Rule) -> Finding {
    Finding(
      .exportSelector, "nothing says which services these are", at: rule.place, help: "give a `name`, or `labels`",
      obscures: ["exports[].services[].name"])
  }

  static func exportOutside(_ namespace: Located<Pattern<NamespaceName>>, of mesh: FederatedMesh) -> Finding {
    Finding(
      .exportOutside, "`\(namespace.value)` is no member of \(mesh.inWords)", at: namespace.range,
      notes: [Annotation(mesh.members.first?.range ?? mesh.place, mesh.members.isEmpty ? "the mesh" : "its members")],
      help: "add it to `members`, or name one that is there",
      mistake: "\(namespace.value) outside of \(mesh.inWords)", obscures: ["exports[].services[].namespace"])
  }

  static func aliasCollision(_ name: String, at range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      .aliasCollision, "a second service is to be `\(name)`", at: range, notes: [Annotation(first, "the first")],
      help: "give each a name of its own with `as`")
  }

  static func aliasOfMany(_ alias: Located<ServiceName>) -> Finding {
    Finding(
      .aliasCollision, "several services would all be `\(alias.value)`", at: alias.range,
      help: "give a name of its own to one service at a time; `as: {namespace: …}` can stand for many")
  }

  static func shadowedRule(at range: SourceRange, by earlier: SourceRange) -> Finding {
    Finding(
      .shadowedRule, "this rule never matches", at: range,
      notes: [Annotation(earlier, "everything that it could is taken here")], help: "put it first, or remove it")
  }
}
