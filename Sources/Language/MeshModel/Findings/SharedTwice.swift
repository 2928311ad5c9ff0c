package import Diagnostics

extension FindingCode {
  package static let sharedTwice = FindingCode(
    346, "shared-twice", .error, restsOn: ["sharing"],
    Explanation(
      meaning: "`sharing` has both the services that are shared and those that are not.",
      harm: """
        Each of the two says something of every service: with `only`, what is not named stays at home; with `except`, \
        it does not. Of a service that neither names, they say the opposite.
        """,
      wrong: "sharing: {only: [shop], except: [monitoring]}",
      right: "sharing: {except: [monitoring, payments.shop]}"))
}

extension Finding {
  static func sharedTwice(_ range: SourceRange, only: SourceRange) -> Finding {
    Finding(
      .sharedTwice, "`except` and `only` exclude each other", at: range,
      notes: [Annotation(only, "what alone is shared")], help: "keep one of the two")
  }
}
