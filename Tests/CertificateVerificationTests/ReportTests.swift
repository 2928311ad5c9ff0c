import CertificateVerification
import Diagnostics
import Foundation
import FoundationXML
import Testing
import X509

/// What is read besides certificates, and what is written about them.
struct ReportTests {
  private static let report = Result {
    var example = try IssuedExample()
    example.authorities["cluster-east"]?.pathLength = nil
    return try example.report()
  }

  @Test func `knows a key that everybody has`() throws {
    let example = try IssuedExample()
    let verifier = try CertificateVerifier(plan: example.plan)
    let files = try example.files()
    let receipt = try Self.object(verifier.verify(files).receipt)
    let certificates = try #require(receipt["certificates"] as? [[String: Any]])
    let key = try #require(certificates.last?["publicKeySHA256"] as? String)
    let findings = verifier.verify(files, publicKeys: [key: "a sample"]).findings
    #expect(findings.map(\.code.name) == ["MG582"])
    #expect(sampleKeys.keys.allSatisfy { $0.count == 64 })
  }

  @Test(arguments: [
    ("", "nothing in this text"), ("{", "plan.json"), ("{\"kind\": \"Plan\"}", "no CertificatePlan"),
    ("{\"kind\": \"CertificatePlan\", \"version\": 2}", "version"),
    ("{\"kind\": \"CertificatePlan\", \"version\": 1}", "`mesh` is missing"),
  ])
  func `says what is wrong with a plan that is none`(text: String, words: String) throws {
    let error = try #require(throws: CertificateVerifier.Unreadable.self) {
      _ = try CertificateVerifier(plan: SourceText(name: "plan.json", bytes: Array(text.utf8)))
    }
    #expect(error.findings.map(\.code.name) == ["MG551"])
    #expect(CertificateFindingFormat.line.render(error.findings, in: "issued").contains(words))
  }

  /// A file of which the plan does not say what it holds would be held against nothing.
  @Test(
    arguments: ["ca-cert.pem", "cert-chain.pem", "root-cert.pem"],
    ["{}", "{\"crlsOf\": [\"root\"]}", "{\"privateKeyOf\": \"root\"}"])
  func `refuses a plan that leaves open what a file holds`(file: String, content: String) throws {
    let plan = try IssuedExample().plan
    let text = try #require(String(bytes: plan.bytes, encoding: .utf8))
    let entry = try #require(text.firstMatch(of: try Regex("\"\(file)\": \\{[^}]*\\}")))
    let forged = text.replacingCharacters(in: entry.range, with: "\"\(file)\": \(content)")
    #expect(throws: CertificateVerifier.Unreadable.self) {
      _ = try CertificateVerifier(plan: SourceText(name: "plan.json", bytes: Array(forged.utf8)))
    }
  }

  @Test func `never asks for a key`() throws {
    for golden in ["three-tiers", "multi-primary-multi-network", "rotation", "multi-primary-cert-manager"] {
      let plan = try Data(contentsOf: IssuedExample.certificates(of: golden).appending(path: "plan.json"))
      let files = try CertificateVerifier(plan: SourceText(name: "plan.json", bytes: Array(plan))).files
      #expect(files.count > 5)
      #expect(files.allSatisfy { !$0.contains("key") })
    }
  }

  @Test func `shows a finding with its file, its property and where it is planned`() throws {
    let findings = try Self.report.get().findings
    let text = CertificateFindingFormat.text.render(findings, in: "issued")
    #expect(
      text.hasPrefix("error[MG561]: the certificate of `cluster-east` has no path length, where `0` is planned\n"))
    #expect(text.contains("  --> issued/east/ca-cert.pem:1: basicConstraints.pathLength\n"))
    #expect(text.contains("   = note: plan.json:"))
    let line = CertificateFindingFormat.line.render(findings, in: "issued/")
    #expect(line.hasPrefix("issued/east/ca-cert.pem:1:1: error MG561: basicConstraints.pathLength: "))
  }

  @Test func `writes findings as JSON and as SARIF`() throws {
    let findings = try Self.report.get().findings
    let json = try Self.object(CertificateFindingFormat.json.render(findings, in: "issued"))
    #expect(json["errors"] as? Int == 1)
    let sarif = try Self.object(CertificateFindingFormat.sarif.render(findings, in: "is sued"))
    #expect(sarif["version"] as? String == "2.1.0")
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "MG561")
    #expect("\(result)".contains("is%20sued/east/ca-cert.pem"))
  }

  @Test func `writes findings for systems that run checks`() throws {
    let findings = try Self.report.get().findings
    let command = CertificateFindingFormat.github.render(findings, in: "a,b")
    #expect(
      command.hasPrefix(
        "::error file=a%2Cb/east/ca-cert.pem,line=1,title=MG561 wrong-basic-constraints::the certificate"))
    let quality = try JSONSerialization.jsonObject(
      with: Data(CertificateFindingFormat.gitlab.render(findings, in: "issued").utf8))
    let issue = try #require((quality as? [[String: Any]])?.first)
    #expect(issue["check_name"] as? String == "MG561" && issue["severity"] as? String == "critical")
    let report = CertificateFindingFormat.junit.render(findings, in: "a<b")
    #expect(report.contains("tests=\"1\" failures=\"1\"") && report.contains("classname=\"a&lt;b/east/ca-cert.pem\""))
    #expect(XMLParser(data: Data(report.utf8)).parse())
    #expect(CertificateFindingFormat.junit.render([], in: "issued").contains("tests=\"1\" failures=\"0\""))
  }

  @Test func `says in a document whether dates were looked at`() throws {
    let without = try Self.object(CertificateFindingFormat.json.render([], in: "issued"))
    #expect(without["at"] is NSNull)
    let with = try Self.object(CertificateFindingFormat.json.render([], in: "issued", at: Moment("2030-01-31")))
    #expect(with["at"] as? String == "2030-01-31T00:00:00Z")
  }

  @Test(arguments: ["2030-01-31", "2030-01-31T12:00:00Z", "2000-02-29", "2099-12-31T23:59:59Z"])
  func `reads dates`(text: String) throws {
    #expect(try #require(Moment(text)).description.hasPrefix(text))
  }

  @Test(arguments: ["", "2030-02-30", "2030-13-01", "30-01-01", "2030-01-01T24:00:00Z", "2030-01-01T12:00:00", "x"])
  func `refuses what is no date`(text: String) { #expect(Moment(text) == nil) }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
