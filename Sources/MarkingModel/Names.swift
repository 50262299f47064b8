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
  case instruction
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
  case marking
  case national
  case part
  case sheet
  case unmarked
  case authorityBlock = "authority-block"
  case authorityLine = "authority-line"
  case designationIndicator = "designation-indicator"
  case indicatorValue = "indicator-value"
  case contact
  case distribution
  case notice
  case exemption
  case redaction
  case metadata
  case personal
  case control
  case country
  case sigma
  case defect
  case rollup
  case difference
  case label
  case field
  case token
  case natoLabel = "nato-label"
  case natoCategory = "nato-category"
  case binding
  case problem
}

/// The attributes of a marking document, besides the place that every element has.
///
/// What each means on each element is said in `Rules/marking-document.rng`; a test holds the two lists equal.
public enum AttributeName: String, Sendable, BitwiseCopyable, CaseIterable {
  case actionPrecedence = "action-precedence"
  case actions
  case after
  case agency
  case agrees
  case allowed
  case alone
  case american
  case amount
  case answered
  case ascii
  case atomic
  case authority
  case banners
  case bare
  case beforeText = "before-text"
  case by
  case captions
  case categories
  case category
  case categoryKind = "category-kind"
  case caveated
  case channels
  case characters
  case cited
  case classified
  case clearWords = "clear-words"
  case closed
  case cnwdi
  case code
  case coded
  case companion
  case companions
  case compilation
  case complete
  case component
  case concealed
  case contact
  case contributes
  case control
  case controlled
  case controlledPortions = "controlled-portions"
  case controller
  case controls
  case correctedCopy = "corrected-copy"
  case count
  case countries
  case country
  case countryPresent = "country-present"
  case covered
  case cui
  case cuiForm = "cui-form"
  case cuiOnly = "cui-only"
  case cuiPortions = "cui-portions"
  case current
  case currentLevel = "current-level"
  case dated
  case dateDefect = "date-defect"
  case dateSource = "date-source"
  case day
  case dayDifference = "day-difference"
  case days
  case declassifyOn = "declassify-on"
  case declDay = "decl-day"
  case decontrolDay = "decontrol-day"
  case decontrolled
  case defect
  case delay
  case depth
  case derivedFrom = "derived-from"
  case display
  case displayable
  case documentDay = "document-day"
  case doubled
  case duplicate
  case earlier
  case early
  case efto
  case empty
  case enclosures
  case endParagraph = "end-paragraph"
  case enforcement
  case entireText = "entire-text"
  case envelope
  case era
  case exclusive
  case exemption
  case expected
  case expectedLetter = "expected-letter"
  case expectedLevel = "expected-level"
  case expectedPost = "expected-post"
  case expectedSection = "expected-section"
  case expectedSections = "expected-sections"
  case expectedSerial = "expected-serial"
  case explained
  case external
  case fdr
  case first
  case firstPortion = "first-portion"
  case firstSection = "first-section"
  case fix
  case fl
  case footer
  case foreseeableHarm = "foreseeable-harm"
  case form
  case given
  case givenLevel = "given-level"
  case givenSystem = "given-system"
  case government
  case hasDate = "has-date"
  case hasEO = "has-e-o"
  case hasLevel = "has-level"
  case hasLines = "has-lines"
  case hasOwner = "has-owner"
  case hasPart = "has-part"
  case hasPolicy = "has-policy"
  case hasReason = "has-reason"
  case hasReview = "has-review"
  case hasScope = "has-scope"
  case hasSubject = "has-subject"
  case hasTag = "has-tag"
  case hasTags = "has-tags"
  case header
  case high
  case highestPrecedence = "highest-precedence"
  case imagery
  case indicator
  case inner
  case inRelease = "in-release"
  case instructions
  case inText = "in-text"
  case isOwner = "is-owner"
  case julian
  case julianValid = "julian-valid"
  case timeValid = "time-valid"
  case keyword
  case kind
  case known
  case label
  case legal
  case letter
  case lettered
  case letterhead
  case letters
  case level
  case levelURI = "level-uri"
  case lines
  case list
  case listLike = "list-like"
  case locator
  case longest
  case longestLine = "longest-line"
  case mark
  case markDefect = "mark-defect"
  case marked
  case markLegal = "mark-legal"
  case markPlace = "mark-place"
  case markVariety = "mark-variety"
  case mcn
  case minuteOfDay = "minute-of-day"
  case mixed
  case mrnPost = "mrn-post"
  case n
  case name
  case nato
  case nested
  case noforn
  case nofornPortions = "noforn-portions"
  case notal
  case number
  case numbered
  case obsolete
  case ocr
  case ofCompartment = "of-compartment"
  case office
  case officialInformal = "official-informal"
  case offlineEncrypted = "offline-encrypted"
  case ofSystem = "of-system"
  case old
  case opened
  case orcon
  case orconUSGov = "orcon-usgov"
  case order
  case ordered
  case originalLevel = "original-level"
  case overall
  case owners
  case page
  case pages
  case paired
  case paragraph
  case paragraphs
  case parentRank = "parent-rank"
  case partLegal = "part-legal"
  case parts
  case passed
  case person
  case personPresent = "person-present"
  case personRequired = "person-required"
  case place
  case plain
  case plausible
  case policy
  case portionList = "portion-list"
  case portionRank = "portion-rank"
  case portions
  case position
  case post
  case postKnown = "post-known"
  case precedence
  case presidential
  case previousLevel = "previous-level"
  case previousPage = "previous-page"
  case previousSection = "previous-section"
  case product
  case quotedRank = "quoted-rank"
  case rank
  case reason
  case redundant
  case reference
  case releasable
  case release
  case released
  case releaseState = "release-state"
  case repaired
  case `repeat`
  case requiredLevel = "required-level"
  case requiredSystem = "required-system"
  case resolved
  case restart
  case restartsSection = "restarts-section"
  case restrictions
  case restrictive
  case role
  case same
  case scheme
  case section
  case sectionDigits = "section-digits"
  case sections
  case sectionsDigits = "sections-digits"
  case sectionsFound = "sections-found"
  case segment
  case segregability
  case sensitive
  case serial
  case serialDigits = "serial-digits"
  case shape
  case shown
  case sigmas
  case signal
  case sorted
  case source
  case sourceList = "source-list"
  case sources
  case spaced
  case speaksOfFRD = "speaks-of-frd"
  case speaksOfNATO = "speaks-of-nato"
  case speaksOfRD = "speaks-of-rd"
  case speaksOfTFNI = "speaks-of-tfni"
  case special
  case specified
  case splits
  case startsWithUSA = "starts-with-usa"
  case state
  case status
  case struck
  case style
  case subjects
  case succession
  case suggestion
  case system
  case technical
  case tenYears = "ten-years"
  case tetragraphs
  case textLines = "text-lines"
  case textRank = "text-rank"
  case tooEarly = "too-early"
  case transmission
  case twentyFiveYears = "twenty-five-years"
  case type
  case typography
  case uniform
  case unreadable
  case unwrapped
  case usual
  case value
  case values
  case valueSource = "value-source"
  case waiver
  case wellFormed = "well-formed"
  case whole
  case withheld
  case withheldRank = "withheld-rank"
  case written
  case year
  case years
}
