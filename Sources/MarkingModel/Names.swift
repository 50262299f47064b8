/// The elements of a marking document: one case for each element that `Rules/marking-document.rng` names.
package enum ElementName: String, Sendable, CaseIterable {
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
  case marking
  case national
  case part
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
package enum AttributeName: String, Sendable, CaseIterable {
  case actionPrecedence = "action-precedence"
  case actions
  case after
  case allowed
  case alone
  case american
  case ascii
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
  case closed
  case cnwdi
  case code
  case companions
  case compilation
  case complete
  case component
  case concealed
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
  case cui
  case cuiForm = "cui-form"
  case cuiOnly = "cui-only"
  case cuiPortions = "cui-portions"
  case current
  case currentLevel = "current-level"
  case dateDefect = "date-defect"
  case dateSource = "date-source"
  case day
  case dayDifference = "day-difference"
  case declassifyOn = "declassify-on"
  case declDay = "decl-day"
  case defect
  case delay
  case depth
  case derivedFrom = "derived-from"
  case display
  case displayable
  case documentDay = "document-day"
  case doubled
  case duplicate
  case efto
  case empty
  case endParagraph = "end-paragraph"
  case entireText = "entire-text"
  case exclusive
  case exemption
  case expected
  case expectedLetter = "expected-letter"
  case expectedLevel = "expected-level"
  case expectedPost = "expected-post"
  case expectedSection = "expected-section"
  case expectedSections = "expected-sections"
  case expectedSerial = "expected-serial"
  case fdr
  case firstPortion = "first-portion"
  case first
  case firstSection = "first-section"
  case fix
  case fl
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
  case hasPolicy = "has-policy"
  case hasReason = "has-reason"
  case hasReview = "has-review"
  case hasScope = "has-scope"
  case hasSubject = "has-subject"
  case hasTag = "has-tag"
  case hasTags = "has-tags"
  case header
  case highestPrecedence = "highest-precedence"
  case indicator
  case inner
  case inRelease = "in-release"
  case inText = "in-text"
  case isOwner = "is-owner"
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
  case mrnPost = "mrn-post"
  case n
  case name
  case nato
  case noforn
  case nofornPortions = "noforn-portions"
  case notal
  case number
  case numbered
  case obsolete
  case ocr
  case ofCompartment = "of-compartment"
  case officialInformal = "official-informal"
  case offlineEncrypted = "offline-encrypted"
  case ofSystem = "of-system"
  case opened
  case orcon
  case orconUSGov = "orcon-usgov"
  case order
  case ordered
  case originalLevel = "original-level"
  case owners
  case page
  case pages
  case paragraph
  case paragraphs
  case parentRank = "parent-rank"
  case parts
  case personPresent = "person-present"
  case personRequired = "person-required"
  case place
  case plain
  case plausible
  case portionList = "portion-list"
  case policy
  case portionRank = "portion-rank"
  case portions
  case position
  case post
  case postKnown = "post-known"
  case precedence
  case previousLevel = "previous-level"
  case previousPage = "previous-page"
  case previousSection = "previous-section"
  case product
  case rank
  case reason
  case redundant
  case releasable
  case release
  case released
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
  case scheme
  case section
  case sectionDigits = "section-digits"
  case sections
  case sectionsDigits = "sections-digits"
  case sectionsFound = "sections-found"
  case segment
  case sensitive
  case serial
  case serialDigits = "serial-digits"
  case shape
  case shown
  case sigmas
  case signal
  case sorted
  case spaced
  case special
  case specified
  case splits
  case startsWithUSA = "starts-with-usa"
  case state
  case status
  case style
  case subjects
  case succession
  case suggestion
  case system
  case tenYears = "ten-years"
  case tetragraphs
  case textLines = "text-lines"
  case tooEarly = "too-early"
  case transmission
  case twentyFiveYears = "twenty-five-years"
  case type
  case typography
  case uniform
  case unreadable
  case unwrapped
  case value
  case values
  case valueSource = "value-source"
  case wellFormed = "well-formed"
  case written
  case year
}
