extension ISMAttributes {
  /// The names of all attributes of ISM-v2022-DEC and of the ISMCAT version beside them.
  package static let names: Set<String> = [
    "DESVersion", "FGIsourceOpen", "FGIsourceProtected", "ISMCATCESVersion", "SARIdentifier", "SCIcontrols",
    "atomicEnergyMarkings", "classification", "classificationReason", "classifiedBy", "compilationReason",
    "compliesWith", "createDate", "cuiBasic", "cuiControlledBy", "cuiControlledByOffice", "cuiDecontrolDate",
    "cuiDecontrolEvent", "cuiPOC", "cuiSpecified", "declassDate", "declassEvent", "declassException",
    "derivativelyClassifiedBy", "derivedFrom", "displayOnlyTo", "disseminationControls", "excludeFromRollup",
    "exemptFrom", "externalNotice", "handleViaChannels", "hasApproximateMarkings", "highWaterNATO", "joint",
    "noAggregation", "nonICmarkings", "nonUSControls", "noticeDate", "noticeReason", "noticeType", "ownerProducer",
    "pocType", "releasableTo", "resourceElement", "secondBannerLine", "unregisteredNoticeType",
  ]

  /// Whether an attribute is written in words (its type is a string of up to some thousand characters), not in codes, dates
  /// or yes and no. One that is not known may hold anything.
  package static func isText(_ name: String) -> Bool { texts.contains(name) || !names.contains(name) }

  private static let texts: Set<String> = [
    "classificationReason", "classifiedBy", "compilationReason", "cuiControlledBy", "cuiControlledByOffice",
    "cuiDecontrolEvent", "cuiPOC", "declassEvent", "derivativelyClassifiedBy", "derivedFrom", "handleViaChannels",
    "noticeReason", "unregisteredNoticeType",
  ]
}
