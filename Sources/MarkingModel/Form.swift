/// What a document looks like. The names are those of `document/@form` in the contract.
///
/// Rules are gated by it: a rule of the wire applied to a drafted text is a false alarm.
public enum Form: String, Sendable, CaseIterable {
  /// A copy of the whole transmission with its ACP-127 format lines.
  case wire
  /// The same from the 1970s: no transmission identifier, `NNNNVV` of the message before it.
  case wire1970s = "wire-1970s"
  /// A print of the Access to Archival Databases, with its Message Attributes page.
  case naraAAD = "nara-aad"
  /// A scanned and recognised print with release stamps and page furniture.
  case foiaPaper = "foia-paper"
  /// A copy from a web site: anchors, lost line ends, no BT or NNNN.
  case scrapedWeb = "scraped-web"
  /// The text alone, as the drafter writes it.
  case drafted
  /// Labelled fields (`MRN:`, `Date/DTG:`, `Action:` …).
  case smart
  /// An edited transcription whose markings stand in a source note.
  case frus
  /// A memorandum, report or other paper with banners and portion marks.
  case marked
  /// The same in an e-mail.
  case email
  /// A telegram repeated inside another one.
  case quoted
  /// One banner line or portion mark.
  case marking
  /// Markings of the United Kingdom, Australia or New Zealand, one a line.
  case ukMarking = "uk-marking"
  case auMarking = "au-marking"
  case nzMarking = "nz-marking"
  /// A paper or e-mail of the United Kingdom, Australia or New Zealand.
  case uk, au, nz
  /// Portion marks and the banner that is given for them: `(S//NF) ; (U) => SECRET//NOFORN`.
  case rollup
  /// An XML document whose elements carry IC ISM attributes.
  case ismXML = "ism-xml"
  /// An XML document with confidentiality labels of STANAG 4774.
  case natoXML = "nato-xml"
  /// Nothing that is read.
  case unknown

  /// As the contract names it.
  package var word: Word {
    switch self {
    case .wire: .wire
    case .wire1970s: .wire1970s
    case .naraAAD: .naraAad
    case .foiaPaper: .foiaPaper
    case .scrapedWeb: .scrapedWeb
    case .drafted: .drafted
    case .smart: .smart
    case .frus: .frus
    case .marked: .marked
    case .email: .email
    case .marking: .marking
    case .ukMarking: .ukMarking
    case .auMarking: .auMarking
    case .nzMarking: .nzMarking
    case .uk: .uk
    case .au: .au
    case .nz: .nz
    case .rollup: .rollup
    case .ismXML: .ismXml
    case .natoXML: .natoXml
    case .quoted: .quoted
    case .unknown: .unknown
    }
  }
}
