import Foundation
import Testing

/// The program that verifies certificates, as a user runs it; what it finds is the business of other tests.
struct CertsTests {
  private static let plan = Program.root.appending(path: "golden/sail/three-tiers/certificates/plan.json").path

  @Test func `says what is missing, and writes no receipt`() throws {
    let certs = try Program("meshgen-certs")
    defer { certs.remove() }
    let result = try certs.run("verify", Self.plan, "issued", "--receipt", "receipt.json", "--output", "line")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("issued/east/ca-cert.pem:1:1: error MG552: "))
    #expect(!FileManager.default.fileExists(atPath: certs.path("receipt.json")))
    let document = try certs.run("verify", Self.plan, "issued", "--output", "sarif")
    #expect(document.output.hasPrefix("{"))
    #expect(document.errors.isEmpty)
  }

  @Test func `tells arguments that make no sense from files that are not there`() throws {
    let certs = try Program("meshgen-certs")
    defer { certs.remove() }
    try #expect(certs.run("verify", Self.plan, "issued", "--at", "tomorrow").status == 2)
    try #expect(certs.run("verify", Self.plan).status == 2)
    try #expect(certs.run("verify", "nowhere.json", "issued").status == 3)
    try certs.write("kind: Topology\n", to: "topology.yaml")
    let other = try certs.run("verify", "topology.yaml", "issued")
    #expect(other.status == 1)
    #expect(other.errors.hasPrefix("error[MG551]: this is no CertificatePlan\n  --> topology.yaml:1\n"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/certtool"), "certtool is not installed"))
  func `writes the same receipt of the same files, and reads no key`() throws {
    let certs = try Program("meshgen-certs")
    defer { certs.remove() }
    let script = Program.root.appending(path: "golden/sail/three-tiers/certificates/certtool/ceremony.sh").path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [script, "issued", "all"]
    process.currentDirectoryURL = certs.folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // A folder in its place can be read by nobody.
    try FileManager.default.removeItem(atPath: certs.path("issued/east/ca-key.pem"))
    try FileManager.default.createDirectory(
      atPath: certs.path("issued/east/ca-key.pem"), withIntermediateDirectories: true)
    let first = try certs.run("verify", Self.plan, "issued", "--receipt", "receipt.json")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("--at DATE"))
    let receipt = try certs.read("receipt.json")
    #expect(receipt.contains("\"CertificateReceipt\""))
    try #expect(certs.run("verify", Self.plan, "issued", "--receipt", "receipt.json").status == 0)
    try #expect(certs.read("receipt.json") == receipt)
    try #expect(certs.run("verify", Self.plan, "issued", "--at", "2099-01-01").status == 1)
    let key = "issued/west/ca-key.pem"
    try certs.write(try certs.read(key), to: "issued/west/copy.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: certs.path(key))
    let keys = try certs.run("verify", Self.plan, "issued", "--output", "line")
    #expect(keys.status == 1 && keys.errors.contains("MG590") && keys.errors.contains("MG591"))
  }

  @Test func `is named by the compiler`() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("certs", "verify", "plan.json", "issued")
    #expect(result.status == 2)
    #expect(result.errors.contains("meshgen-certs verify plan.json issued"))
    try #expect(program.run("certs").output.contains("meshgen-certs"))
    try #expect(program.run("explain", "MG579").output.contains("wrong-chain-order"))
  }
}
