internal import ArgumentParser
internal import CertificateVerification
internal import Console
internal import Diagnostics
internal import FileTrees

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compares issued certificates with their plan.",
    discussion: """
      Chains, signatures, path lengths, key usages, names, algorithms, lifetimes, requests, and the files that become \
      cacerts. No private key is read, and no clock: how long a certificate is good is compared with the plan, and \
      whether it is good at some time, and what is due within 30 days of it, only with --at.
      """)

  @Argument(help: "The plan: certificates/plan.json.", completion: .file(extensions: ["json"]))
  var plan: String

  @Argument(help: "The folder of issued files, as the tools' scripts fill it.", completion: .directory)
  var issued: String

  @Option(
    help: .init(
      "Take it for an error if a certificate is not good then, and say what is due within 30 days: 2030-01-31.",
      valueName: "date"))
  var at: Moment?

  @Option(
    help: .init(
      "Accept what a tool is known to issue otherwise: certificates/TOOL/deviations.json.", valueName: "file"))
  var deviations: String?

  @Flag(help: "With --deviations: the tool is older than the version that the file asks for.")
  var olderTool = false

  @Option(help: .init("Write the certificates' fingerprints there, if all is well.", valueName: "file"))
  var receipt: String?

  @Option(help: .init("How to show findings.", valueName: "format"))
  var output = CertificateFindingFormat.text

  func run() throws {
    let (planSource, deviationsSource) = (try source(plan), try deviations.map { try source($0) })
    let verifier: CertificateVerifier
    do throws(CertificateVerifier.Unreadable) {
      verifier = try CertificateVerifier(plan: planSource, deviations: deviationsSource, olderTool: olderTool)
    } catch {
      try show(error.findings)
      throw ExitStatus.findings.code
    }
    let issued = try IssuedFolder(issued, for: verifier)
    let report = verifier.verify(issued.files, among: issued.found, at: at)
    try show(report.findings)
    if output == .text, at == nil {
      Terminal.complain("note: dates were compared with one another; --at DATE says whether they are good then")
    }
    guard !report.hasErrors else { throw ExitStatus.findings.code }
    if let receipt { try writeFile(receipt, Array(report.receipt.utf8)) }
    if output == .text { try Terminal.print("\(printable(self.issued)) is as \(printable(plan)) says") }
  }

  /// Documents are data, and go where data goes.
  private func show(_ findings: [CertificateFinding]) throws {
    let text = output.render(findings, in: issued, at: at)
    if output.isDocument { try Terminal.print(text) } else { Terminal.complain(text) }
  }

  private func source(_ path: String) throws(FileSystemError) -> SourceText {
    SourceText(name: path, bytes: try readFile(path, limit: 16 << 20))
  }
}

extension CertificateFindingFormat: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
  /// The moment that an argument names.
  public init?(argument: String) { self.init(argument) }
}
