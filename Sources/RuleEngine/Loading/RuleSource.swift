package import MarkingModel
package import XMLKit

/// The bytes of a rule file, profile or grammar, with the name that messages give it.
package struct RuleSource: Sendable, Hashable {
  /// For a rule, its path below the rules' folder ("cable/CAP-003.sch"): the folder is what a profile chooses by.
  package var file: String
  package var bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// The file's name without its folder and what follows the last full stop.
  package var baseName: String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  /// Line and column of a byte. O(bytes before it).
  package func position(of offset: Int) -> Position {
    var position = Position(line: 1, column: 1)
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        position.line += 1
        position.column = 1
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return position
  }

  package func problem(_ mistake: RuleMistake, at offset: Int) -> RuleProblem {
    RuleProblem(file: file, position: position(of: offset), mistake: mistake)
  }

  /// The root element.
  package func parse() throws(RuleError) -> XMLElement {
    do throws(XMLError) {
      return try XMLElement.parse(bytes)
    } catch {
      switch error {
      case .malformed(let problem), .documentType(let problem):
        let position = problem.offset.map { self.position(of: $0) } ?? Position(line: max(1, problem.line), column: 1)
        throw .problems([RuleProblem(file: file, position: position, mistake: .xml("\(error)"))])
      default: throw .problems([problem(.xml("\(error)"), at: 0)])
      }
    }
  }
}
