package import Diagnostics
package import MeshChange
internal import Runbook
internal import YAMLWriting

/// The forms in which a change can be shown.
package enum ChangeFormat: String, CaseIterable, Sendable {
  /// For people at a terminal.
  case snippet
  /// For a pull request.
  case markdown
  /// One document, for programs.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Annotations of GitHub's workflows.
  case github
}

extension MeshChange {
  /// The change as one text.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - before: The old topology's text; `nil` of a directory.
  ///   - after: The new topology's text; `nil` of a directory.
  /// - Returns: Whole lines.
  package func render(as format: ChangeFormat, before: SourceText?, after: SourceText?) -> String {
    switch format {
    case .snippet: text(before: before, after: after)
    case .markdown: markdown()
    case .json: document(before: before, after: after, steps: Runbook(of: self)?.stepValues ?? []).json
    case .sarif: sarif(before: before, after: after).json
    case .github: githubAnnotations(before: before, after: after)
    }
  }
}
