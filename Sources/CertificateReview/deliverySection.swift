internal import Certificates
internal import MeshNames

/// Where the issued files end, and who trusts the root.
func deliverySection(_ plan: CertificatePlan) -> String? {
  guard !plan.deliveries.isEmpty else { return nil }
  let rows = plan.deliveries.map { delivery in
    [
      delivery.cluster.description, "`\(delivery.namespace)/cacerts`", delivery.authority,
      delivery.chain.map(\.id).joined(separator: ", "), delivery.chain.last?.id ?? "",
    ]
  }
  return """
    ## Delivery

    Each cluster's istiod reads one Secret with four files; the key in it is that of `ca-cert.pem`. Everything that \
    trusts the root is listed here: it is used for nothing else, and no root that is used for something else takes its \
    place.

    \(table(["cluster", "Secret", "`ca-cert.pem`, `ca-key.pem`", "`cert-chain.pem`", "`root-cert.pem`"], rows))
    """
}
