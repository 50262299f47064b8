/// One secret name and one secret number in spellings that a reader of a page or of XML takes for the same.
enum MarkupSecrets {
  static let terms = "Sar Quimby-Kheng\n"
  static let letters = ["quimby", "kheng", "514387793"]

  /// Anywhere: in text and in attributes, of HTML and of XML.
  static let plain =
    [
      "Sar Quimby-Kheng", "SAR QUIMBY-KHENG", "Quimby-Kheng, Sar", "Mr. Quimby-Kheng", "Sar Quimby\u{2010}Kheng",
      "Sar Quimby\u{2011}Kheng", "Sar  Quimby-Kheng", "Sar\nQuimby-Kheng", "Sar\u{A0}Quimby-Kheng",
      "Sar Quim\u{AD}by-Kheng",
      "Sar Qu\u{200B}imby-Kheng", "Sár Quimby-Khéng", "Sa\u{301}r Quimby-Kheng",
      "\u{FF33}\u{FF41}\u{FF52} Quimby-Kheng",
      "S\u{430}r Quimby-Kheng", "Sar Qu\u{456}mby-Kheng", "Sar Quimby-Kheng's", "(Sar Quimby-Kheng)",
      "&#83;ar &#81;uimby-Kheng", "Sar &#x51;uimb&#x79;&#45;Kheng", "Sar Quimby&#x2D;&#x4b;heng",
      "S&#x430;r Quimby-Kheng",
      "Sar Quim&#173;by-Kheng", "Sar Quim&#xAD;by-Kheng", "Sar&#160;Quimby-Kheng", "Sar&#10;Quimby-Kheng",
    ]
    + [
      "514-38-7793", "514 38 7793", "514\u{2010}38\u{2010}7793", "514\u{2011}38\u{2011}7793",
      "514\u{2013}38\u{2013}7793",
      "514\u{2212}38\u{2212}7793", "514-\n38-7793", "514\u{AD}-38-7793", "5\u{200B}14-38-7793", "514\u{2060}-38-7793",
      "514\u{FEFF}-38-7793", "514\u{A0}38\u{A0}7793", "514\u{2009}38\u{2009}7793", "\u{FF15}\u{FF11}\u{FF14}-38-7793",
      "\u{665}\u{661}\u{664}-38-7793", "\u{1D7D3}\u{1D7CF}\u{1D7D2}-38-7793", "(514-38-7793)", "514-38-7793.",
      "&#53;14-38-7793", "514&#45;38&#45;7793", "514&#x2D;38&#x2d;7793", "&#x35;&#x31;&#x34;-38-7793",
      "514&#x2011;38-7793",
      "514&#160;38&#160;7793", "5&#173;14-38-7793", "&#65301;14-38-7793", "514-38-&#x37;793",
    ].map { "SSN " + $0 }

  /// In text that may hold elements.
  static let tagged =
    [
      "Sar <b>Quimby</b>-Kheng", "<i>Sar</i> <b>Quimby-Kheng</b>", "Sar Quim<b></b>by-Kheng",
      "S<b>a</b>r Q<i>uimby-Kh</i>eng",
      "Sar Quimby<!-- c -->-Kheng",
    ]
    + ["514-<b>38</b>-7793", "<b>514-38</b>-7793", "5<i>1</i>4-38-77<u>93</u>", "514-38<!---->-7793"].map {
      "SSN " + $0
    }

  /// With names and tags of HTML.
  static let page =
    [
      "Sar&nbsp;Quimby-Kheng", "S&aacute;r Quimby&hyphen;Kheng", "Sar Quim&shy;by-Kheng", "Sar Quim<wbr>by-Kheng",
      "Sar<br>Quimby-Kheng", "Sar Quimby-<br/>Kheng", "<span style='color:red'>Sar</span> <font>Quimby</font>-Kheng",
      "<div>Sar</div><div>Quimby-Kheng</div>", "Sar&NewLine;Quimby-Kheng", "Sar Quim&zwnj;by-Kheng",
    ]
    + [
      "514&ndash;38&ndash;7793", "514&hyphen;38&hyphen;7793", "514-38<wbr>-7793", "514&shy;-38-7793",
      "514&nbsp;38&nbsp;7793",
      "&#53;14-38&#45;7793", "&#53 14-38-7793".replacing(" ", with: ""), "514-<b><i>38</i></b>-7793", "514-38-<br>7793",
      "514-38-<script>x</script>7793", "514-<span hidden>1</span>38-7793", "514&#150;38&#150;7793",
    ].map { "SSN " + $0 }

  /// In the target of a link or in another address.
  static let addresses = [
    "514-38-7793", "514%2D38%2D7793", "%35%31%34-38-7793", "514%E2%80%9138-7793",
    "data:text/plain;base64,NTE0LTM4LTc3OTM=",
    "javascript:alert('514-38-7793')", "mailto:sar.quimby-kheng@example.net", "mailto:sar%2Equimby%2Dkheng@example.net",
    "tel:514-38-7793", "https://example.org/?q=Sar+Quimby-Kheng", "https://example.org/?q=Sar%20Quimby-Kheng",
    "https://example.org/#Sar Quimby-Kheng", "java&#10;script:q('Sar Quimby-Kheng')", "HTTPS://EXAMPLE.ORG/514-38-7793",
  ]

  /// A document that holds a carrier once for each spelling, with a word before and behind that stays.
  static func planted(_ carrier: String, _ spellings: [String]) -> String {
    spellings.enumerated().map { index, spelling in
      carrier.replacing("@", with: spelling).replacing("%n", with: String(index))
    }.joined(separator: "\n")
  }
}
