import MarkingGrammar
import MarkingModel

// Whether a text is a marked document at all.
extension MarkedReader {
  /// Whether it is a marked document: what was found could not stand there by chance.
  func isMarked(in source: Span<UInt8>) -> Bool {
    let clean = banners.filter { !marks[$0.mark].isDamaged && $0.spot != .line }
    if clean.contains(where: isPlainly) { return true }
    if !clean.isEmpty, clean.allSatisfy(isWordOfBusiness), !isOfGovernment(in: source) { return false }
    // Level words that all differ are the headings of a text about levels.
    if clean.count >= 2, clean[0].text == 0 || areLike(clean) { return true }
    let marked = portions.count { $0.mark != nil }
    if let banner = clean.first {
      // One letter in parentheses below a line of text that is a level might be anything.
      let isPlaced =
        banner.text == 0 || portions.contains { $0.mark != nil && ($0.kind == .item || $0.kind == .subject) }
      if certain > 0 || isPlaced && marked > 0 { return true }
      if hasAuthority || hasIndicator || !statements.isEmpty { return true }
    }
    if certain >= 2 || certain == 1 && marked >= 2 { return true }
    if marked >= 3, marked * 2 >= portions.count { return true }
    if blocks.contains(where: { $0.isAuthority && $0.has(.declassifyOn) && $0.fields.count > 1 }) { return true }
    return hasIndicator || !statements.isEmpty || releases.contains { $0.isRelease }
  }

  /// Whether a banner is no word of the text: it has a separator, or is about CUI.
  func isPlainly(_ banner: BannerEntry) -> Bool { marks[banner.mark].hasSlashes || marks[banner.mark].isCUI }

  /// How many portions have a mark that is more than one letter.
  private var certain: Int { portions.count { $0.mark.map { !$0.isLetter } ?? false } }

  var hasAuthority: Bool {
    blocks.contains { $0.isAuthority && ($0.has(.classifiedBy) || $0.has(.derivedFrom)) }
  }

  private var hasIndicator: Bool { blocks.contains { $0.has(.controlledBy) && $0.fields.count > 1 } }

  /// Whether two of the banners have the same level.
  private func areLike(_ banners: [BannerEntry]) -> Bool {
    Set(banners.map { marks[$0.mark].classification }).count < banners.count
  }

  /// Whether a banner is one word that papers of firms, courts and hospitals bear as well.
  private func isWordOfBusiness(_ banner: BannerEntry) -> Bool {
    let mark = marks[banner.mark]
    return mark.isAmerican && !mark.hasTokens
      && (mark.classification == .confidential || mark.classification == .restricted)
  }

  /// Notices that papers of anyone have.
  private static let ofAnyone: Set<Notice.Kind> = [.enclosure, .secondLine, .wording, .sources, .dissemination]

  /// Whether something besides a bare word shows a paper of the Government: an office at its head, a block, a stamp, a
  /// notice, or marks of portions that are no list.
  private func isOfGovernment(in source: Span<UInt8>) -> Bool {
    if certain > 0 || hasAuthority || hasIndicator || !statements.isEmpty { return true }
    if releases.contains(where: \.isRelease) || notices.contains(where: { !Self.ofAnyone.contains($0.kind) }) {
      return true
    }
    let marked = portions.filter { $0.mark != nil }
    if marked.contains(where: { $0.kind == .subject || $0.kind == .title }) { return true }
    if marked.count * 2 >= portions.count {
      if marked.count >= 3 { return true }
      if marked.count == 2, marked.contains(where: { level(of: $0) == .unclassified }) { return true }
    }
    return namesOffice(in: source)
  }
}
