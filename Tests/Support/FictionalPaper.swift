/// A marked paper that nobody wrote, right in everything besides what is put into it.
public enum FictionalPaper {
  /// - Parameters:
  ///   - body: what stands below the first portion.
  ///   - head: the lines below the letterhead; the date of 3 May 2016.
  ///   - first: the portions above the body.
  public static func text(
    _ body: String, head: String = "Date: 2016-05-03", subject: String = "SUBJECT: (U) Harbor depth",
    first: String = "1. (S//NF) The harbor master wrote that the ice left the basin early this year.",
    banner: String = "SECRET//NOFORN", footer: String? = nil
  ) -> String {
    let parts = [
      banner, "DEPARTMENT OF GOOD WORKS", head, subject, first, body,
      """
      Classified By: Jane Doe, Chief, Office of Harbors, Department of Good Works
      Derived From: Harbor Guide No. 1, Department of Good Works, dated 20150110
      Declassify On: 20400503
      """,
      footer ?? banner,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
