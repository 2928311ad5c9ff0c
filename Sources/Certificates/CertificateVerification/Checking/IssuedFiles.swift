internal import CertificateFindings
internal import Diagnostics

/// The issued files that a plan asks for, as far as they can be read, and what is wrong with the others.
struct IssuedFiles: Sendable {
  private(set) var certificates: [String: [IssuedCertificate]] = [:]
  private(set) var requests: [String: PEMFile] = [:]
  private(set) var lists: [String: [IssuedRevocationList]] = [:]
  /// The files of CRLs of which something could not be read.
  private(set) var unreadableLists: Set<String> = []
  private(set) var findings: [CertificateFinding] = []

  /// In bytes; a file of as many holds hundreds of certificates.
  static let limit = 1 << 20

  init(_ hierarchy: PlannedHierarchy, _ bytes: [String: [UInt8]]) {
    let requestFiles = Set(hierarchy.authorities.compactMap(\.requestFile))
    // A request has done its service once it is signed, and nothing may have been replaced.
    let optional = requestFiles.union(hierarchy.otherFiles)
    let listFiles = Set(
      hierarchy.authorities.flatMap { [$0.listFile].compactMap { $0 } + $0.otherLists }
        + hierarchy.bundles.filter { $0.kind == .lists }.map(\.file))
    for name in hierarchy.files {
      guard let content = bytes[name] else {
        if !optional.contains(name) { findings.append(.missing(name)) }
        continue
      }
      guard content.count <= Self.limit else {
        findings.append(.tooLong(name))
        continue
      }
      let file = PEMFile(name, content)
      findings += file.blocks.filter(\.isPrivateKey).map { .privateKey(name, $0) }
      if requestFiles.contains(name) {
        requests[name] = file
      } else if listFiles.contains(name) {
        readLists(file, content)
      } else {
        read(file, content)
      }
    }
    refuseSeveral(hierarchy)
  }

  private mutating func read(_ file: PEMFile, _ content: [UInt8]) {
    if !file.blocks.isEmpty { findings += [strayFinding(file, content, "certificate")].compactMap { $0 } }
    var read: [IssuedCertificate] = []
    for block in file.blocks where !block.isPrivateKey {
      if let certificate = IssuedCertificate(block, in: file.name) {
        read.append(certificate)
      } else {
        findings.append(.unreadable(file.name, block))
      }
    }
    if !file.blocks.contains(where: { !$0.isPrivateKey }) {
      findings.append(.empty(file, content, .unreadableCertificate, "certificate"))
    }
    certificates[file.name] = read
  }

  private mutating func readLists(_ file: PEMFile, _ content: [UInt8]) {
    if !file.blocks.isEmpty, let finding = strayFinding(file, content, "CRL") {
      findings.append(finding)
      unreadableLists.insert(file.name)
    }
    var read: [IssuedRevocationList] = []
    for block in file.blocks where !block.isPrivateKey {
      if let list = IssuedRevocationList(block, in: file.name) {
        read.append(list)
      } else {
        findings.append(.noList(file.name, block))
        unreadableLists.insert(file.name)
      }
    }
    if file.blocks.isEmpty {
      findings.append(.empty(file, content, .unreadableList, "CRL"))
      unreadableLists.insert(file.name)
    }
    lists[file.name] = read
  }

  /// Of a file without a block, it is said what it is instead.
  private func strayFinding(_ file: PEMFile, _ content: [UInt8], _ wanted: String) -> CertificateFinding? {
    guard let line = file.strayLine else { return nil }
    return content.starts(with: [0xEF, 0xBB, 0xBF])
      ? .empty(file, content, .unreadableCertificate, wanted) : .strayText(file.name, line)
  }

  /// A file for one certificate holds one.
  private mutating func refuseSeveral(_ hierarchy: PlannedHierarchy) {
    let chains = Set(hierarchy.bundles.filter { $0.kind == .chain }.map(\.file))
    let names = hierarchy.authorities.flatMap { [$0.file] + $0.otherCertificates }
    for name in names where !chains.contains(name) {
      guard let found = certificates[name], found.count > 1 else { continue }
      findings.append(.several(found[1]))
    }
  }
}

extension CertificateFinding {
  fileprivate static func missing(_ file: String) -> CertificateFinding {
    CertificateFinding(
      .missingCertificateFile, "`\(file)` is missing", at: .issued(file),
      help: "carry out the act of the ceremony that makes it")
  }

  fileprivate static func privateKey(_ file: String, _ block: PEMFile.Block) -> CertificateFinding {
    CertificateFinding(
      .keyAmongCertificates, "a file that is handed out holds a private key", at: .issued(file, line: block.line),
      help: "make a new key, and keep it out of files of certificates")
  }

  /// Readers differ in what begins a block: what one passes over is an anchor to another.
  fileprivate static func strayText(_ file: String, _ line: Int) -> CertificateFinding {
    CertificateFinding(
      .unreadableCertificate, "there is text outside of well-formed PEM blocks", at: .issued(file, line: line),
      help: "leave nothing in the file but the PEM blocks")
  }

  fileprivate static func noCertificate(_ file: String, _ block: PEMFile.Block) -> CertificateFinding {
    let what = block.label == "CERTIFICATE" ? "a certificate that cannot be read" : "a block `\(block.label)`"
    return CertificateFinding(
      .unreadableCertificate, "there is \(what)", at: .issued(file, line: block.line),
      help: "a certificate in PEM belongs here")
  }

  /// A certificate that cannot be read, with the reason where that shows.
  fileprivate static func unreadable(_ file: String, _ block: PEMFile.Block) -> CertificateFinding {
    let certificate = block.label == "CERTIFICATE" ? block.bytes.flatMap { UnreadableCertificate($0) } : nil
    if let hash = certificate?.outdatedHash {
      return CertificateFinding(
        .weakSignatureHash, "the certificate is signed with `\(hash)`, which proves nothing any more",
        at: .issued(file, line: block.line, "signatureHash"), help: "issue it anew with SHA-256 at least")
    }
    if let key = certificate?.shortKey {
      return CertificateFinding(
        .wrongCertificateKey, "the certificate has the key `\(key)`, which is too short for anybody to accept",
        at: .issued(file, line: block.line, "key"), help: "make a key as it is planned")
    }
    if certificate?.hasNegativeSerialNumber == true {
      return CertificateFinding(
        .weakSerialNumber, "the serial number is below zero, with which istiod reads no certificate",
        at: .issued(file, line: block.line, "serialNumber"), help: "have the tool choose positive serial numbers",
        severity: .error)
    }
    return noCertificate(file, block)
  }

  fileprivate static func noList(_ file: String, _ block: PEMFile.Block) -> CertificateFinding {
    let what = block.label == "X509 CRL" ? "a CRL that cannot be read" : "a block `\(block.label)`"
    return CertificateFinding(
      .unreadableList, "there is \(what)", at: .issued(file, line: block.line), help: "a CRL in PEM belongs here")
  }

  fileprivate static func tooLong(_ file: String) -> CertificateFinding {
    CertificateFinding(
      .unreadableCertificate, "the file is longer than 1 MiB, and was not read to its end", at: .issued(file),
      help: "leave nothing in the file but the PEM blocks")
  }

  /// A file in which nothing is a block of PEM, with what it is instead where that shows.
  fileprivate static func empty(
    _ file: PEMFile, _ content: [UInt8], _ code: FindingCode, _ wanted: String
  ) -> CertificateFinding {
    let (what, help) =
      if content.starts(with: [0xEF, 0xBB, 0xBF]) {
        ("the file begins with a byte order mark, behind which nobody finds a \(wanted)", "save it without the mark")
      } else if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
        ("the file is in UTF-16, which nobody reads here", "save it as UTF-8, without a byte order mark")
      } else if content.first == 0x30, content.dropFirst().first.map({ $0 >= 0x80 }) ?? false {
        ("the file is in DER, which istiod does not read", "convert it to PEM, with `certtool --inder`, say")
      } else if content.contains(0x0D), !content.contains(0x0A) {
        ("the lines of the file end in CR alone, which makes it a single one", "have them end in LF")
      } else {
        ("the file holds no \(wanted)", "a \(wanted) in PEM belongs here")
      }
    return CertificateFinding(code, what, at: .issued(file.name), help: help)
  }

  fileprivate static func several(_ second: IssuedCertificate) -> CertificateFinding {
    CertificateFinding(
      .unreadableCertificate, "a file for one certificate holds a second one", at: .of(second),
      help: "leave the authority's own certificate alone in the file")
  }
}
