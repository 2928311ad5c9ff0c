internal import CertificateFindings
internal import Diagnostics

/// Keys in the folder of issued files: each where the plan has it, for its owner's eyes alone.
func checkKeys(_ hierarchy: PlannedHierarchy, _ found: [FoundFile]) -> [CertificateFinding] {
  let (keys, read) = (hierarchy.keyFiles, Set(hierarchy.files))
  return found.flatMap { file -> [CertificateFinding] in
    guard !keys.contains(file.path) else { return file.isOpen ? [.exposedKey(file.path)] : [] }
    // Of a file of certificates, it is said that a key is among them.
    return file.holdsKey && !read.contains(file.path) ? [.misplacedKey(file.path)] : []
  }
}

extension CertificateFinding {
  fileprivate static func exposedKey(_ file: String) -> CertificateFinding {
    CertificateFinding(
      .exposedKey, "others than its owner may read the key `\(file)`", at: .issued(file, line: 1, "custody"),
      help: "`chmod 600` it; where others had access to this machine, make a new key")
  }

  fileprivate static func misplacedKey(_ file: String) -> CertificateFinding {
    CertificateFinding(
      .misplacedKey, "`\(file)` holds a private key, where the plan has none", at: .issued(file, line: 1, "custody"),
      help: "destroy it; if nobody knows who has seen it, replace what has this key")
  }
}
