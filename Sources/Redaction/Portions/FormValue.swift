import Documents
import MarkingModel

extension PortionReader {
  /// Lines that may be of the form or of the paragraph above, where the reader ends that above them: they go with it. Below
  /// the signature they are of the form.
  func doubtfulLines(beside portions: [ReleasePortion]) -> [ReleasePortion] {
    var lines: [ReleasePortion] = []
    var portions = portions.sorted { $0.range.start < $1.range.start }[...]
    var signatures = form.filter { formNames[$0.start] == .signature }[...]
    var above: ReleasePortion?
    var (reach, signed) = (0, 0)
    for place in doubtful {
      while let portion = portions.first, portion.range.start <= place.start {
        reach = max(reach, portion.range.end)
        above = portions.removeFirst()
      }
      while let signature = signatures.first, signature.start < place.start {
        signed = signature.end
        signatures.removeFirst()
      }
      guard var line = above, reach <= place.start, signed <= reach else { continue }
      line.range = place
      line.text = [place]
      lines.append(line)
    }
    return lines
  }
}

/// Whether what a line of the form says belongs to the form as well. The reader of telegrams goes by how a line begins; in a
/// paragraph that is withheld, `DECLASSIFY ON:` may have any words behind it.
struct FormValue {
  /// The words of the heading's lines: the post, the addressees, the stamps of the first page.
  private var words: [[UInt8]] = []
  /// What the heading says in sentences, word by word: behind it, nothing but the same is of the form.
  private var sentences: Set<[[UInt8]]> = []

  /// - Parameter heading: where the heading ends.
  init(of document: MarkingDocument, to heading: Int, in source: Span<UInt8>) {
    var words: Set<[UInt8]> = []
    for node in document.nodes.dropFirst() where node.range.start < heading && !node.range.isEmpty {
      if Self.free.contains(node.name) {
        sentences.insert(Self.words(of: node.range, in: source))
      } else if Self.checked.contains(node.name) || Self.ofHeading.contains(node.name) {
        words.formUnion(Self.words(of: node.range, in: source))
      }
    }
    self.words = words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether a place of the form behind the heading holds dates, exemptions, numbers, the words of stamps and of the page,
  /// and what the heading says.
  func holds(_ place: ByteRange, of name: ElementName, in source: Span<UInt8>) -> Bool {
    let all = Self.words(of: place, in: source)
    if Self.free.contains(name) { return sentences.contains(all) || isFormal(all) }
    if !Self.checked.contains(name) || isFormal(all) { return true }
    guard name == .stamp, let review = all.firstIndex(of: Self.review) else { return false }
    // The name of who reviewed it stands before.
    return review <= 4 && isFormal(Array(all[review...]))
  }

  private static let review = Array("DECLASSIFIED".utf8)

  private func isFormal(_ all: [[UInt8]]) -> Bool {
    all.allSatisfy { Self.isNumber($0) || Self.known.contains($0) || isOfHeading($0) }
  }

  /// `142215Z`, `B6`, `C05770206`.
  private static func isNumber(_ word: [UInt8]) -> Bool {
    let digits = word.count(where: \.isDigit)
    return digits > 0 && (word.count <= 3 || digits * 2 >= word.count)
  }

  /// Whether the heading has a word, or one that begins with it: the heads of pages cut the names of posts, `ADDIS ABAB`.
  private func isOfHeading(_ word: [UInt8]) -> Bool {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < words.count && (words[low] == word || word.count > 2 && words[low].starts(with: word))
  }

  private static func words(of place: ByteRange, in source: Span<UInt8>) -> [[UInt8]] {
    BlockText.words(of: place, in: source).map { source.bytes($0).map(\.capital) }
  }

  /// Lines with sentences or names in them.
  private static let free: Set<ElementName> = [.subject, .references, .authority]

  /// Lines that may have any words behind those by which they are known.
  private static let checked: Set<ElementName> = [
    .page, .stamp, .marking, .classification, .caption, .passing, .executiveOrder, .tags, .from, .addressee, .routing,
    .authorityBlock, .authorityLine, .designationIndicator, .distribution, .notice,
  ]

  private static let ofHeading: Set<ElementName> = [.transmissionID, .originator, .security, .dtg]

  /// The words of stamps, of the lines that classify, and of pages; letters alone are those of exemptions and levels.
  private static let known: Set<[UInt8]> = Set(
    """
    A B C D E F G H N O P R S T U X RELEASE RELEASED IN FULL PART DENIED DENIAL DECLASSIFIED DECLASSIFY DECL DERIVED FROM ON
    BY FOR REASON REASONS CLASSIFIED MULTIPLE SOURCE SOURCES AUTHORITY NND PA EO SYSTEMATIC REVIEW REVIEWED US DEPARTMENT
    OF STATE CASE NO DOC DATE APPROVED NATIONAL ARCHIVES NARA AND THE EXEMPT OADR NA GDS XGDS
    ADS RDS YEARS UNCLAS UNCLASSIFIED CONFIDENTIAL SECRET TOP TOPSECRET LIMITED OFFICIAL USE ONLY SENSITIVE BUT NOFORN NODIS
    EXDIS STADIS LIMDIS SIPDIS SBU FOUO CUI PAGE SECTION FINAL JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC JANUARY
    CIA DIA FBI NGA NRO NSA ODNI DOD DOE DHS DOS FOIA MDR REF
    FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER BT NNNN ZNY ZNR ZZH
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
