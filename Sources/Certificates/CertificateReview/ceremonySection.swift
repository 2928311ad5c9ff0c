internal import Certificates
internal import MarkdownWriting
internal import MeshNames

/// Who does what, in which order.
func ceremonySection(_ plan: CertificatePlan) -> String {
  let rows = plan.ceremony.map { step in
    [
      Markdown.text(step.actor), step.operation.inWords(for: step.authority),
      step.needs.map { "`\($0)`" }.joined(separator: " "), step.makes.map { "`\($0)`" }.joined(separator: " "),
      step.secretOutputs.isEmpty ? "" : "**secret**",
    ]
  }
  return """
    ## Ceremony

    In this order, or in any other in which each act comes after what it needs: acts of different people can be done at \
    the same time.

    \(Markdown.table(["who", "does what", "needs", "makes", ""], rows))
    """
}

extension CeremonyStep.Operation {
  fileprivate func inWords(for authority: String) -> String {
    switch self {
    case .generateKey: "makes the key of \(authority)"
    case .selfSign: "signs the certificate of \(authority) with its own key"
    case .request: "makes the request of \(authority), signed with its key"
    case .sign: "looks at the request of \(authority), and signs its certificate"
    case .publishList: "signs the CRL of \(authority), and again before its time is up"
    case .deliver: "gives the files of \(authority) to istiod"
    }
  }
}

/// What is looked at before anybody signs, and after everybody has.
func checkSection(_ plan: CertificatePlan, _ tree: AuthorityTree) -> String {
  let signers = plan.authorities.filter { !tree.children(of: $0).isEmpty && $0.issuer != nil }.map(\.id)
  return """
    ## What to check

    Before signing a request:

    1. It comes from the holder that the table of custody names, by a way on which nobody else could have changed it.
    2. Its signature verifies: whoever made it has the key.
    3. Its key is of the planned kind, and no other authority's. Two clusters with one key cannot be told apart.
    4. Only its key is taken over. Subject, names, extensions and lifetime are those of the plan, whatever it asks for.

    After the ceremony:

    1. Each certificate is what the table of authorities says, property by property; the differences that a tool makes \
    are in its `deviations.json`, and there are no others.
    2. Two people have compared the root's SHA-256 fingerprint, over a way that does not depend on the network.
    3. `cert-chain.pem` begins with the cluster's own authority\
    \(signers.isEmpty ? "" : ", then \(inWords(signers.map { "`\($0)`" })) where it signed"), and ends before the root, \
    which istiod adds. Without the first, istiod starts and no connection is accepted.
    4. `root-cert.pem` holds the roots that the table of deliveries names, and nothing else.
    5. No key is left where it was made and is not kept: not on a disk, not in a shell's history, not in a backup.
    """
}
