internal import Certificates
import Foundation
internal import MeshModel
import MeshNames

/// An issued certificate as an outside judge reads it, under the names of the plan's properties.
struct IssuedCertificate {
  let properties: [String: String]

  /// Reads what `openssl x509 -text` prints, with names in the order in which they were issued.
  init(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let line = { (prefix: String) -> Substring in lines.first { $0.hasPrefix(prefix) }?.dropFirst(prefix.count) ?? "" }
    let after = { (prefix: String) -> [String] in
      guard let index = lines.firstIndex(where: { $0.hasPrefix(prefix) }) else { return [] }
      return lines[(index + 1)...].prefix { !$0.hasPrefix("X509v3") && !$0.hasPrefix("Signature") }.map { $0 }
    }
    let constraints = after("X509v3 Basic Constraints: critical").first ?? "none"
    properties = [
      "subject": String(line("Subject: ")),
      "signatureHash": line("Signature Algorithm: ").uppercased().split { !"SHA0123456789".contains($0) }
        .first { $0.hasPrefix("SHA") }.map(String.init) ?? "",
      "basicConstraints": constraints,
      "keyUsage": after("X509v3 Key Usage: critical").first ?? "none",
      "names": after("X509v3 Subject Alternative Name").first ?? "",
      "nameConstraints": after("X509v3 Name Constraints: critical").joined(separator: " "),
      "extendedKeyUsage": after("X509v3 Extended Key Usage").first ?? "",
      "key": String(line("Public-Key: ")),
      "days": "\(Self.days(from: line("Not Before: "), to: line("Not After : ")))",
      "keyIdentifier": after("X509v3 Subject Key Identifier").isEmpty ? "no" : "yes",
    ]
  }

  private static func days(from start: Substring, to end: Substring) -> Int {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "MMM d HH:mm:ss yyyy 'GMT'"
    format.timeZone = TimeZone(identifier: "UTC")
    let date = { (text: Substring) in
      format.date(from: text.split(separator: " ").joined(separator: " ")) ?? .distantPast
    }
    return Int((date(end).timeIntervalSince(date(start)) / 86_400).rounded())
  }
}

extension PlannedAuthority {
  /// What an authority's certificate must be, in the judge's words.
  ///
  /// - Parameter deviations: What the tool issues in place of what is planned, by property.
  /// - Returns: What is to be seen of each property.
  func expectation(_ deviations: [String: String]) -> [String: String] {
    let words: [KeyUsage: String] = [
      .digitalSignature: "Digital Signature", .contentCommitment: "Non Repudiation",
      .keyEncipherment: "Key Encipherment", .keyCertSign: "Certificate Sign", .crlSign: "CRL Sign",
    ]
    let bits: String =
      switch key {
      case .rsa(let bits): "(\(bits) bit)"
      case .ecdsa(.p256): "(256 bit)"
      case .ecdsa(.p384): "(384 bit)"
      }
    let planned = [
      "subject": subject.map { "\($0.type)=\($0.value)" }.joined(separator: ", "),
      "signatureHash": signatureHash.replacing("-", with: ""),
      "basicConstraints": "CA:TRUE" + (pathLength.map { ", pathlen:\($0)" } ?? ""),
      "keyUsage": keyUsage.compactMap { words[$0] }.joined(separator: ", "),
      "names": (dnsNames.map { "DNS:\($0)" } + uriNames.map { "URI:\($0)" }).joined(separator: ", "),
      "nameConstraints": nameConstraints.map { constraints in
        let subtrees = { (head: String, names: Subtrees) in
          names.dns.isEmpty && names.uri.isEmpty
            ? [] : [head] + names.dns.map { "DNS:\($0)" } + names.uri.map { "URI:\($0)" }
        }
        return (subtrees("Permitted:", constraints.permitted) + subtrees("Excluded:", constraints.excluded))
          .joined(separator: " ")
      } ?? "",
      "extendedKeyUsage": "",
      "key": bits,
      "days": "\(lifetime.days)",
      "keyIdentifier": "yes",
    ]
    return planned.merging(deviations) { _, issued in issued }
  }
}
