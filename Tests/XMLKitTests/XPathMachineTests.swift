import Testing
import XMLKit

@Suite struct XPathMachineTests {
  /// Fills the machine with `/a/b*count`, each with its number and a word.
  private func fill(
    _ machine: inout XPathMachine, _ names: (a: XPathMachine.Name, b: XPathMachine.Name, n: XPathMachine.Name),
    _ count: Int
  ) {
    machine.begin(elements: count + 1, attributes: count * 2)
    machine.addElement(names.a, parent: -1)
    for number in 0..<count {
      machine.addElement(names.b, parent: 0)
      machine.addAttribute(names.n, String(number).utf8.span)
      machine.addAttribute(names.a, "w\u{1}".utf8.span)
    }
  }

  @Test func evaluatesOnOneDocumentAfterTheOther() throws {
    var machine = try XPathMachine()
    let names = (a: machine.intern("a"), b: machine.intern("b"), n: machine.intern("n"))
    let odd = machine.add("/a/b[@n mod 2 = 1] | /a/b[@n = 0]")
    let last = machine.add("not(following-sibling::b)")
    let text = machine.add("concat(@n, @a, ../b[1]/@n)")
    var selection: [Int] = []
    for count in [3, 0, 5000, 1, 200] {
      fill(&machine, names, count)
      selection.removeAll()
      try machine.select(odd, at: 0, into: &selection)
      #expect(selection == (1...).prefix(count).filter { $0 == 1 || $0 % 2 == 0 })
      if count > 0 {
        #expect(try machine.holds(last, at: count))
        #expect(try machine.holds(last, at: 1) == (count == 1))
        #expect(try machine.string(text, at: count) == "\(count - 1)w\u{FFFD}0")
      }
    }
  }

  @Test func keepsLongValuesInPlace() throws {
    var machine = try XPathMachine()
    let a = machine.intern("a")
    let attributes = (0..<50).map { machine.intern("x\($0)") }
    machine.begin(elements: 1, attributes: 50)
    machine.addElement(a, parent: -1)
    for (number, name) in attributes.enumerated() {
      machine.addAttribute(name, String(repeating: "\(number % 10)", count: number * 3000).utf8.span)
    }
    let lengths = machine.add("sum(@*[false()]) + string-length(@x1) + string-length(@x49)")
    #expect(try machine.string(lengths, at: 0) == "150000")
  }

  @Test func saysWhatItCannotEvaluate() throws {
    var machine = try XPathMachine()
    let a = machine.intern("a")
    machine.begin(elements: 1, attributes: 0)
    machine.addElement(a, parent: -1)
    for text in ["1 +", "nope()", "$x"] {
      let expression = machine.add(text)
      #expect(throws: XMLError.self) { _ = try machine.holds(expression, at: 0) }
    }
    let fine = machine.add("true()")
    #expect(try machine.holds(fine, at: 0))
  }
}
