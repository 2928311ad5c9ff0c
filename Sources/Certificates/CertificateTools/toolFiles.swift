package import Certificates
internal import Diagnostics
internal import MeshModel
internal import YAMLWriting

/// The files that the tools take as they are: for each tool that the topology asks for, a folder called after it.
///
/// - Parameters:
///   - plan: The plan.
///   - notice: What the first line of each file says, where the file can hold a comment.
/// - Returns: The files, in the order of the tools.
package func toolFiles(for plan: CertificatePlan, notice: String) -> [ToolFile] {
  plan.tools.map(\.value).flatMap { tool in
    let report = deviations(of: plan, carriedOutBy: tool)
    let files: [ToolFile] =
      switch tool {
      case .awsPrivateCA: awsPrivateCAFiles(for: plan, notice)
      case .certtool: certtoolFiles(for: plan, notice)
      case .cfssl: cfsslFiles(for: plan, notice)
      case .googleCAS: googleCASFiles(for: plan, notice)
      case .step: stepFiles(for: plan, notice)
      case .vault: vaultFiles(for: plan, notice)
      case .certManager: certManagerFiles(for: plan, notice)
      }
    let marked = tool.refusesUnknownKeys ? files : files.map { $0.marked(notice) }
    return (marked + [ToolFile("deviations.json", report.document.json).marked(notice)]).map { $0.below(tool.rawValue) }
  }
}

/// One file for a tool.
package struct ToolFile: Sendable {
  /// Where it stands below `certificates/`.
  package let path: [String]
  package let text: String

  init(_ name: String, _ text: String) { self.init(path: [name], text: text) }

  init(path: [String], text: String) {
    self.path = path
    self.text = text
  }

  /// The file with a notice as the first key, if it is JSON that has none yet.
  fileprivate func marked(_ notice: String) -> ToolFile {
    guard text.hasPrefix("{\n"), !text.contains(notice) else { return self }
    return ToolFile(path: path, text: "{\n  \"generated\": \"\(notice)\",\n" + text.dropFirst(2))
  }

  fileprivate func below(_ folder: String) -> ToolFile { ToolFile(path: [folder] + path, text: text) }
}

extension CertificateTool {
  /// Whether the tool's own JSON has no room for a key of ours: `aws` and `gcloud` take every key for an argument.
  fileprivate var refusesUnknownKeys: Bool {
    switch self {
    case .awsPrivateCA, .googleCAS: true
    case .certtool, .cfssl, .step, .vault, .certManager: false
    }
  }
}
