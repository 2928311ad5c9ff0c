internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let contestedConfigMap = FindingCode(
    523, "contested-config-map", .error,
    Explanation(
      meaning: "The Bundle of the mesh's anchors is called like a ConfigMap that somebody else writes.",
      harm: """
        trust-manager writes the ConfigMap into every namespace, and so does istiod, which puts it right again: the two \
        overwrite each other for ever, and in between, proxies start with the anchors of whoever wrote last. The Bundle \
        is for clients that have no proxy; proxies get theirs from istiod.
        """,
      sources: ["istio/istio#51950", "cert-manager/trust-manager, pkg/apis/trust/v1alpha1"],
      wrong: "certificateAuthority: {bundle: {name: istio-ca-root-cert}}",
      right: "certificateAuthority: {bundle: {name: mesh-anchors}}"))
}

extension Finding {
  static func contestedConfigMap(_ name: Located<ObjectName>, writer: String) -> Finding {
    Finding(
      .contestedConfigMap,
      "\(writer) writes the ConfigMap `\(name.value)` of every namespace, and so would trust-manager",
      at: name.range, help: "call the Bundle something else; without `name`, it is the mesh's name and `-anchors`")
  }
}
