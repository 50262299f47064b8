/// Sentences around values, with `@` in the place of the value. All of them are invented.
enum Sentences {
  /// Beside a word for the value.
  static let beside: [String: [String]] = [
    "us-ssn": [
      "SSN: @", "Her Social Security number is @ and the card was lost.", "The applicant (SSN @) asked again.",
      "Soc. Sec. No. @", "Name, rank and SSN (@) go in block 4.", "Enter the social security number of the spouse: @.",
      "ssn @",
    ],
    "us-itin": [
      "ITIN: @", "The taxpayer identification number of the spouse is @.", "He filed under ITIN @ in April.",
      "Individual Taxpayer Identification Number @",
    ],
    "us-ein": [
      "EIN: @", "The Employer Identification Number of the company is @.", "Federal tax ID @ was given on line 3.",
      "FEIN @",
      "The contractor's tax identification number (@) is on file.",
    ],
    "us-passport": [
      "Passport No. @", "He travels on U.S. passport number @.", "Passport: @, issued in Riverton",
      "Her passport (@) expires soon.",
      "The consul copied passport @ and gave it back.", "PPT @",
    ],
    "visa-number": [
      "Visa number @", "His visa, No. @, was issued at post.", "VISA FOIL @", "The visa control number is @.",
    ],
    "alien-number": [
      "A-Number: @", "Alien registration number @", "The file @ is at the field office.", "USCIS sent case @ back.",
      "Alien No. @",
    ],
    "drivers-license": [
      "Driver's license @", "DL: @", "Driver license number @, State of Franklin",
      "His driving licence, @, is suspended.",
      "She showed her driver's license (@).", "DL No. @",
    ],
    "dod-id": ["EDIPI: @", "DoD ID number @", "His DoD ID is @.", "DODID @", "The CAC holds @ as identifier."],
    "date-of-birth": [
      "DOB: @", "Date of birth: @", "She was born on @ in Riverton.", "born @", "D.O.B. @",
      "He was born in Harbor City on @.",
      "Birth date @", "DPOB: @, RIVERTON",
    ],
    "us-phone": [
      "Tel. @", "Phone: @", "Call @ before noon.", "His cell is @.", "Fax @", "Reach her by telephone at @.",
    ],
    "international-phone": [
      "Tel. @", "Phone: @", "Call @ before noon.", "His mobile is @.", "The embassy answers at @.",
    ],
    "credit-card": [
      "Card number @", "Charged to Visa @ on Monday.", "The credit card (@) was declined.", "AMEX @",
      "Payment by card: @",
    ],
    "bank-account": [
      "Account number @", "Acct. No. @", "Pay into account @ at Harbor Bank.", "Savings account @", "A/C @",
      "Her checking account is @.",
    ],
    "aba-routing": [
      "Routing number @", "ABA @", "RTN: @", "The ABA number of the bank is @.", "Routing no. @, Harbor Bank",
    ],
  ]

  /// Without any word for it.
  static let alone: [String: [String]] = [
    "us-ssn": ["He wrote @ on the back.", "Block 4: @", "@", "Smith, John, @, Riverton"],
    "us-itin": ["He wrote @ on the back.", "@"],
    "alien-number": ["We looked at @ again."],
    "us-phone": ["Dinner at eight, @.", "Ana Lopez, @", "@"],
    "international-phone": ["Ana Lopez, @", "@"],
    "email-address": ["Write to @.", "cc: @", "<@>", "From: Ana Lopez (@)", "@", "The list (@, harbor) is old."],
    "us-address": ["He lives at @.", "Send it to @", "The house at @, burned down.", "Address: @", "@"],
    "ipv4-address": ["The login came from @.", "Host @ answered.", "@", "from @ at noon", "IP: @", "(@)"],
    "ipv6-address": ["The login came from @.", "Host @ answered.", "@"],
    "mac-address": ["The adapter @ was seen.", "MAC: @", "@"],
    "url": ["See @ for more.", "The page is @.", "(@)", "@"],
    "credit-card": ["He read out @ slowly.", "@"],
    "iban": ["Pay to @ today.", "IBAN: @", "@", "IBAN @ (Harbor Bank)"],
    "coordinates": ["The wreck lies at @.", "Position: @", "@", "A vessel stopped at @ for an hour."],
    "mgrs": ["The bridge at @ is open.", "Grid @", "@", "GRID: @ (vicinity Riverton)"],
  ]

  /// Sentences whose `#` are digits by chance and in which nothing is to be found: what looks like data and is none.
  static let neither: [String] = [
    "REF: 09 PHNOM PENH ###", "R 1#02##Z DEC 09", "DE RUEHPF #### 34802##",
    "FM AMEMBASSY PHNOM PENH TO SECSTATE WASHDC 1##",
    "Under 22 U.S.C. 27## and 5 CFR 2##.1 this is permitted.", "See section 3.2.1.# of the guide.",
    "E.O. 12958: DECL: 12/14/20##",
    "The cost was $4##,###.00, or 1.# percent less.", "It opened on 14 May 20## with 3## guests.",
    "The vote was 1##-2## in 19##.",
    "Part number ###-##-#### is out of stock.", "Invoice No. ######### was paid on 05/1#/20##.",
    "Version 4.1#.3.# is out.",
    "Tracking number 9400 1### #### #### #### ##", "IMEI 4901542032375##", "ISBN 978-0-30#-40615-#",
    "At 12:3#:4# it rained.",
    "The lot has ######### units.", "Order 1##-#######-####### was sent.", "Room ##-1## on floor #.",
    "Serial no. K######## is missing.",
    "They met 3 men in the street on 12 June.", "The 1###### tons were shipped.", "Flight UA 1#4 left at 18##.",
    "FOIA case F-2009-0####",
    "Lot 4##, block 1#, page 2##-2##.", "NSN 5###-01-###-####", "The ratio was 0.## to 1.##.",
    "UNCLAS SECTION 01 OF 0# RIVERTON 000###",
    "He counted ########## grains.", "On 1# March the road was open to all.", "std::vector<a::b> holds them.",
    "Docket 1:0#-cv-0####",
    "The passport office opened at 9.", "Visa applications rose by 1# percent.",
    "His account of the meeting was short.", "TAGS: PREL, PGOV, KDEM, CB",
    "The driver had a license.", "Phone calls were few in 20##.", "She was born to lead.",
    "P. 1## of the report, fn. 2#", "MRN 09 STATE 1#####",
    "The card was red.", "Budget line 10-4###-## grew.", "SUBJECT: HARBOR DEPTH, PART # OF 4",
  ]

  /// Sentences around values that fail the check of their kind (`Values.nearMiss`).
  static let nearMiss: [String: [String]] = [
    "us-ssn": ["SSN: @", "He wrote @ on the back."], "us-itin": ["ITIN: @"], "us-ein": ["EIN: @"],
    "dod-id": ["EDIPI: @"],
    "credit-card": ["Card number @", "He read out @ slowly."], "aba-routing": ["Routing number @"],
    "iban": ["IBAN: @", "Pay to @ today."],
    "ipv4-address": ["Host @ answered."], "us-phone": ["Call @ before noon."], "date-of-birth": ["DOB: @"],
    "mgrs": ["Grid @"],
    "coordinates": ["The wreck lies at @."],
  ]

  /// What stands between.
  static let plain: [String] = [
    "The harbor master wrote that the ice left the basin early this year.",
    "Every captain may read the depth of each berth in a book.",
    "The ministry wishes to keep it so.", "SUMMARY: The customs house was quiet.", "Two sheets were added in March.",
    "Nothing else was said.",
    "He thanked the staff and left.", "The committee will meet again in the spring.",
    "COMMENT: The mood has changed. END COMMENT.",
  ]
}
