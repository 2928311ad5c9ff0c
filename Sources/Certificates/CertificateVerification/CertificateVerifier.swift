internal import CertificateFindings
package import Diagnostics
internal import Digests
internal import YAMLReading

/// A certificate plan and what is declared of the tool that has carried it out, ready to be compared with files.
package struct CertificateVerifier: Sendable {
  private let hierarchy: PlannedHierarchy
  private let deviations: DeclaredDeviations
  private let planDigest: SHA256Digest

  /// The files that the plan asks for, below the folder of issued files; no key is among them.
  package var files: [String] { hierarchy.files }

  /// The files of keys, which are not to be read.
  package var keyFiles: Set<String> { hierarchy.keyFiles }

  /// A document that is not what it should be.
  package struct Unreadable: Error, Sendable {
    package let findings: [CertificateFinding]
  }

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - plan: `certificates/plan.json`.
  ///   - deviations: `certificates/TOOL/deviations.json`, where its deviations are accepted.
  ///   - olderTool: Whether the tool is older than the version that its file asks for.
  /// - Throws: What is wrong with one of the documents.
  package init(plan: SourceText, deviations: SourceText? = nil, olderTool: Bool = false) throws(Unreadable) {
    hierarchy = try read(plan) { root, reader throws(PlanReader.Failure) in try reader.hierarchy(root) }
    planDigest = SHA256Digest(of: plan.bytes)
    guard let deviations else {
      self.deviations = DeclaredDeviations()
      return
    }
    self.deviations = try read(deviations) { root, reader throws(PlanReader.Failure) in
      try DeclaredDeviations(root, older: olderTool, reader)
    }
  }

  /// Compares issued files with the plan.
  ///
  /// - Parameters:
  ///   - files: The bytes of those of `files` that are there, by their names.
  ///   - found: Everything in the folder of issued files, as far as it is known.
  ///   - moment: When the certificates must be good; without it, only how long they are good counts.
  ///   - publicKeys: Keys of which everybody has the private part, by the SHA-256 of the public one.
  /// - Returns: What there is to say, and the receipt.
  package func verify(
    _ files: [String: [UInt8]], among found: [FoundFile] = [], at moment: Moment? = nil,
    publicKeys: [String: String] = sampleKeys
  ) -> CertificateReport {
    let issued = IssuedFiles(hierarchy, files)
    var pairs: Pairs = [:]
    for planned in hierarchy.authorities {
      guard let certificate = issued.certificates[planned.file]?.first else { continue }
      pairs[planned.id] = PlannedPair(planned: planned, issued: certificate, planFile: hierarchy.file)
    }
    // Whatever was said of its file: an authority that was not read has not been verified.
    let unread = hierarchy.authorities.filter { pairs[$0.id] == nil }.filter { authority in
      !issued.findings.contains { $0.place.file == authority.file && $0.severity == .error }
    }
    let places = checkPlaces(hierarchy, pairs)
    // What would be said of a certificate in the wrong place is all about another one.
    let placed = pairs.filter { !places.misplaced.contains($0.key) }
    var findings = issued.findings + unread.map(CertificateFinding.unread) + places.findings
    findings += hierarchy.authorities.compactMap { placed[$0.id] }.flatMap { checkProperties($0, deviations) }
    findings += checkPaths(hierarchy, placed) + checkIdentities(hierarchy, pairs, publicKeys)
    findings += checkRequests(hierarchy, placed, issued)
    findings += checkBundles(hierarchy, placed, issued, misplaced: places.misplaced)
    let others = checkOthers(hierarchy, pairs, issued)
    findings += others.findings
    findings += checkRevocationLists(hierarchy, placed, others.pairs, issued, deviations, at: moment)
    findings += checkKeys(hierarchy, found)
    if let moment {
      findings += checkValidity(hierarchy, placed, at: moment) + checkDueDates(hierarchy, placed, issued, at: moment)
    }
    return CertificateReport(
      findings: sorted(findings), receipt: receipt(hierarchy, pairs, issued, plan: planDigest))
  }
}

extension CertificateFinding {
  fileprivate static func unread(_ authority: PlannedCertificate) -> CertificateFinding {
    CertificateFinding(
      .unreadableCertificate, "there is no certificate of `\(authority.id)`", at: .issued(authority.file),
      help: "its certificate in PEM belongs here")
  }
}

/// What a verification has found out.
package struct CertificateReport: Sendable {
  /// Sorted by file, line and weight.
  package let findings: [CertificateFinding]
  /// The fingerprints of what was verified, to be committed beside the plan; worth something where nothing is wrong.
  package let receipt: String

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

private func sorted(_ findings: [CertificateFinding]) -> [CertificateFinding] {
  findings.enumerated().sorted { left, right in
    let (first, second) = (left.element, right.element)
    if first.place.file != second.place.file { return first.place.file < second.place.file }
    if first.place.line != second.place.line { return first.place.line < second.place.line }
    if first.severity != second.severity { return first.severity > second.severity }
    return (first.code.number, left.offset) < (second.code.number, right.offset)
  }.map(\.element)
}

/// Reads a document, or says in one finding why not.
private func read<Value>(
  _ source: SourceText, _ make: (Node, PlanReader) throws(PlanReader.Failure) -> Value
) throws(CertificateVerifier.Unreadable) -> Value {
  var log = FindingLog()
  guard let root = readYAML(source, into: &log), !log.hasErrors else {
    let first = log.sorted.first
    throw unreadable(source, first?.message ?? "it is empty", first?.place.range ?? SourceRange(at: 0))
  }
  do throws(PlanReader.Failure) {
    return try make(root, PlanReader(source: source))
  } catch {
    throw unreadable(source, error.message, error.range)
  }
}

private func unreadable(
  _ source: SourceText, _ message: String, _ range: SourceRange
) -> CertificateVerifier.Unreadable {
  CertificateVerifier.Unreadable(findings: [
    CertificateFinding(
      .unreadableCertificatePlan, message, at: .plan(source.name, line: source.position(of: range.start).line),
      help: "give the file as `meshgen build` has written it")
  ])
}
