internal import Certificates
internal import Diagnostics
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames

/// Where the issued files end, and who trusts the root.
func deliverySection(_ plan: CertificatePlan) -> String? {
  guard !plan.deliveries.isEmpty else { return nil }
  let ways = plan.deliveries.reduce(into: [String]()) { ways, delivery in
    let way = delivery.wayInWords(plan.folder)
    if !ways.contains(way) { ways.append(way) }
  }
  let trust = """
    Everything that trusts the root is listed here: it is used for nothing else, and no root that is used for something \
    else takes its place.
    """
  guard ways.count > 1 else {
    return (["## Delivery"] + ways + [trust, secretTable(plan.deliveries)]).joined(separator: "\n\n") + others(plan)
  }
  let parts = ways.flatMap { way in
    let deliveries = plan.deliveries.filter { $0.wayInWords(plan.folder) == way }
    return ["### \(deliveries.map(\.cluster.description).joined(separator: ", "))", way, secretTable(deliveries)]
  }
  return (["## Delivery", trust] + parts).joined(separator: "\n\n") + others(plan)
}

/// The Secrets of clusters that get theirs in one way.
private func secretTable(_ deliveries: [CertificatePlan.Delivery]) -> String {
  let rows = deliveries.map { delivery in
    [
      delivery.cluster.description, "`\(delivery.namespace)/cacerts`", delivery.authority,
      delivery.sentChain.map(\.id).joined(separator: ", "), inWords(delivery.anchors.map(\.id)),
    ]
  }
  return Markdown.table(["cluster", "Secret"] + (deliveries.first?.way.fileNames ?? []), rows)
}

extension CertificatePlan.Delivery {
  fileprivate func wayInWords(_ folder: CertificatesFolder) -> String {
    way.inWords(folder, revocationLists.isEmpty ? "four" : "five")
  }
}

/// Who else trusts the root: clients that no proxy speaks for, and other meshes that know this one's services by it.
private func others(_ plan: CertificatePlan) -> String {
  (plan.bundle.map { "\n\n" + $0.sentence } ?? "") + peers(plan)
}

extension CertificatePlan.Bundle {
  /// Who else gets the anchors.
  fileprivate var sentence: String {
    """
    Clients that no proxy speaks for find the roots, under `root-cert.pem`, in the ConfigMap `\(name)`. trust-manager \
    keeps it in namespaces of \(inWords(clusters.map { "`\($0)`" })), from a copy of what istiod hands to proxies there.
    """
  }
}

/// The other meshes that know this one's services by its root.
private func peers(_ plan: CertificatePlan) -> String {
  guard !plan.peers.isEmpty else { return "" }
  let rows = plan.peers.map { ["\($0.cluster)", $0.place.inWords, "root"] }
  return "\n\nPeers verify what this mesh serves with the root, which is no secret:\n\n"
    + Markdown.table(["cluster", "place", "trusts"], rows)
}

extension CertificatePlan.Peer.Place {
  fileprivate var inWords: String {
    switch self {
    case .configMap(let name, let namespace): "ConfigMap `\(namespace)/\(name)`, `root-cert.pem`"
    case .meshConfiguration(let istio): "Istio `\(istio)`, `meshConfig.caCertificates`"
    }
  }
}

extension CertificateDelivery {
  /// The files of the Secret: the authority's own, its chain, the root.
  fileprivate var fileNames: [String] {
    if case .certManager = self { return ["`tls.crt`, `tls.key`", "`tls.crt`, then `ca.crt`", "`ca.crt`"] }
    return ["`ca-cert.pem`, `ca-key.pem`", "`cert-chain.pem`", "`root-cert.pem`"]
  }

  fileprivate func inWords(_ folder: CertificatesFolder, _ count: String) -> String {
    let own = "Each cluster's istiod reads one Secret with \(count) files; the key in it is that of `ca-cert.pem`."
    switch self {
    case .manual:
      return own + " The step of the phase `20-trust` makes it from \(folder.issuedInWords)."
    case .externalSecrets(let store):
      return """
        \(own) Whoever holds the key puts the \(count) files into the store `\(store.name)`, as properties called like the \
        files, all of one cluster in one write: under `\(store.pathPrefix)/` and the cluster's name. The External Secrets \
        Operator makes the Secret of them. Only the cluster's own identity may read its entry.
        """
    case .certManager(let issuer):
      return """
        cert-manager makes the key in the cluster, and the Secret of what `\(issuer.kind)` `\(issuer.name)` signs; \
        istiod reads its three files in place of its own four. They hold one root and no CRL: a change of the root needs \
        another way.
        """
    case .encrypted(.sealedSecrets(let controller), let reason):
      return """
        \(own) Each file is sealed with `kubeseal`, for the controller `\(controller.namespace)/\(controller.name)` of its \
        cluster and for this Secret alone, by whoever holds the key; what is sealed is a binding of the plan, or stands in \
        the topology. A key that was ever in a repository is replaced, not sealed anew, when the controller's key changes \
        hands: whoever has the old sealing key opens what is in the history. The reason for this way: \
        \(Markdown.text(reason.value.description)).
        """
    case .encrypted(.sops, let reason):
      return """
        \(own) It lies encrypted (sops) in a folder that `ENCRYPTED_CERTIFICATES` names, that of a cluster \
        in its location's folder as `cacerts.yaml`. A key that was ever in a repository is replaced, not encrypted anew, \
        when the key that opens it changes hands. The reason for this way: \(Markdown.text(reason.value.description)).
        """
    }
  }
}
