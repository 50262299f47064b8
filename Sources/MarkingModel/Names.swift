/// The elements of a marking document: one case for each element that `Rules/marking-document.rng` names.
public enum ElementName: String, Sendable, BitwiseCopyable, CaseIterable {
  case document
  case transmission
  case transmissionID = "transmission-id"
  case routing
  case indicator
  case originator
  case security
  case dtg
  case `from`
  case addressee
  case separator
  case validation
  case end
  case classification
  case designation
  case caption
  case passing
  case executiveOrder = "executive-order"
  case tags
  case tag
  case subject
  case references
  case reference
  case citation
  case authority
  case reason
  case category
  case paragraph
  case subparagraph
  case page
  case passage
  case signature
  case stamp
  case record
  case recordCaption = "record-caption"
  case repair
}

/// The attributes of a marking document, besides the place that every element has.
///
/// What each means on each element is said in `Rules/marking-document.rng`; a test holds the two lists equal.
public enum AttributeName: String, Sendable, BitwiseCopyable, CaseIterable {
  case actionPrecedence = "action-precedence"
  case actions
  case after
  case alone
  case beforeText = "before-text"
  case by
  case captions
  case channels
  case cited
  case classified
  case closed
  case code
  case companions
  case compilation
  case complete
  case control
  case controlled
  case controlledPortions = "controlled-portions"
  case correctedCopy = "corrected-copy"
  case count
  case country
  case countryPresent = "country-present"
  case cuiForm = "cui-form"
  case cuiPortions = "cui-portions"
  case current
  case currentLevel = "current-level"
  case dateDefect = "date-defect"
  case dateSource = "date-source"
  case day
  case dayDifference = "day-difference"
  case declDay = "decl-day"
  case declassifyOn = "declassify-on"
  case defect
  case delay
  case derivedFrom = "derived-from"
  case documentDay = "document-day"
  case doubled
  case duplicate
  case efto
  case empty
  case endParagraph = "end-paragraph"
  case entireText = "entire-text"
  case exemption
  case expected
  case expectedLetter = "expected-letter"
  case expectedLevel = "expected-level"
  case expectedPost = "expected-post"
  case expectedSection = "expected-section"
  case expectedSections = "expected-sections"
  case expectedSerial = "expected-serial"
  case firstSection = "first-section"
  case fl
  case form
  case hasEO = "has-e-o"
  case hasLines = "has-lines"
  case hasReason = "has-reason"
  case hasSubject = "has-subject"
  case hasTags = "has-tags"
  case header
  case highestPrecedence = "highest-precedence"
  case inText = "in-text"
  case inner
  case julian
  case julianValid = "julian-valid"
  case keyword
  case kind
  case known
  case label
  case legal
  case letter
  case lettered
  case letters
  case level
  case lines
  case listLike = "list-like"
  case locator
  case longest
  case longestLine = "longest-line"
  case mark
  case markDefect = "mark-defect"
  case markLegal = "mark-legal"
  case markPlace = "mark-place"
  case markVariety = "mark-variety"
  case marked
  case mcn
  case minuteOfDay = "minute-of-day"
  case mrnPost = "mrn-post"
  case n
  case name
  case noforn
  case nofornPortions = "noforn-portions"
  case notal
  case number
  case numbered
  case obsolete
  case ocr
  case officialInformal = "official-informal"
  case offlineEncrypted = "offline-encrypted"
  case opened
  case order
  case originalLevel = "original-level"
  case page
  case pages
  case paragraph
  case paragraphs
  case parentRank = "parent-rank"
  case parts
  case personPresent = "person-present"
  case personRequired = "person-required"
  case place
  case plausible
  case portionRank = "portion-rank"
  case position
  case post
  case postKnown = "post-known"
  case precedence
  case previousLevel = "previous-level"
  case previousPage = "previous-page"
  case previousSection = "previous-section"
  case rank
  case released
  case repaired
  case `repeat`
  case resolved
  case restart
  case restartsSection = "restarts-section"
  case restrictions
  case restrictive
  case role
  case section
  case sectionDigits = "section-digits"
  case sections
  case sectionsDigits = "sections-digits"
  case sectionsFound = "sections-found"
  case sensitive
  case serial
  case serialDigits = "serial-digits"
  case signal
  case spaced
  case special
  case splits
  case state
  case style
  case subjects
  case suggestion
  case tenYears = "ten-years"
  case textLines = "text-lines"
  case tooEarly = "too-early"
  case transmission
  case twentyFiveYears = "twenty-five-years"
  case type
  case typography
  case uniform
  case unwrapped
  case value
  case valueSource = "value-source"
  case wellFormed = "well-formed"
  case written
  case year
}
