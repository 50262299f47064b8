import CommandTestSupport
import Commands
import Testing

@Suite("caveat rollup") struct RollUpTests {
  @Test func theBannerIsPrintedWithItsReasons() {
    let run = Run("rollup", "(S//REL TO USA, FVEY)", "(C//OC/NF)", "(U)")
    #expect(run.code == .clean)
    #expect(
      run.text == """
        SECRET//ORCON/NOFORN
          SECRET  portion 1
          ORCON   portion 2
          NOFORN  portion 2
          valid

        """)
  }

  @Test func aGivenBannerIsCompared() {
    let run = Run("rollup", "--banner", "SECRET", "(S//NF)")
    #expect(run.code == .findings)
    #expect(run.text.contains("error FDR-001") && run.text.hasSuffix("  not valid\n"))
    #expect(Run("rollup", "--banner", "SECRET//NOFORN", "(S//NF)").code == .clean)
  }

  @Test func aRightBannerInTitlesStandsAsItIs() {
    let titles = Run("rollup", "-", input: Array("(U//LES) ; (U) => UNCLASSIFIED//LAW ENFORCEMENT SENSITIVE\n".utf8))
    #expect(titles.text.contains(#""banner": "UNCLASSIFIED//LAW ENFORCEMENT SENSITIVE""#))
    // One that is wrong or badly written does not.
    let slip = Run("rollup", "-", input: Array("(U//LES) => Unclassified//LES\n".utf8))
    #expect(slip.text.contains(#""banner": "UNCLASSIFIED//LES""#))
  }

  @Test func theDayAndTheKindOfDocumentCount() {
    #expect(Run("rollup", "(S//RELIDO)", "(S)").text.hasPrefix("SECRET//NOFORN\n"))
    #expect(Run("rollup", "--date", "2015-01-01", "(S//RELIDO)", "(S)").text.hasPrefix("SECRET//RELIDO\n"))
    #expect(Run("rollup", "(S)").text.hasPrefix("SECRET\n"))
    #expect(Run("rollup", "--analytic-product", "(S)").text.hasPrefix("SECRET//NOFORN\n"))
    #expect(Run("rollup", "--date", "yesterday", "(S)").code == .usage)
  }

  @Test func oneLineOfJSONForEachLine() {
    let text = "(S//NF) ; (U) => SECRET//NOFORN\r\n\n(U) ;; (S)\n(U//FOUO)"
    let run = Run("rollup", "-", input: Array(text.utf8))
    #expect(run.code == .findings)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines.first == """
        {"portions": ["(S//NF)", "(U)"], "banner": "SECRET//NOFORN", "given": "SECRET//NOFORN", "valid": true, \
        "findings": [], "because": [{"token": "SECRET", "portions": [1]}, {"token": "NOFORN", "portions": [1]}]}
        """)
    #expect(lines[1].contains("\"valid\": false, \"error\": \"the line has no portion mark\""))
    #expect(lines[2].contains("\"error\": \"portion 2 is empty\""))
    #expect(lines[3].contains("\"banner\": \"UNCLASSIFIED//FOUO\", \"given\": null, \"valid\": true"))
  }
}
