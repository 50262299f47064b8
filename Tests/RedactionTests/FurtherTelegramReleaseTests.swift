import Redaction
import Testing

/// Telegrams that stand one after the other in a file.
@Suite("Releases of several telegrams") struct FurtherTelegramReleaseTests {
  private static func telegram(_ line: String, letter: String, serial: Int, order: String, text: String) -> String {
    """
    RR RUEHC
    DE RUEHRK #0\(serial) 0731405
    \(letter == "U" ? "ZNR" : "ZNY") \(String(repeating: letter, count: 5)) ZZH
    R 141400Z MAR 75
    FM AMEMBASSY REYKJAVIK
    TO RUEHC/SECSTATE WASHDC
    BT
    \(line) REYKJAVIK \(serial)

    E.O. 11652: \(order)
    TAGS: PFOR, IC
    SUBJECT: HARBOR DEPTH

    \(text)
    QUIMBY
    BT
    #0\(serial)
    NNNN

    """
  }

  private static let open = telegram(
    "UNCLAS", letter: "U", serial: 907, order: "N/A", text: "1. THE LAMPS ARE ON.\n\n2. IT RAINS.")
  private static let secret = telegram(
    "S E C R E T", letter: "S", serial: 908, order: "GDS", text: "1. THE SEEKERS ARE OLD.\n\n2. THEY WAIT.")

  /// A telegram of which every paragraph is withheld says no more than its classification line does.
  @Test func oneWithoutMarksIsFitToGoOut() throws {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .withhold
    let release = try Releases.release(Self.secret, by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(copy.contains("S E C R E T REYKJAVIK 908") && release.unfit.isEmpty, "\(copy)")
    #expect(!copy.contains("SEEKERS") && !copy.contains("WAIT"))
  }

  private static let record = """

    Message Attributes

    Current Classification: UNCLASSIFIED
    Document Number: 1975REYKJAVIK00907
    Original Classification: UNCLASSIFIED
    Type: TE

    """

  private static let smart = """
    UNCLASSIFIED

    MRN: 13 REYKJAVIK 412
    Date/DTG: Jun 11, 2013 / 111208Z JUN 13
    From: AMEMBASSY REYKJAVIK
    Action: WASHDC, SECSTATE ROUTINE
    E.O.: 13526
    TAGS: ECON, IC
    Subject: Lamps

    1. (U) Ten lamps.

    Signature: Quimby

    Drafted By: REYKJAVIK:Doe, Jane

    UNCLASSIFIED

    """

  /// A telegram of another form than the one before has its own level as well.
  @Test(arguments: [open + record + secret, smart + secret])
  func oneBehindAnotherForm(_ file: String) throws {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .withhold
    for words in ["seekers", "they wait"] {
      #expect(
        try !Releases.leaves(words) {
          String(decoding: try Releases.release(file, by: redactor).file, as: UTF8.self)
        })
    }
  }

  /// Without marks each says by its own level what its text is: that of the first is not that of all.
  @Test(arguments: [[open, secret], [secret, open], [open, open.replacing("907", with: "909"), secret]])
  func theHighestLevelIsThatOfTheFile(_ telegrams: [String]) throws {
    let redactor = try Releases.redactor("public-release")
    for words in ["seekers", "they wait"] {
      #expect(
        try !Releases.leaves(words) {
          String(decoding: try Releases.release(telegrams.joined(separator: "\n\n"), by: redactor).file, as: UTF8.self)
        })
    }
  }
}
