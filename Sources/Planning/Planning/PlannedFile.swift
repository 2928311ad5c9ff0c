package import YAMLWriting

/// A file that a step's commands read, and that is no object of Kubernetes: the values of a chart, say.
package struct PlannedFile: Equatable, Sendable {
  /// Below the cluster's folder; a phase's folder holds objects and nothing else.
  package let path: [String]
  package let content: Content

  package enum Content: Equatable, Sendable {
    case yaml(YAMLValue)
    case json(YAMLValue)
    /// A text in which lines that begin with `#` are comments.
    case text(String)
    /// A text that can have no line of ours.
    case verbatim(String)
  }

  package init(_ path: [String], _ content: Content) {
    self.path = path
    self.content = content
  }
}
