internal import Certificates
internal import Diagnostics
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames

/// Who does what, in which order.
func ceremonySection(_ plan: CertificatePlan) -> String {
  let rows = plan.ceremony.map { step in
    [
      "`\(step.id)`", Markdown.text(step.actor), step.operation.inWords(for: step.authority),
      step.needs.map { "`\($0)`" }.joined(separator: " "), step.makes.map { "`\($0)`" }.joined(separator: " "),
      step.secretOutputs.isEmpty ? "" : "**secret**",
    ]
  }
  return """
    ## Ceremony

    In this order, or in any other in which each act comes after what it needs: acts of different people can be done at \
    the same time. The tools' scripts carry acts out by their names, into a folder outside of this repository\
    \(plan.commandLine.map { ":\n\n```sh\n\($0)\n```" } ?? ".")

    \(Markdown.table(["act", "who", "does what", "needs", "makes", ""], rows))
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

extension CertificatePlan {
  /// What some tools take over besides the key, and what keeps it to the plan.
  fileprivate var takenOver: String {
    let words: [(CertificateTool, String)] = [
      (
        .cfssl, "cfssl takes the names over with all other extensions, and its script refuses a request that has others"
      ),
      (.googleCAS, "Google's service takes the names over, and its template refuses others than the planned"),
      (.awsPrivateCA, "AWS takes the subject over: compare it with the table of authorities"),
    ]
    let named = words.filter { word in tools.contains { $0.value == word.0 } }.map(\.1)
    return named.isEmpty ? "" : ". " + named.joined(separator: "; ")
  }

  /// How the first act is carried out, by the first of the tools that has a script.
  fileprivate var commandLine: String? {
    let scripted: Set<CertificateTool> = [.certtool, .cfssl, .step, .vault, .awsPrivateCA, .googleCAS]
    return tools.map(\.value).first(where: scripted.contains).flatMap { tool in
      ceremony.first.map { "sh \((folder.path + [tool.rawValue]).joined(separator: "/"))/ceremony.sh FOLDER \($0.id)" }
    }
  }
}

/// What is looked at before anybody signs, and after everybody has.
func checkSection(_ plan: CertificatePlan, _ tree: AuthorityTree) -> String {
  let signers = plan.authorities.filter { !tree.children(of: $0).isEmpty && $0.issuer != nil }.map(\.id)
  return """
    ## What to check

    Before signing a request:

    1. It comes from the holder that the table of custody names, unchanged: the scripts print its SHA-256 when they make \
    it and before they sign it, and holder and signer compare the two over a way of their own.
    2. Its signature verifies: whoever made it has the key.
    3. Its key is of the planned kind, and no other authority's. Two clusters with one key cannot be told apart.
    4. Only its key is taken over. Subject, names, extensions and lifetime are those of the plan, whatever it asks for\
    \(plan.takenOver).

    After the ceremony, `meshgen-certs verify \(plan.folder.planPath) FOLDER --receipt receipt.json` compares all that \
    it can read with this plan:

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
