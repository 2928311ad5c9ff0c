package import Diagnostics

/// What is said of issued certificates.
///
/// The codes stand apart from the checks, so that `meshgen explain` knows them without swift-crypto.
package enum CertificateFindings {
  package static let codes: [FindingCode] =
    [
      .unreadableCertificatePlan, .missingCertificateFile, .unreadableCertificate, .keyAmongCertificates,
      .swappedCertificate,
    ] + propertyCodes + pathCodes + bundleCodes + listCodes + keyCodes + dateCodes

  private static let propertyCodes: [FindingCode] = [
    .wrongSubject, .reorderedSubject, .wrongCertificateKey, .weakSignatureHash, .longerSignatureHash,
    .wrongBasicConstraints, .wrongKeyUsage, .extendedKeyUsage, .wrongAlternativeNames, .wrongNameConstraints,
    .wrongKeyIdentifier, .unplannedExtension, .wrongLifetime,
  ]

  private static let pathCodes: [FindingCode] = [
    .certificateOutlivesIssuer, .notValidThen, .foreignIssuer, .brokenSignature, .issuedPathTooShort,
    .reusedKey, .reusedSerialNumber, .weakSerialNumber, .wrongRequest,
  ]

  private static let listCodes: [FindingCode] = [
    .unreadableList, .foreignList, .missingList, .revokedAuthority, .wrongNextUpdate, .listNotCurrent, .irregularList,
  ]

  private static let keyCodes: [FindingCode] = [.misplacedKey, .exposedKey]

  private static let dateCodes: [FindingCode] = [.dueSoon, .overdue]

  private static let bundleCodes: [FindingCode] = [
    .incompleteChain, .wrongChainOrder, .foreignCertificate, .wrongAnchors, .publicSampleKey,
  ]
}
