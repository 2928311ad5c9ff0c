import CertificateFindings
import CertificateVerification
import Diagnostics
import Foundation
import Testing

/// Plans that Python's cryptography has carried out, from `plan.json` alone, as they say and otherwise.
@Suite(
  .enabled(
    if: Judge.isThere, "Python's cryptography is not installed: scripts/dependencies.sh tests installs it"))
struct JudgeTests {
  @Test(arguments: ["three-tiers", "multi-primary-multi-network", "revocation"])
  func `has nothing to say of what was issued by the plan alone`(golden: String) throws {
    #expect(try Judge(golden).findings().map(\.message) == [])
    let notes = try Judge(golden).findings(at: Moment("2026-01-05"))
    #expect(notes.allSatisfy { $0.code == .dueSoon && $0.severity == .note }, "\(notes.map(\.message))")
  }

  @Test(arguments: certificates) func `finds what was tampered with`(tampering: String, codes: [Int]) throws {
    let findings = try Judge("three-tiers").findings(tampering)
    #expect(Set(findings.map(\.code.number)).sorted() == codes, "\(findings.map(\.message))")
  }

  @Test(arguments: lists) func `finds what was tampered with in CRLs`(tampering: String, codes: [Int]) throws {
    let findings = try Judge("revocation").findings(tampering)
    #expect(Set(findings.map(\.code.number)).sorted() == codes, "\(findings.map(\.message))")
  }

  // The CRLs of the clusters are good for 14 days, that of the tier for 30, the clusters' certificates for 365.
  @Test(arguments: [
    ("2026-01-20", [588, 592]), ("2025-12-31", [570, 588]), ("2027-06-01", [570, 588]), ("2026-01-10", [592]),
    ("2026-10-01", [588, 593]), ("2026-12-15", [588, 592]),
  ])
  func `says what is not good at a time`(moment: String, codes: [Int]) throws {
    let findings = try Judge("revocation").findings(at: Moment(moment))
    #expect(Set(findings.map(\.code.number)).sorted() == codes)
  }

  private static let certificates: [(String, [Int])] = [
    ("wrong_extended_key_usage", [563]), ("no_basic_constraints", [561]), ("basic_constraints_not_critical", [561]),
    ("longer_path", [561]), ("no_room", [561, 573]), ("no_authority", [561]), ("key_usage_not_critical", [562]),
    ("another_authority_key", [566]), ("reused_key", [574]), ("key_of_the_issuer", [558, 574]),
    ("wider_name_constraints", [565]), ("address_constraint", [565]), ("names_of_another_kind", [564]),
    ("wildcard_name", [564]), ("policy_constraints", [567]), ("sha1", [559]), ("sha1_rsa", [558, 559]),
    ("md5", [559]), ("version_1", [561, 562, 564, 565, 566]), ("two_algorithms", [559, 572]),
    ("a_leaf", [561, 562, 563, 564]), ("same_serial", [575]), ("small_serial", [576]), ("signed_by_itself", [571]),
    ("namesake_of_the_root", [571]), ("longer_life", [568, 569]), ("later_than_its_issuer", [569]),
    ("junk_behind", [553]), ("junk_inside", [553]), ("cut_off", [553]), ("another_block", [553]),
    ("key_of_another_algorithm", [558]), ("foreign_root_beside", [581]),
    ("wrong_own_identifier", [566]), ("broken_root", [572]), ("negative_serial", [576]),
    ("issuer_in_other_letters", [571]), ("twice_basic_constraints", [553]), ("any_extended", [563]),
    ("backwards", [568]), ("tiny_rsa", [558, 577]), ("no_key_cert_sign", [562]), ("reissued", [578, 580]),
    ("critical_identifier", [566]), ("empty_subject", [556]), ("trusted_label", [553]), ("leading_utf8_bom", [553]),
    ("another_number_of_the_issuer", [566]), ("right_number_of_the_issuer", []),
  ]

  private static let lists: [(String, [Int])] = [
    ("revoked_cluster", [586]), ("revoked_tier", [586]), ("revoked_stranger", []), ("foreign_list", [584, 585]),
    ("list_of_another", [584, 585]), ("list_for_long", [587]), ("list_for_short", [587]), ("unnumbered_list", [589]),
    ("delta_list", [589]), ("part_list", [589]), ("sha1_list", [559]), ("damaged_list", [584, 585]),
    ("changed_list", [584, 585]), ("no_next_update", [587]), ("list_is_missing", [552]),
    ("list_is_a_certificate", [583]), ("junk_in_list", [583]), ("list_twice", [583]), ("older_list", [585]),
    ("strangers_list", [584]), ("without_the_roots_list", [585]), ("without_the_other_clusters_list", [585]),
  ]

  @Test func `provokes every code that is said of CRLs`() {
    let provoked = Self.lists.reduce(into: Set([588])) { $0.formUnion($1.1) }
    #expect(provoked.isSuperset(of: 583...589))
  }
}

/// A plan of a golden, and whoever carries it out.
private struct Judge {
  private let golden: URL

  init(_ golden: String) { self.golden = IssuedExample.certificates(of: golden).appending(path: "plan.json") }

  static let isThere = (try? run(["-c", "import cryptography"])) == 0

  /// What is said of what is issued, with a tampering or without.
  func findings(_ tampering: String? = nil, at moment: Moment? = nil) throws -> [CertificateFinding] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "meshgen judge \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judge.py").path
    let status = try Self.run([script, golden.path, folder.path] + [tampering].compactMap { $0 })
    try #require(status == 0)
    let plan = SourceText(name: "plan.json", bytes: Array(try Data(contentsOf: golden)))
    let verifier = try CertificateVerifier(plan: plan)
    let files = verifier.files.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
    }
    return verifier.verify(Dictionary(uniqueKeysWithValues: files), at: moment).findings
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
