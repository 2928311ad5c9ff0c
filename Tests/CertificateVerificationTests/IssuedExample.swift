import CertificateVerification
import Crypto
import Diagnostics
import Foundation
import SwiftASN1
import X509

/// Certificates as the plan of a golden has them, made in memory, of which a test changes what it wants.
struct IssuedExample {
  /// By the ids of the authorities.
  var authorities: [String: ExampleAuthority]
  /// The certificates of each file.
  var bundles: [String: [String]] = [:]
  /// What is changed in the files themselves, when all are made.
  var changes: (inout [String: [UInt8]]) -> Void = { _ in }
  let plan: SourceText

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func certificates(of golden: String) -> URL {
    repository.appending(path: "golden/sail/\(golden)/certificates")
  }

  init(_ golden: String = "three-tiers") throws {
    let data = try Data(contentsOf: Self.certificates(of: golden).appending(path: "plan.json"))
    plan = SourceText(name: "plan.json", bytes: Array(data))
    let document = try PlanDocument(data)
    authorities = Dictionary(
      uniqueKeysWithValues: document.authorities.map { ($0.id, ExampleAuthority($0, document.ceremony)) })
    for delivery in document.deliveries {
      guard let folder = authorities[delivery.authority]?.file.split(separator: "/").first else { continue }
      for (name, file) in delivery.files { bundles["\(folder)/\(name)"] = file.certificates }
    }
  }

  /// All files, signed from the root down.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var certificates: [String: String] = [:]
    for (id, authority) in authorities {
      let issuer = authorities[authority.issuer ?? id] ?? authority
      let pem = try authority.certificate(by: issuer).serializeAsPEM().pemString + "\n"
      certificates[id] = pem
      files[authority.file] = Array(pem.utf8)
      if let request = authority.requestFile { files[request] = Array(try authority.request().utf8) }
    }
    for (file, ids) in bundles where !ids.isEmpty {
      files[file] = Array(ids.compactMap { certificates[$0] }.joined().utf8)
    }
    changes(&files)
    return files
  }

  func report(at moment: Moment? = nil) throws -> CertificateReport {
    try CertificateVerifier(plan: plan).verify(try files(), at: moment)
  }
}

/// What a test needs of a plan's document.
private struct PlanDocument: Decodable {
  let authorities: [Authority]
  let ceremony: [Step]
  let deliveries: [Delivery]

  init(_ data: Data) throws { self = try JSONDecoder().decode(PlanDocument.self, from: data) }

  struct Authority: Decodable {
    let id: String
    let issuer: String?
    let subject: [[String: String]]
    let lifetimeDays: Int
    let basicConstraints: BasicConstraints
    let subjectAltNames: Names
    let nameConstraints: Constraints?
    let key: Key
  }

  struct BasicConstraints: Decodable { let pathLength: Int? }
  struct Names: Decodable { let dns: [String] }
  struct Constraints: Decodable { let permitted: Names }
  struct Key: Decodable { let curve: String }
  struct Step: Decodable {
    let operation: String
    let authority: String
    let makes: [String]
  }
  struct Delivery: Decodable {
    let authority: String
    let files: [String: File]
  }
  struct File: Decodable { let certificates: [String]? }
}

/// A certificate that is to be made.
struct ExampleAuthority {
  let issuer: String?
  let file: String
  let requestFile: String?
  var subject: [(String, String)]
  var key: Certificate.PrivateKey
  var requestKey: Certificate.PrivateKey?
  var signingKey: Certificate.PrivateKey?
  var algorithm: Certificate.SignatureAlgorithm?
  var notBefore = Date(timeIntervalSince1970: 1_767_225_600)
  var days: Int
  var pathLength: Int?
  var usage = KeyUsage(keyCertSign: true, cRLSign: true)
  var names: [String]
  var permitted: [String]
  var extended: [ExtendedKeyUsage.Usage] = []
  var others: [Certificate.Extension] = []
  var serial: [UInt8] = Array(UUID().uuidString.utf8.prefix(16))
  var hasIdentifiers = true

  fileprivate init(_ planned: PlanDocument.Authority, _ ceremony: [PlanDocument.Step]) {
    issuer = planned.issuer
    let made = { (operations: [String]) in
      ceremony.first { operations.contains($0.operation) && $0.authority == planned.id }?.makes.first
    }
    file = made(["sign", "self-sign"]) ?? ""
    requestFile = made(["request"])
    subject = planned.subject.flatMap { $0.map { ($0.key, $0.value) } }
    key = planned.key.curve == "P-384" ? .init(P384.Signing.PrivateKey()) : .init(P256.Signing.PrivateKey())
    days = planned.lifetimeDays
    pathLength = planned.basicConstraints.pathLength
    names = planned.subjectAltNames.dns
    permitted = planned.nameConstraints?.permitted.dns ?? []
  }

  func certificate(by issuer: ExampleAuthority) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: .init(bytes: serial), publicKey: key.publicKey, notValidBefore: notBefore,
      notValidAfter: notBefore.addingTimeInterval(Double(days) * 86400), issuer: try issuer.name(),
      subject: try name(), signatureAlgorithm: algorithm ?? .ecdsaWithSHA384,
      extensions: try extensions(issuer), issuerPrivateKey: signingKey ?? issuer.key)
  }

  func request() throws -> String {
    let key = requestKey ?? key
    let request = try CertificateSigningRequest(
      version: .v1, subject: try name(), privateKey: key, attributes: .init(), signatureAlgorithm: .ecdsaWithSHA256)
    return try request.serializeAsPEM().pemString + "\n"
  }

  private func name() throws -> DistinguishedName {
    let types: [String: ASN1ObjectIdentifier] = [
      "CN": .RDNAttributeType.commonName, "O": .RDNAttributeType.organizationName,
      "OU": .RDNAttributeType.organizationalUnitName, "L": .RDNAttributeType.localityName,
    ]
    return DistinguishedName(
      subject.compactMap { type, value in
        types[type].map { RelativeDistinguishedName(.init(type: $0, utf8String: value)) }
      })
  }

  private func extensions(_ issuer: ExampleAuthority) throws -> Certificate.Extensions {
    var list = [
      try Certificate.Extension(BasicConstraints.isCertificateAuthority(maxPathLength: pathLength), critical: true),
      try Certificate.Extension(usage, critical: true),
    ]
    if hasIdentifiers {
      list.append(try .init(SubjectKeyIdentifier(hash: key.publicKey), critical: false))
      let identifier = SubjectKeyIdentifier(hash: (signingKey ?? issuer.key).publicKey).keyIdentifier
      if self.issuer != nil {
        list.append(try .init(AuthorityKeyIdentifier(keyIdentifier: identifier), critical: false))
      }
    }
    if !names.isEmpty { list.append(try .init(SubjectAlternativeNames(names.map { .dnsName($0) }), critical: false)) }
    if !permitted.isEmpty {
      list.append(try .init(NameConstraints(permittedSubtrees: permitted.map { .dnsName($0) }), critical: true))
    }
    if !extended.isEmpty { list.append(try .init(ExtendedKeyUsage(extended), critical: false)) }
    return try Certificate.Extensions(list + others)
  }
}
