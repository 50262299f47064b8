import Testing
import XMLKit

@Suite struct RelaxNGTests {
  private let grammar = """
    <element name="a" xmlns="http://relaxng.org/ns/structure/1.0"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <attribute name="n"><data type="integer"/></attribute>
    </element>
    """

  @Test func findsWhatIsWrong() throws {
    let relax = try RelaxNG(grammar: grammar.utf8.span)
    let good = try XMLTree(parsing: "<a n='1'/>".utf8.span)
    #expect(try relax.problems(in: good).isEmpty)
    let bad = try XMLTree(parsing: "<a\nn='x'/>".utf8.span)
    #expect(try !relax.problems(in: bad).isEmpty)
    #expect(try relax.problems(in: good).isEmpty)
  }

  @Test func refusesWhatIsNoGrammar() {
    #expect(throws: XMLError.self) { _ = try RelaxNG(grammar: "<a/>".utf8.span) }
    let outside = "<externalRef href='file:///x.rng' xmlns='http://relaxng.org/ns/structure/1.0'/>"
    #expect(throws: XMLError.self) { _ = try RelaxNG(grammar: outside.utf8.span) }
  }
}
