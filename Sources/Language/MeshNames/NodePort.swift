/// A port that every node of a cluster listens on for a Service (Kubernetes, `--service-node-port-range`).
package struct NodePort: TextValue {
  package let number: Int

  package init(parsing text: String) throws(Misfit) {
    guard let number = wholeNumber(text, in: 30000...32767) else {
      throw Misfit(
        "is no node port", expected: "a number from 30000 to 32767, which is the range unless a cluster says otherwise")
    }
    self.number = number
  }

  package var description: String { String(number) }
}
