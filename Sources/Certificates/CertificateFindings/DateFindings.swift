package import Diagnostics

// What is to be done, and when.
extension FindingCode {
  /// Something that is due within 30 days.
  package static let dueSoon = FindingCode(
    592, "due-soon", .warning,
    Explanation(
      meaning: """
        Within 30 days of the time that `--at` gives, a certificate or a CRL ends, or the successor of an authority is \
        due. Where nothing ends yet, it is a note.
        """,
      harm: """
        Renewal needs people who hold keys, and a step in every cluster. Begun on the last day, it is an outage if one \
        of them is away.
        """,
      sources: ["istio/istio#14516"],
      wrongCertificate: "--at 2030-01-01, valid until 2030-01-11",
      rightCertificate: "--at 2030-01-01, valid until 2031-01-01"))

  /// A successor that should be there.
  package static let overdue = FindingCode(
    593, "overdue-successor", .warning,
    Explanation(
      meaning: "At the time that `--at` gives, an authority should have been replaced already.",
      harm: """
        What it signs from now on may outlive it, and there is less time for a second try than was planned. The \
        calendar of PLAN.md has the acts that replace it.
        """,
      sources: ["istio/istio#18990"],
      wrongCertificate: "supersedeAfterDays: 243, signed 300 days ago",
      rightCertificate: "supersedeAfterDays: 243, signed 200 days ago"))
}
