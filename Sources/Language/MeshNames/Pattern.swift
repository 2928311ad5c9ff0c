/// A name, or `*` for any.
package enum Pattern<Name: TextValue>: TextValue {
  case any
  case named(Name)

  package init(parsing text: String) throws(Misfit) {
    self = text == "*" ? .any : .named(try Name(parsing: text))
  }

  package var description: String {
    switch self {
    case .any: "*"
    case .named(let name): name.description
    }
  }

  /// The name, where it is one.
  package var name: Name? {
    if case .named(let name) = self { name } else { nil }
  }

  /// Whether everything that the other one stands for is among what this one does.
  package func covers(_ other: Pattern) -> Bool { self == .any || self == other }
}
