internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let statesApart = FindingCode(
    530, "states-apart", .error,
    Explanation(
      meaning: "Two clusters are more than one state of a rotation apart.",
      harm: """
        A root is replaced in four states: 0 the old one signs and is trusted, 1 both are trusted, 2 the new one signs, \
        3 it alone is trusted. A cluster that does not trust the new root yet refuses one that is signed by it, and one \
        that has forgotten the old root refuses all that still have it. All clusters enter a state before the first \
        enters the next but one.
        """,
      sources: ["istio-ecosystem/sail-operator, docs/general/plugin-ca.adoc"],
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", certificateAuthority: {rotation: {state: 2}}}
        certificateAuthority: {rotation: {state: 0}}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", certificateAuthority: {rotation: {state: 2}}}
        certificateAuthority: {rotation: {state: 1}}
        """))

  static let oneRootOnly = FindingCode(
    531, "one-root-only", .error,
    Explanation(
      meaning: "The root is to be replaced, and `cacerts` comes from cert-manager.",
      harm: """
        cert-manager puts the root into `ca.crt`, where there is room for one. The two states in which both roots are \
        trusted cannot be had, and without them the clusters refuse each other.
        """,
      sources: ["istio/istio#50420"],
      wrong: """
        certificateAuthority:
          tiers: [{name: issuing}]
          rotation: {state: 1}
          delivery: {certManager: {issuer: {kind: ClusterIssuer, name: mesh}}}
        """,
      right: """
        certificateAuthority:
          tiers: [{name: issuing}]
          rotation: {state: 1}
          delivery: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}
        """))

  static let rotationTooOld = FindingCode(
    532, "rotation-too-old", .error,
    Explanation(
      meaning: "The root is to be replaced in a system whose control plane cannot take a second root while it runs.",
      harm: """
        Before 1.20, istiod with an intermediate CA of its own takes no notice of further roots \
        (ISTIO_MULTIROOT_MESH), and older systems read their certificates when they start and never again.
        """,
      sources: ["istio/istio, releasenotes of 1.20"],
      wrong: """
        distribution: {name: istio, version: 1.19.10}
        certificateAuthority: {rotation: {state: 1}}
        """,
      right: "certificateAuthority: {rotation: {state: 1}}"))

  static let rotationInAmbient = FindingCode(
    533, "rotation-in-ambient", .warning,
    Explanation(
      meaning: "The root of an ambient mesh is to be replaced.",
      harm: """
        Whether ztunnel takes a second root without a restart is an open question upstream. Try it in a mesh that \
        nobody needs, and restart the ztunnels of a cluster after each state.
        """,
      sources: ["istio/istio#47427"],
      wrong: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        certificateAuthority: {rotation: {state: 1}}
        """,
      right: """
        controlPlane: {mode: multi-primary, dataPlane: sidecar}
        certificateAuthority: {rotation: {state: 1}}
        """))
}

extension Finding {
  static func statesApart(_ state: Located<RotationState>, _ other: Located<RotationState>) -> Finding {
    Finding(
      .statesApart, "a cluster in state \(state.value) and one in state \(other.value) refuse each other",
      at: state.range, notes: [Annotation(other.range, "state \(other.value)")],
      help: "let all clusters enter state \(state.value.rawValue - 1) first")
  }

  static func oneRootOnly(at range: SourceRange, delivery: SourceRange?) -> Finding {
    Finding(
      .oneRootOnly, "what cert-manager writes has room for one root, and a rotation needs two", at: range,
      notes: delivery.map { [Annotation($0, "cert-manager writes `cacerts`")] } ?? [],
      help: "let the files come from a store of secrets, or by hand, while the root is replaced")
  }

  static func rotationTooOld(at range: SourceRange, version: Located<PlainText>) -> Finding {
    Finding(
      .rotationTooOld, "this system cannot take a second root while it runs", at: range,
      notes: [Annotation(version.range, "Istio 1.20 or later can")], help: "upgrade first")
  }

  static func rotationInAmbient(at range: SourceRange, dataPlane: SourceRange) -> Finding {
    Finding(
      .rotationInAmbient, "it is not known whether ztunnel takes a second root without a restart", at: range,
      notes: [Annotation(dataPlane, "ambient")], help: "restart the ztunnels of a cluster after each state")
  }
}
