/// The words that attributes of a marking document have for values: those that `Rules/marking-document.rng` lists,
/// and the empty one.
///
/// A word is one byte where a string would be counted. A test holds the list and the grammar equal.
public enum Word: String, Sendable, BitwiseCopyable, CaseIterable {
  case empty
  /// No text at all, where the contract allows that.
  case blank = ""
  case action
  case actionRequest = "action-request"
  case addressee
  case ads
  case after
  case aid
  case anchor
  case authority
  case banner
  case before
  case block
  case body
  case capitalADS = "ADS"
  case capitalDECL = "DECL"
  case capitalDNG = "DNG"
  case capitalGDS = "GDS"
  case capitalRDS = "RDS"
  case capitalXGDS = "XGDS"
  case caseNumber = "case-number"
  case channel
  case comment
  case confidential = "C"
  case confidentialFGI = "C/FGI"
  case confidentialNoforn = "C/NF"
  case consulate
  case control
  case controlCharacters = "control-characters"
  case cui = "CUI"
  case day
  case decl
  case declassified
  case denied
  case department
  case derivative
  case dissemination
  case distribution
  case doubled
  case drafted
  case dtg
  case embassy
  case encoding
  case event
  case exempt
  case exemption
  case fiftyX = "50x"
  case foiaPaper = "foia-paper"
  case forOffice = "for"
  case fouo = "FOUO"
  case frus
  case garbled
  case gds
  case geo
  case glued
  case historical
  case hour
  case ic
  case impossible
  case info
  case inform
  case inside
  case intelligence
  case invented
  case isFalse = "false"
  case isTrue = "true"
  case iso
  case joined
  case letterCase = "case"
  case letterE = "E"
  case letterR = "R"
  case letterT = "T"
  case line
  case lou = "LOU"
  case minute
  case missingPeriod = "missing-period"
  case mission
  case mixed
  case modern
  case month
  case mr
  case na
  case naraAad = "nara-aad"
  case nineteenSeventies = "1970s"
  case no
  case nothing = "none"
  case note
  case oadr
  case ocr
  case ok
  case organization
  case original
  case other
  case pageBottom = "page-bottom"
  case pageTop = "page-top"
  case paragraph
  case `pass`
  case person
  case pilcrow
  case print
  case program
  case quote
  case quoted
  case rds
  case record
  case region
  case releasedFull = "released-full"
  case releasedPart = "released-part"
  case repaired
  case reviewAuthority = "review-authority"
  case routing
  case sbu = "SBU"
  case sbuNoforn = "SBU/NF"
  case scrapedWeb = "scraped-web"
  case secret = "S"
  case secretFGI = "S/FGI"
  case secretNoforn = "S/NF"
  case sensitivity
  case sentence
  case series
  case shape
  case slip
  case smart
  case spacedLetters = "spaced-letters"
  case spacing
  case specialHandling = "special-handling"
  case state
  case subject
  case summary
  case telegram
  case text
  case topSecret = "TS"
  case topSecretNoforn = "TS/NF"
  case twentyFiveX = "25x"
  case unclassified = "U"
  case unknown
  case wire
  case wire1970s = "wire-1970s"
  case word
  case wrappedLabel = "wrapped-label"
  case x
  case xgds
  case year
  case yes
  case znr = "ZNR"
  case zny = "ZNY"
  case zone
}
