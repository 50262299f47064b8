/// Marked documents for the tests; all of them are fictional.
enum Papers {
  /// A memorandum of two pages with everything that it should have.
  static let memorandum = """
    SECRET//NOFORN

    DEPARTMENT OF GOOD WORKS
    Office of Harbors

    Date: 2016-05-03

    MEMORANDUM FOR THE RECORD

    SUBJECT: (U) Harbor depth

    1. (S//NF) The harbor master wrote that the ice left the basin early this year
    and that the (S) corporations of the quay, like SECRETARY Roe, were glad of it.

       a. (U) Every captain may read the depth of each berth in a book.

       b. (S//NF) The book of the pilots is another one and is kept elsewhere.

    | (U) Berth | (S//NF) Depth |

    Figure 1: (U) The basin in spring

    SECRET//NOFORN
    \u{0C}SECRET//NOFORN

    2. (U) The customs house keeps a copy of that book for everyone who asks.

    • (U) The lights were put up again.

    Classified By: Jane Doe, Chief, Office of Harbors,
    Department of Good Works
    Derived From: Harbor Guide No. 1, Department of Good Works, dated 20150110
    Declassify On: 20400503

    SECRET//NOFORN
    """

  static let email = """
    From: Jane Doe
    Sent: Tuesday, May 3, 2016 9:00 AM
    To: John Roe
    Subject: (CUI) Traffic at the quay

    CUI//SP-PRVCY//FEDCON

    (CUI//SP-PRVCY) The harbor master wrote that the ice left the basin early.

    (U) Every captain may read the depth of each berth in a book.

    Jane Doe
    Office of Harbors

    Controlled by: Department of Good Works, Office of Harbors
    CUI Category: PRVCY
    Limited Dissemination Control: FEDCON
    POC: Jane Doe, 703-555-0135

    CUI//SP-PRVCY//FEDCON
    """

  /// A paper about markings: its examples are not its own.
  static let manual = """
    UNCLASSIFIED

    (U) How to mark a paper

    (U) Put the banner at the top. A paper that is marked SECRET//NOFORN has (S//NF) portions, and one with
    (S//SI//NF) portions has SECRET//SI//NOFORN; (TS//SI//NF), (C//NF), (S//REL TO USA, GBR), (U//FOUO), (S//OC/NF)
    and (TS//TK//NF) are other portions, and so is (//GBR S//NF).

    (U) Example:

    TOP SECRET//SI//NOFORN

    (TS//SI//NF) This is the text of a portion that is an example and no more.

    (U) Copy no example as it stands. Each is made up, and none of them says anything about this paper.

    (U) Ask the office of markings where in doubt, and do so before the paper goes out and not after.

    (U) This manual may be given to everyone who marks papers and to those who learn it.

    UNCLASSIFIED
    """

  /// Nothing here is a marking.
  static let prose = """
    Minutes of the harbor club

    The SECRETARY read a letter. It was marked SECRET//NOFORN by a child who plays with stamps.

    (A) The club buys a lamp.

    (B) The club buys a rope.

    (C) The club buys neither.

    (S) corporations pay their dues in spring, (C) 2019 the harbor club, and (U) is uranium.

    SECRET

    The secret of the soup is that the cook keeps it confidential, and nothing else is controlled.

    Is it confidential? CONFIDENTIAL means that nobody asks.
    """
}
