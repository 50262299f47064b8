import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// Reads a fictional text.
func read(_ text: String, form: Form? = nil) throws -> MarkingDocument { try read(Array(text.utf8), form: form) }

func read(_ bytes: [UInt8], form: Form? = nil) throws -> MarkingDocument {
  let vocabulary = try #require(Vocabulary.project)
  return DocumentReader.read(bytes.span, form: form, vocabulary: vocabulary)
}

/// Fictional telegrams, one of each form. Names, posts' business and numbers are made up.
enum Cables {
  static let wire = """
    VZCZCXRO1234
    OO RUEHLI RUEHMD
    DE RUEHTL #0123/01 0691432
    ZNR UUUUU ZZH
    O P 101430Z MAR 09
    FM AMEMBASSY TALLINN
    TO RUEHC/SECSTATE WASHDC IMMEDIATE 0412
    INFO RUEHLI/AMEMBASSY LISBON PRIORITY 0034
    RHMFISS/CDR USEUCOM VAIHINGEN GE
    BT
    UNCLAS SECTION 01 OF 02 TALLINN 000123

    SENSITIVE
    SIPDIS

    STATE FOR EUR/NB

    E.O. 12958: N/A
    TAGS: PREL, ETRD, EN
    SUBJECT: HARBOR TALKS BEGIN

    REF: TALLINN 98

    1. (SBU) Summary: The talks began on Monday. End summary.

    TALLINN 00000123  002 OF 002

    2. (U) The delegation leaves on Friday.
    MARLOWE
    BT
    #0123
    NNNN

    """

  static let print1974 = """
                    Declassified/Released US Department of State EO Systematic Review 30 JUN 2005

                                     Message Text

    CONFIDENTIAL


    PAGE 01 LISBON 01234 141030Z


    63
    ACTION CU-04


    INFO OCT-01 EUR-12 ISO-00 /017 W
                --------------------- 052087
    R 140915Z MAR 74
    FM AMEMBASSY LISBON
    TO SECSTATE WASHDC 8812
    INFO AMEMBASSY MADRID
    USMISSION GENEVA


    C O N F I D E N T I A L LISBON 1234


    STADIS//////////////////
    EXDIS


    E.O. 11652: GDS
    TAGS: SCUL, PO
    SUBJ: VISITING LIBRARIAN


    1. THE LIBRARIAN ARRIVES ON MONDAY AND WILL STAY FOR
    TWO WEEKS. HE BRINGS
    CONFIDENTIAL


    CONFIDENTIAL


    PAGE 02 LISBON 01234 141030Z


    FORTY BOOKS.
    SCOTT


    CONFIDENTIAL



    NNNN



                    Declassified/Released US Department of State EO Systematic Review 30 JUN 2005

                                     Message Attributes
    Automatic Decaptioning: X
    Current Classification: UNCLASSIFIED
    Draft Date: 14 MAR 1974
    Document Number: 1974LISBON01234
    Original Classification: CONFIDENTIAL
    Original Handling Restrictions: STADIS
    Previous Classification: CONFIDENTIAL

    """

  static let smart = """
           UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 08/31/2015

                                                                       RELEASE IN FULL

    From:         Doe, Jane <DoeJ@example.gov>
    Sent:         Tuesday, March 10, 2009 10:52 AM
    To:           Roe, Richard
    Subject:      FW: Harbor talks

    For your information.

                                  UNCLASSIFIED
                                     SBU

    MRN:             09 TALLINN 123
    Date/DTG:        Mar 10, 2009 / 101430Z MAR 09
    From:            AMEMBASSY TALLINN
    Action:          WASHDC, SECSTATE ROUTINE
    E.O.:            12958
    TAGS:            PREL, ETRD, EN
    Captions:        SENSITIVE
    Reference:       A) 09 TALLINN 98
                     B) 09 TALLINN 99
    Pass Line:       STATE FOR EUR/NB
                     EUR - A/S MILLER
    Subject:         Harbor talks begin


    1. (SBU) The talks began on Monday.

    2. (U) The delegation leaves on Friday.

    Signature:       MARLOWE

    Drafted By:      TALLINN:Doe, Jane
    Released By:     TALLINN:Roe, Richard
    Info:            AMEMBASSY LISBON ROUTINE; AMEMBASSY MADRID
                     ROUTINE
    Dissemination Rule:   Released Copy

                                  UNCLASSIFIED
                                     SBU

    """

  static let drafted = """
    S E C R E T LISBON 000412

    NODIS

    E.O. 12958: DECL: 03/16/2015
    TAGS: SCUL, PO
    SUBJECT: (U) NEW LIBRARY HOURS

    Classified By: Ambassador Jane Morris, reason 1.4 (b).

    1. (U) The embassy library now opens at nine.

    2. (S) The ministry asked that we wait a week.
    MORRIS

    """

  static let edited = """
    114. Telegram From the Embassy in Estonia to the Department of State

    Tallinn, July 15, 1958, 2 p.m.

    41. The harbor master received me at ten o'clock. He had not changed his view.

    Source: Department of State, Central Files, 787.00/7-1558. Confidential; Niact; Limdis. Repeated to Lisbon.

    """

  static let all: [(name: String, text: String, form: Form)] = [
    ("wire", wire, .wire), ("print", print1974, .naraAAD), ("smart", smart, .smart), ("drafted", drafted, .drafted),
    ("edited", edited, .frus),
  ]
}
