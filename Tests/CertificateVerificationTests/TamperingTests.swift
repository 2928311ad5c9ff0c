import CertificateFindings
import CertificateVerification
import Crypto
import Diagnostics
import Foundation
import SwiftASN1
import Testing
import X509

/// A change of issued certificates, and all that must be said of it.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let codes: Set<Int>
  var moment: String?
  let change: @Sendable (inout IssuedExample) throws -> Void

  init(
    _ words: String, _ codes: Set<Int>, at moment: String? = nil,
    _ change: @escaping @Sendable (inout IssuedExample) throws -> Void
  ) {
    testDescription = words
    self.codes = codes
    self.moment = moment
    self.change = change
  }
}

/// Each way in which certificates can be other than planned is found, with the code that is for it.
struct TamperingTests {
  @Test func `has nothing to say of what was issued as planned`() throws {
    let report = try IssuedExample().report()
    #expect(report.findings.map(\.message) == [])
    #expect(try IssuedExample().report(at: Moment("2026-06-01")).findings.isEmpty)
  }

  @Test(arguments: tamperings)
  func `finds what was changed`(tampering: Tampering) throws {
    var example = try IssuedExample()
    try tampering.change(&example)
    let report = try example.report(at: tampering.moment.flatMap { Moment($0) })
    #expect(
      Set(report.findings.map(\.code.number)) == tampering.codes,
      "\(report.findings.map { "\($0.code.name): \($0.message)" })")
    // A warning is enough for the strength of a hash or a serial number, and never for what could not be read.
    if !tampering.codes.isDisjoint(with: [552, 553, 554]) { #expect(report.hasErrors) }
  }

  @Test func `provokes every code that is said of certificates`() {
    let provoked = Self.tamperings.reduce(into: Set<Int>()) { $0.formUnion($1.codes) }
    let elsewhere: Set = [FindingCode.unreadableCertificatePlan.number, FindingCode.publicSampleKey.number]
    // JudgeTests have CRLs, which X509 does not write, and KeyTests what lies beside the planned files.
    let (lists, keys) = (Set(583...589), Set(590...591))
    #expect(provoked.union(elsewhere).union(lists).union(keys) == Set(CertificateFindings.codes.map(\.number)))
  }

  static let tamperings: [Tampering] = files + properties + paths + bundles

  private static let files = [
    Tampering("a certificate is missing", [552]) { $0.changes = { $0["east/ca-cert.pem"] = nil } },
    Tampering("a chain is missing", [552]) { $0.changes = { $0["west/cert-chain.pem"] = nil } },
    Tampering("a request is gone, which does no harm", []) { $0.changes = { $0["west/ca.csr"] = nil } },
    Tampering("a file holds something else", [553]) { $0.changes = { $0["east/ca-cert.pem"] = Array("nothing".utf8) } },
    Tampering("nothing is in the folder", [552]) { $0.changes = { $0 = [:] } },
    Tampering("all files hold a word", [553]) {
      $0.changes = { files in for name in files.keys where !name.hasSuffix(".csr") { files[name] = Array("hello".utf8) }
      }
    },
    Tampering("all files are empty", [553]) {
      $0.changes = { files in for name in files.keys where !name.hasSuffix(".csr") { files[name] = [] } }
    },
    Tampering("the root is in DER", [553]) { $0.changes = { $0["root/root-cert.pem"] = [0x30, 0x82, 0x01, 0x00] } },
    Tampering("an anchor begins with a byte order mark", [553]) {
      $0.changes = { $0["east/root-cert.pem"] = [0xEF, 0xBB, 0xBF] + ($0["east/root-cert.pem"] ?? []) }
    },
    Tampering("a second root behind a line that some readers take for a beginning", [553]) {
      $0.changes = { files in
        let other = String(decoding: files["west/ca-cert.pem"] ?? [], as: UTF8.self)
        files["east/root-cert.pem"]? += Array(
          other.replacing("-----BEGIN CERTIFICATE-----", with: "-----BEGIN CERTIFICATE-----\u{0C}").utf8)
      }
    },
    Tampering("an anchor is indented, which OpenSSL does not read", [553]) {
      $0.changes = { files in
        let text = String(decoding: files["east/root-cert.pem"] ?? [], as: UTF8.self)
        files["east/root-cert.pem"] = Array(text.split(separator: "\n").map { " \($0)\n" }.joined().utf8)
      }
    },
    Tampering("a request lies in the place of a certificate", [553]) {
      $0.changes = { $0["east/ca-cert.pem"] = $0["east/ca.csr"] }
    },
    Tampering("a file for one certificate holds two", [553]) {
      $0.changes = { files in
        let root = files["root/root-cert.pem"] ?? []
        files["east/ca-cert.pem"]? += root
      }
    },
    Tampering("text stands before the certificate", [553]) {
      $0.changes = { $0["east/root-cert.pem"] = Array("subject=root\n".utf8) + ($0["east/root-cert.pem"] ?? []) }
    },
    Tampering("the lines of an anchor end in CR alone", [553]) {
      $0.changes = { $0["east/root-cert.pem"] = $0["east/root-cert.pem"]?.map { $0 == 10 ? 13 : $0 } }
    },
    Tampering("an anchor stands behind a megabyte of nothing", [553]) {
      $0.changes = { files in
        let other = files["west/ca-cert.pem"] ?? []
        files["east/root-cert.pem"]? += [UInt8](repeating: 10, count: 1 << 20) + other
      }
    },
    Tampering("a foreign anchor, while the root cannot be read", [553, 581]) {
      $0.changes = { files in
        files["root/root-cert.pem"] = Array("hello".utf8)
        files["east/root-cert.pem"] = files["west/ca-cert.pem"]
      }
    },
    Tampering("text stands behind a request", [577]) { $0.changes = { $0["east/ca.csr"]? += Array("more\n".utf8) } },
    Tampering("a request is none", [577]) { $0.changes = { $0["east/ca.csr"] = Array("hello".utf8) } },
    Tampering("a key lies in the chain", [554]) {
      let key = "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"
      $0.changes = { $0["east/cert-chain.pem"]? += Array(key.utf8) }
    },
    Tampering("two clusters are swapped", [555]) {
      $0.changes = { files in
        for name in ["ca-cert.pem", "cert-chain.pem", "ca.csr"] {
          (files["east/\(name)"], files["west/\(name)"]) = (files["west/\(name)"], files["east/\(name)"])
        }
      }
    },
  ]

  private static let properties = [
    Tampering("another name", [556]) { $0.authorities["cluster-east"]?.subject[0].1 = "Somebody" },
    Tampering("a name in another order", [557]) { $0.authorities["cluster-east"]?.subject.reverse() },
    Tampering("another curve", [558]) { $0.authorities["cluster-east"]?.key = .init(P384.Signing.PrivateKey()) },
    Tampering("a shorter hash", [559]) { $0.authorities["cluster-east"]?.algorithm = .ecdsaWithSHA256 },
    Tampering("a longer hash", [560]) { $0.authorities["cluster-east"]?.algorithm = .ecdsaWithSHA512 },
    Tampering("no path length", [561]) { $0.authorities["cluster-east"]?.pathLength = nil },
    Tampering("a longer path", [561]) { $0.authorities["issuing-eu"]?.pathLength = 2 },
    Tampering("a usage more", [562]) { $0.authorities["root"]?.usage.digitalSignature = true },
    Tampering("a usage less", [562]) { $0.authorities["root"]?.usage.cRLSign = false },
    Tampering("an extended key usage that istiod accepts", [563]) {
      $0.authorities["cluster-east"]?.extended = [.serverAuth]
    },
    Tampering("a name more", [564]) { $0.authorities["cluster-east"]?.names += ["other.svc"] },
    Tampering("no name constraints", [565]) { $0.authorities["cluster-east"]?.permitted = [] },
    Tampering("name constraints that nobody has planned", [565]) {
      $0.authorities["issuing-eu"]?.permitted = ["example"]
    },
    Tampering("no key identifiers", [566]) { $0.authorities["cluster-east"]?.hasIdentifiers = false },
    Tampering("an extension that nobody has planned", [567]) {
      $0.authorities["cluster-east"]?.others = [.init(oid: [1, 2, 3, 4], critical: true, value: [5, 0])]
    },
    Tampering("a shorter life", [568]) { $0.authorities["cluster-east"]?.days -= 1 },
    Tampering("a life that was dated back by some minutes, which does no harm", []) {
      $0.authorities["cluster-east"]?.notBefore -= 300
    },
    Tampering("a serial number that is counted", [576]) { $0.authorities["cluster-east"]?.serial = [7] },
  ]

  private static let paths = [
    Tampering("signed at the end of its issuer's life", [569]) {
      $0.authorities["cluster-east"]?.notBefore += 1700 * 86400
    },
    Tampering("expired", [570], at: "2028-01-01") { _ in },
    Tampering("a month before the end", [592], at: "2026-12-15") { _ in },
    Tampering("the successor is not there", [593], at: "2026-10-01") { _ in },
    Tampering("the successor is due", [592], at: "2026-08-20") { _ in },
    Tampering("not good yet", [570], at: "2025-12-31T23:59:59Z") { _ in },
    Tampering("a root from somewhere else", [571]) {
      $0.authorities["cluster-east"]?.signingKey = .init(P384.Signing.PrivateKey())
    },
    Tampering("the other cluster's issuer", [571]) {
      let other = $0.authorities["issuing-us"]?.key
      $0.authorities["cluster-east"]?.signingKey = other
    },
    Tampering("a bit of the signature", [572, 578, 580]) {
      $0.changes = { $0["east/ca-cert.pem"] = flipped($0["east/ca-cert.pem"] ?? []) }
    },
    Tampering("no room below an issuing authority, which istiod accepts", [561, 573]) {
      $0.authorities["issuing-eu"]?.pathLength = 0
    },
    Tampering("no room below the root, which istiod accepts", [561, 573]) { $0.authorities["root"]?.pathLength = 1 },
    Tampering("one key for both clusters", [574]) {
      let key = try #require($0.authorities["cluster-east"]?.key)
      $0.authorities["cluster-west"]?.key = key
    },
    Tampering("one serial number for both issuing authorities", [575]) {
      let serial = try #require($0.authorities["issuing-eu"]?.serial)
      $0.authorities["issuing-us"]?.serial = serial
    },
    Tampering("a request for another key", [577]) {
      $0.authorities["cluster-east"]?.requestKey = .init(P256.Signing.PrivateKey())
    },
  ]

  private static let bundles = [
    Tampering("a chain without the issuing tier", [578]) {
      $0.bundles["east/cert-chain.pem"] = ["cluster-east"]
    },
    Tampering("a chain without the cluster's own, which istiod accepts", [578]) {
      $0.bundles["east/cert-chain.pem"] = ["issuing-eu"]
    },
    Tampering("a chain with the issuing tier first, which istiod accepts", [579]) {
      $0.bundles["east/cert-chain.pem"] = ["issuing-eu", "cluster-east"]
    },
    Tampering("a chain with another cluster's issuer", [580]) { $0.bundles["east/cert-chain.pem"]? += ["issuing-us"] },
    Tampering("a chain with the root, which istiod adds again", [580]) {
      $0.bundles["east/cert-chain.pem"]? += ["root"]
    },
    Tampering("a chain with one certificate twice", [580]) { $0.bundles["east/cert-chain.pem"]? += ["issuing-eu"] },
    Tampering("the issuing authority as anchor, which istiod accepts", [581]) {
      $0.bundles["east/root-cert.pem"] = ["issuing-eu"]
    },
    Tampering("a foreign anchor beside the root", [581]) { $0.bundles["west/root-cert.pem"]? += ["issuing-us"] },
  ]
}

/// A PEM file with one bit of the signature, which ends the certificate, turned over.
private func flipped(_ file: [UInt8]) -> [UInt8] {
  var lines = String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
  let text = lines.dropFirst().dropLast().joined()
  guard var data = Data(base64Encoded: text) else { return [] }
  data[data.count - 1] ^= 1
  lines = [lines[0], data.base64EncodedString(), lines[lines.count - 1]]
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}
