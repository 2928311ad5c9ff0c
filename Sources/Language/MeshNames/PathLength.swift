/// How many authorities may stand below one on a path to a workload (RFC 5280, section 4.2.1.9); no bound is `none`.
package struct PathLength: TextValue {
  package let bound: Int?

  package init(_ bound: Int?) { self.bound = bound }

  package init(parsing text: String) throws(Misfit) {
    if text == "none" {
      bound = nil
      return
    }
    guard let number = Int(text), (0...9).contains(number), text == "\(number)" else {
      throw Misfit("is no path length", expected: "a number of authorities from 0 to 9, or `none`")
    }
    bound = number
  }

  package var description: String { bound.map(String.init) ?? "none" }
}
