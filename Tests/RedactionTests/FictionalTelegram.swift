import Redaction
import Testing

/// A classified telegram that nobody wrote, right in everything besides its text, and its copies.
enum FictionalTelegram {
  static func text(_ text: String, subject: String = "SUBJECT: (U) HARBOR DEPTH") -> String {
    """
    VZCZCXYZ0008
    PP RUEHC
    DE RUEHRK #0907 0711402
    ZNY SSSSS ZZH
    P 121402Z MAR 09
    FM AMEMBASSY REYKJAVIK
    TO RUEHC/SECSTATE WASHDC PRIORITY 1444
    BT
    S E C R E T REYKJAVIK 000907

    SIPDIS

    E.O. 12958: DECL: 03/12/2019
    TAGS: PREL, IC
    \(subject)

    Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).

    \(text)

    9. (C) The treaty is read closely.
    QUIMBY
    BT
    #0907
    NNNN

    """
  }

  /// A telegram that SMART printed, with the fields below its text from `Cleared By:` on.
  static func smart(_ fields: String) -> String {
    """
    CONFIDENTIAL

    MRN:          12 REYKJAVIK 907
    Date/DTG:     Mar 12, 2012 / 121402Z MAR 12
    From:         AMEMBASSY REYKJAVIK
    Action:       WASHDC, SECSTATE ROUTINE
    E.O.:         13526
    TAGS:         PREL, IC
    Subject:      (U) Harbor depth

    Classified By: Jane Doe, Ambassador
    Reason: 1.4 (b), (d)
    Declassify On: 2022/03/12

    1. (U) The lamps are on.

    2. (C) The seekers wait for the ice to leave.

    Signature:     QUIMBY

    Drafted By:    Ann Marsh
    Cleared By:    \(fields)
    Dissemination Rule: Archive Copy

    CONFIDENTIAL

    """
  }

  /// What stands between two transmissions of a telegram: the end of one and the header of the next.
  static func transmissionBreak(from post: String) -> String {
    """
    BT
    #0214
    NNNN
    VZCZCXYZ0009
    PP RUEHC
    DE RUEHRK #0214/02 0711402
    ZNR UUUUU ZZH
    P 121402Z MAR 09
    FM AMEMBASSY \(post)
    TO RUEHC/SECSTATE WASHDC PRIORITY 3922
    BT

    """
  }

  static func copy(
    _ text: String, under policy: String = "public-release", unmarked: Planner.UnmarkedPortions = .refuse
  ) throws -> String {
    var redactor = try Releases.redactor(policy)
    redactor.unmarked = unmarked
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  /// The copy of a telegram with this text; a copy of the copy is the copy.
  static func released(_ text: String) throws -> String {
    let copy = try copy(self.text(text))
    #expect(try self.copy(copy) == copy)
    return copy
  }
}
