/// One thing that has to be so for requests to arrive.
package struct Link: Sendable {
  package let rule: Rule
  package let state: State
  /// How it is, in a sentence.
  package let finding: String
  /// The objects that it rests on, and the fields.
  package let objects: [ObjectField]
  /// What would mend it; `nil` where it is as it should be.
  package let remedy: String?

  package enum State: String, Sendable {
    case holds, broken
    /// It depends on something that manifests do not say: an address that is not known yet, what others apply.
    case depends
  }

  /// A field of an object, by the file that the object comes from.
  package struct ObjectField: Sendable, Hashable {
    package let file: String
    /// As people write it: `spec.values.global.network`; empty for the object itself.
    package let field: String

    package init(_ file: String, _ field: String = "") {
      self.file = file
      self.field = field
    }
  }
}

extension Link {
  static func holds(_ rule: Rule, _ finding: String, _ objects: ObjectField...) -> Link {
    Link(rule: rule, state: .holds, finding: finding, objects: objects, remedy: nil)
  }

  static func depends(_ rule: Rule, _ finding: String, _ objects: ObjectField...) -> Link {
    Link(rule: rule, state: .depends, finding: finding, objects: objects, remedy: nil)
  }

  static func broken(_ rule: Rule, _ finding: String, mend remedy: String, _ objects: ObjectField...) -> Link {
    Link(rule: rule, state: .broken, finding: finding, objects: objects, remedy: remedy)
  }
}
