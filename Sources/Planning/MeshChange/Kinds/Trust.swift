internal import Diagnostics

/// Changes of what workloads trust, and of who signs.
let trustKinds: [ChangeKind] = [
  .rootReplaced, .rotationLeap, .mutualTLSWeaker, .mutualTLSStricter, .revocationDropped, .revocationAdded,
  .rootLifetime, .certificateDelivery, .authorityIssuedAnew, .rotationStep, .authorityLifetime, .trustBundle,
  .trustAlias,
]

extension ChangeKind {
  static let rootReplaced = ChangeKind(
    807, "root-replaced", .dangerous,
    "The root of trust becomes another: its subject, its key, its limits, or who signs at all.",
    because: """
      A cluster that has the new root and one that has the old refuse each other's workloads, from the first cluster on \
      until the last one is through.
      """,
    instead: """
      Raise `certificateAuthority: {rotation: {state: 0}}` to 3, one state a change: then both roots are trusted before \
      the new one signs.
      """,
    sources: ["istio.io, \"Plug in CA Certificates\"", "istio/istio#53961"],
    before: "certificateAuthority: {root: {subject: {commonName: Shop Root}}}",
    after: "certificateAuthority: {root: {subject: {commonName: Other Root}}}")

  static let rotationLeap = ChangeKind(
    808, "rotation-leap", .dangerous,
    "A rotation of the root leaves a state out, or ends before the old root is gone.",
    because: """
      Clusters that are two states apart refuse each other: the one signs with a root that the other does not trust yet, or \
      no longer.
      """,
    instead: "Change the state by one, carry it out in all clusters, and wait for its gates before the next one.",
    before: "certificateAuthority: {rotation: {state: 0}}", after: "certificateAuthority: {rotation: {state: 2}}")

  static let mutualTLSWeaker = ChangeKind(
    809, "mutual-tls-weaker", .dangerous,
    "Workloads take plain text that did not before, or no longer ask for a certificate.",
    because: """
      Whoever reaches a pod can speak to it without an identity, and policies that rest on identities let nobody in or \
      protect nothing.
      """,
    instead: """
      Keep `STRICT` for the mesh, and open single workloads with a PeerAuthentication of their own, with an end in sight.
      """,
    before: "mesh: {mutualTLS: STRICT}", after: "mesh: {mutualTLS: PERMISSIVE}")

  static let mutualTLSStricter = ChangeKind(
    810, "mutual-tls-stricter", .disruptive,
    "Workloads no longer take plain text.",
    because: "Clients without a proxy, and probes and scrapers that come from outside, are refused from then on.",
    instead: """
      Look first for plain text: `istio_requests_total{connection_security_policy="none"}` has to be silent in every \
      cluster.
      """,
    before: "mesh: {mutualTLS: PERMISSIVE}", after: "mesh: {mutualTLS: STRICT}")

  static let revocationDropped = ChangeKind(
    811, "revocation-dropped", .dangerous,
    "Certificates are no longer looked up in CRLs.",
    because: "An authority that was revoked because its key was lost is believed again.",
    instead: "Replace the root first, if anything was ever revoked below it.",
    before: "certificateAuthority: {revocation: {mode: crl}}",
    after: """
      certificateAuthority: {revocation: {mode: none, reason: lifetimes are short}}
      """)

  static let revocationAdded = ChangeKind(
    812, "revocation-added", .disruptive,
    "Certificates are looked up in CRLs from now on.",
    because: """
      A proxy that has some CRLs refuses a peer in whose chain one is missing, so requests fail where the lists of one \
      authority come late.
      """,
    instead: "Have every authority's list issued and delivered to all clusters before the control planes read them.",
    before: "certificateAuthority: {revocation: {mode: none, reason: lifetimes are short}}",
    after: "certificateAuthority: {revocation: {mode: crl}}")

  static let rootLifetime = ChangeKind(
    813, "root-lifetime", .disruptive,
    "The root is to live for another time.",
    because: """
      A certificate that is issued cannot change: the plan's root is no longer the one that the clusters have, until it \
      has been issued anew by its custodians and brought everywhere.
      """,
    instead: "Let the change wait for the next rotation of the root.",
    before: "certificateAuthority: {root: {lifetime: 20y}}", after: "certificateAuthority: {root: {lifetime: 15y}}")

  static let certificateDelivery = ChangeKind(
    814, "certificate-delivery", .disruptive,
    "The control planes' certificates come another way.",
    because: """
      The Secret `cacerts` has two owners until the old one lets go of it, and the new way needs its own set-up, and \
      mostly a new key, before istiod can sign with it.
      """,
    instead: """
      Change one cluster after the other, in `clusters[].certificateAuthority.delivery`, and see that its chain ends in the \
      same root.
      """,
    before: "certificateAuthority: {delivery: manual}",
    after: """
      certificateAuthority:
        delivery: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}, pathPrefix: mesh}}
      """)

  static let authorityIssuedAnew = ChangeKind(
    815, "authority-issued-anew", .rolling,
    "An authority below the root has to be issued anew: its key, subject, issuer, names or limits change.",
    because: """
      The root stays, so that old and new certificates are believed side by side; until somebody has issued and delivered \
      the new one, the old one goes on.
      """,
    instead: "Issue it, replace `cacerts` in one cluster after the other, and see that workloads get new certificates.",
    before: "certificateAuthority: {intermediates: {key: {algorithm: ECDSA, curve: P-256}}}",
    after: "certificateAuthority: {intermediates: {key: {algorithm: ECDSA, curve: P-384}}}")

  static let rotationStep = ChangeKind(
    816, "rotation-step", .rolling,
    "A rotation of the root goes on by one state, or back by one.",
    because: "Clusters in neighbouring states believe each other.",
    instead: "Carry it out in all clusters, and wait for its gates before the next state.",
    before: "certificateAuthority: {rotation: {state: 0}}", after: "certificateAuthority: {rotation: {state: 1}}")

  static let authorityLifetime = ChangeKind(
    817, "authority-lifetime", .safe,
    "Authorities below the root, or CRLs, are to live for another time.",
    because: "It counts from the next one that is issued; what is in use stays valid for as long as it says.",
    instead: "Nothing needs to be done before the next renewal.",
    before: "certificateAuthority: {intermediates: {lifetime: 1y}}",
    after: "certificateAuthority: {intermediates: {lifetime: 180d}}")

  static let trustBundle = ChangeKind(
    818, "trust-bundle", .disruptive,
    "The anchors for clients without a proxy are handed out otherwise, or no longer.",
    because: "Clients that read them from the ConfigMap of before no longer find them, or find those of before.",
    instead: "Move the clients first.",
    before: "certificateAuthority: {bundle: {name: anchors}}",
    after: "certificateAuthority: {bundle: {name: shop-anchors}}")

  static let trustAlias = ChangeKind(
    819, "trust-alias", .safe,
    "Another trust domain is taken for the mesh's own.",
    because:
      "It is what has to come before a change of the domain; certificates of the other root are no more believed.",
    instead: "Name no domain that is not one's own: its identities pass every policy.",
    before: "values: {meshConfig: {accessLogFile: /dev/stdout}}",
    after: "values: {meshConfig: {accessLogFile: /dev/stdout, trustDomainAliases: [new.example.com]}}")
}
