internal import Certificates
import Foundation
import Testing

// What clusters show each other, and what they verify it with, by an outside judge that demands CRLs.
extension Ceremony {
  /// What a cluster has in one state of a rotation, with a workload's certificate, under a name.
  func snapshot(_ delivery: CertificatePlan.Delivery, _ state: String) throws -> String {
    let name = "\(state)-\(delivery.cluster)"
    let folder = try #require(delivery.chain.first).folder
    let script = """
      mkdir \(name) && cp \(folder)/ca-cert.pem \(folder)/cert-chain.pem \(name)/ && cp \(folder)/\(delivery.rootFile) \(name)/roots.pem
      [ ! -e \(folder)/ca-crl.pem ] || cp \(folder)/ca-crl.pem \(name)/
      printf 'subjectAltName=critical,URI:spiffe://mesh1/ns/a/sa/b\\nauthorityKeyIdentifier=keyid\\n' >\(name)/ext
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout \(name)/key -subj / -out \(name)/csr
      openssl x509 -req -in \(name)/csr -days 1 -CA \(folder)/ca-cert.pem -CAkey \(folder)/ca-key.pem -extfile \(name)/ext -out \(name)/leaf.pem
      """
    try judge("/bin/sh", "-euc", script)
    return name
  }

  /// Has one snapshot verify the workload of another: its certificate, and the chain that it shows.
  func expectAcceptance(of other: String, by one: String) throws {
    try judge(
      "/usr/bin/env", "openssl", "verify", "-x509_strict", "-crl_check_all", "-CAfile", "\(one)/roots.pem", "-CRLfile",
      "\(one)/ca-crl.pem", "-untrusted", "\(other)/cert-chain.pem", "\(other)/leaf.pem")
  }
}
