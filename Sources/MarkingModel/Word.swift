/// The words that attributes of a marking document have for values: those that `Rules/marking-document.rng` lists,
/// and the empty one.
///
/// A word is a number where a string would be counted. A test holds the list and the grammar equal.
public enum Word: String, Sendable, BitwiseCopyable, CaseIterable {
  case attachment
  case displayOrder = "display-order"
  case empty
  /// No text at all, where the contract allows that.
  case blank = ""
  case a = "A"
  case abbreviation
  case access
  case action
  case actionRequest = "action-request"
  case active
  case addressee
  case administrative
  case ads
  case aea
  case after
  case afterText = "after-text"
  case agrees
  case aid
  case allRelido = "all-relido"
  case alternative
  case analyticProduct = "analytic-product"
  case anchor
  case atomicEnergyMarkings
  case atomicOrder = "atomic-order"
  case attributeToken = "attribute-token"
  case au
  case auMarking = "au-marking"
  case authority
  case b = "B"
  case banner
  case bannerForm = "banner-form"
  case basic
  case before
  case behind
  case behindText = "behind-text"
  case blanket
  case block
  case body
  case both
  case box
  case brackets
  case capitalADS = "ADS"
  case capitalDECL = "DECL"
  case capitalDNG = "DNG"
  case capitalGDS = "GDS"
  case capitalRDS = "RDS"
  case capitalXGDS = "XGDS"
  case caption
  case caseNumber = "case-number"
  case category
  case categoryOrder = "category-order"
  case categorySeparator = "category-separator"
  case caveat
  case cell
  case channel
  case classification
  case classificationReason
  case classifiedBy
  case classifiedByLine = "classified-by"
  case cnwdi
  case codeword
  case collision
  case comment
  case commonBoth = "common-both"
  case commonDisplay = "common-display"
  case commonRelease = "common-release"
  case compartmentHyphen = "compartment-hyphen"
  case compartmentOrder = "compartment-order"
  case compilation
  case compilationReason
  case compliesWith
  case compoundNato = "compound-nato"
  case confidential = "C"
  case confidentialFGI = "C/FGI"
  case confidentialNoforn = "C/NF"
  case consulate
  case contradicts
  case control
  case controlCharacters = "control-characters"
  case cosmic
  case countryCode = "country-code"
  case createDate
  case cui = "CUI"
  case cuiBasic
  case cuiCategory = "cui-category"
  case cuiCategoryOrder = "cui-category-order"
  case cuiControlledBy
  case cuiControlledByOffice
  case cuiDecontrolDate
  case cuiDecontrolEvent
  case cuiDissemOrder = "cui-dissem-order"
  case cuiOrder = "cui-order"
  case cuiPOC
  case cuiSeparator = "cui-separator"
  case cuiSpecified
  case cuiWord = "cui"
  case cuiWordWord = "cui-word"
  case current
  case cvi
  case d = "D"
  case date
  case day
  case decl
  case declassDate
  case declassEvent
  case declassException
  case declassification
  case declassified
  case declassifyOn = "declassify-on"
  case decomposable
  case decontrolled
  case denied
  case department
  case derivative
  case derivativelyClassifiedBy
  case derivedFrom
  case derivedFromLine = "derived-from"
  case descriptor
  case dESVersion = "DESVersion"
  case differs
  case digits
  case directorOnly = "director-only"
  case display
  case displayOnly = "display-only"
  case displayOnlyTo
  case dissem
  case dissemination
  case disseminationControls
  case disseminationList = "dissemination-list"
  case dissemOrder = "dissem-order"
  case distribution
  case documentType = "document-type"
  case dod
  case doubled
  case downto
  case drafted
  case dsen
  case dtg
  case duplicate
  case email
  case embassy
  case emptySegment = "empty-segment"
  case enclosure
  case encoding
  case end
  case ending
  case endorsement
  case event
  case excess
  case excludeFromRollup
  case exdis
  case exempt
  case exemptFrom
  case exemption
  case expires
  case export
  case externalNotice
  case eyes
  case eyesSeparator = "eyes-separator"
  case f = "F"
  case fdr
  case fgi
  case fGIsourceOpen = "FGIsourceOpen"
  case fGIsourceProtected = "FGIsourceProtected"
  case fiftyX = "50x"
  case fisa
  case foia
  case foiaPaper = "foia-paper"
  case footer
  case foreign
  case foreignOrder = "foreign-order"
  case forOffice = "for"
  case fouo = "FOUO"
  case frd
  case frus
  case g = "G"
  case garbled
  case gds
  case generic
  case geo
  case given
  case glued
  case h = "H"
  case handleViaChannels
  case handling
  case hasApproximateMarkings
  case head
  case header
  case highWaterNATO
  case historic
  case historical
  case hour
  case human
  case hyphenatedOwner = "hyphenated-owner"
  case i = "I"
  case ic
  case imcon
  case impossible
  case index
  case info
  case inform
  case informative
  case inside
  case intelligence
  case invented
  case isFalse = "false"
  case iSMCATCESVersion = "ISMCATCESVersion"
  case ismXml = "ism-xml"
  case iso
  case isTrue = "true"
  case item
  case itemSeparator = "item-separator"
  case j = "J"
  case joined
  case joint
  case k = "K"
  case key
  case known
  case l = "L"
  case lasting
  case legacy
  case les
  case lesNf = "les-nf"
  case letterCase = "case"
  case letterCaseWord = "letter-case"
  case letterE = "E"
  case letterR = "R"
  case letters
  case letterT = "T"
  case level
  case levelAfterCui = "level-after-cui"
  case levelForm = "level-form"
  case levelWords = "level-words"
  case limdis
  case line
  case link
  case listAnd = "list-and"
  case listOrder = "list-order"
  case listSeparator = "list-separator"
  case lookAlike = "look-alike"
  case lou = "LOU"
  case m = "M"
  case mail
  case mailbox
  case malformed
  case marked
  case marking
  case metadata
  case minute
  case missing
  case missingList = "missing-list"
  case missingOwnerSlashes = "missing-owner-slashes"
  case missingPeriod = "missing-period"
  case missingSp = "missing-sp"
  case missingSystem = "missing-system"
  case mission
  case mixed
  case mixedForms = "mixed-forms"
  case modern
  case month
  case mr
  case multiple
  case n = "N"
  case na
  case named
  case namespace
  case nara
  case naraAad = "nara-aad"
  case nato
  case natoForm = "nato-form"
  case natoLevel = "nato-level"
  case natoXml = "nato-xml"
  case needlessSp = "needless-sp"
  case nineteenSeventies = "1970s"
  case no
  case noAggregation
  case noCommonDisplay = "no-common-display"
  case noCommonRelease = "no-common-release"
  case noforn
  case noList = "no-list"
  case nonIc = "non-ic"
  case nonic
  case nonIcInDissem = "non-ic-in-dissem"
  case nonICmarkings
  case nonIcOrder = "non-ic-order"
  case nonResponsive = "non-responsive"
  case nonUs = "non-us"
  case nonUSControls
  case note
  case nothing = "none"
  case noticeDate
  case noticeReason
  case noticeType
  case number75x = "75x"
  case nz
  case nzMarking = "nz-marking"
  case o = "O"
  case oadr
  case ocr
  case oid
  case ok
  case oldNatoForm = "old-nato-form"
  case only
  case order
  case organization
  case origin
  case original
  case originator
  case other
  case owner
  case ownerOrder = "owner-order"
  case ownerProducer
  case p = "P"
  case pageBottom = "page-bottom"
  case pageTop = "page-top"
  case paragraph
  case parentheses
  case `pass`
  case pcii
  case part
  case permissive
  case person
  case pilcrow
  case pocType
  case portion
  case portionForm = "portion-form"
  case prefix
  case presidential
  case print
  case privacy
  case program
  case programOrder = "program-order"
  case programPrefix = "program-prefix"
  case programRepeat = "program-repeat"
  case q = "Q"
  case quote
  case quoted
  case rawfisa
  case rd
  case rds
  case record
  case redaction
  case region
  case registryCase = "registry-case"
  case reason
  case rel
  case releasableTo
  case release
  case releasedFull = "released-full"
  case releasedPart = "released-part"
  case relido
  case relidoDisplay = "relido-display"
  case repaired
  case resource
  case resourceElement
  case restrictive
  case retired
  case reviewAuthority = "review-authority"
  case rollup
  case routing
  case rsen
  case same
  case sap
  case sARIdentifier = "SARIdentifier"
  case sbu = "SBU"
  case sbuNf = "sbu-nf"
  case sbuNoforn = "SBU/NF"
  case sci
  case sCIcontrols = "SCIcontrols"
  case scrapedWeb = "scraped-web"
  case secondBannerLine
  case secondLevel = "second-level"
  case secondLine = "second-line"
  case secondParty = "second-party"
  case secret = "S"
  case secretFGI = "S/FGI"
  case secretNoforn = "S/NF"
  case sensitive
  case sensitivity
  case sentence
  case separatorSpace = "separator-space"
  case series
  case sgi
  case shape
  case shown
  case sigmaOrder = "sigma-order"
  case sigmaSeparator = "sigma-separator"
  case slip
  case smart
  case sourceMarked = "source-marked"
  case sources
  case space
  case spacedLetters = "spaced-letters"
  case spacing
  case specialHandling = "special-handling"
  case specified
  case specifiedOrder = "specified-order"
  case ssi
  case ssn
  case stamp
  case state
  case stated
  case statement
  case subcompartmentOrder = "subcompartment-order"
  case subject
  case summary
  case supersededForm = "superseded-form"
  case system
  case systemOrder = "system-order"
  case tearLine = "tear-line"
  case telegram
  case telephone
  case tetragraph
  case text
  case title
  case tooDeep = "too-deep"
  case tooLong = "too-long"
  case tooManyAttributes = "too-many-attributes"
  case topSecret = "TS"
  case topSecretNoforn = "TS/NF"
  case trailingSeparator = "trailing-separator"
  case transmittal
  case treaty
  case trigraph
  case twentyFiveX = "25x"
  case ucni
  case uk
  case ukMarking = "uk-marking"
  case unclassified = "U"
  case unclassifiedWord = "unclassified"
  case underscore
  case unknown
  case unmarked
  case unregisteredNoticeType
  case unverifiable
  case us
  case v = "V"
  case vague
  case version
  case w = "W"
  case waiver
  case warningWords = "warning-words"
  case whole
  case wire
  case wire1970s = "wire-1970s"
  case word
  case wording
  case workingPaper = "working-paper"
  case wrappedLabel = "wrapped-label"
  case x
  case xgds
  case xWord = "X"
  case y = "Y"
  case year
  case yes
  case z = "Z"
  case znr = "ZNR"
  case zny = "ZNY"
  case zone
}
