import Foundation
import Redaction
import StandardRules
import Testing

/// A released copy is released again: it is the same copy, whatever the document, the policy and the format.
@Suite("A copy of a copy") struct IdempotencyTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// Every fictional document, by its place under `Tests`.
  private static let documents: [String] = {
    let folders = ["AcceptanceTests/Documents/cables", "AcceptanceTests/Documents/papers", "../Reports/samples"]
    return folders.flatMap { folder in
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: tests.appendingPathComponent(folder).path)) ?? []
      return names.filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/\($0)" }
    }
  }()

  /// What an office makes of a text.
  enum Format: String, CaseIterable {
    case text, returns, page, xml, message

    func file(_ text: String) -> String {
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\u{0C}", with: "")
      let blocks = escaped.replacing("\r\n", with: "\n").split(separator: "\n\n")
      switch self {
      case .text: return text
      case .returns: return text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
      case .page:
        let paragraphs = blocks.map { "<p>\($0.replacing("\n", with: "<br>\n"))</p>\n" }
        return "<!DOCTYPE html><html><body>\(paragraphs.joined())</body></html>"
      case .xml: return "<?xml version=\"1.0\"?>\n<d>\(blocks.map { "<p>\($0)</p>\n" }.joined())</d>"
      case .message:
        return "From: Ana Lopez <ana@agency.example>\nTo: Bo Dee <bo@agency.example>\nMIME-Version: 1.0\n"
          + "Subject: Ice\nContent-Type: text/plain; charset=utf-8\n\n\(text)"
      }
    }
  }

  /// The lines above its second section are withheld with the paragraph before when it is read again, and stand above
  /// the first one, too: the copy is refused.
  private static let refusedAgain = ["AcceptanceTests/Documents/cables/aad-1979-confidential-12065.txt"]

  @Test(arguments: StandardRules.policyNames, [Planner.UnmarkedPortions.withhold, .release])
  func aTextIsTheCopy(policy: String, unmarked: Planner.UnmarkedPortions) throws {
    try Self.expectTheSame(policy, unmarked, .text)
  }

  @Test(arguments: ["public-release", "privacy"], [Format.returns, .page, .xml, .message])
  func anotherFormatIsTheCopy(policy: String, format: Format) throws {
    try Self.expectTheSame(policy, .release, format)
  }

  private static func expectTheSame(
    _ policy: String, _ unmarked: Planner.UnmarkedPortions, _ format: Format
  ) throws {
    var redactor = try Releases.redactor(policy)
    redactor.unmarked = unmarked
    var released = 0
    for name in documents {
      let file = format.file(
        String(decoding: try Data(contentsOf: tests.appendingPathComponent(name)), as: UTF8.self))
      guard let once = try? Releases.release(file, by: redactor).file else { continue }
      released += 1
      do throws(Refusal) {
        #expect(try Releases.release(once, by: redactor).file == once, "\(name): another copy")
      } catch {
        #expect(refusedAgain.contains(name), "\(name): the copy is refused: \(error.sentence)")
      }
    }
    #expect(released > 40)
  }

  /// Items and tables of Markdown that follow each other without an empty line.
  @Test(arguments: StandardRules.policyNames, [Planner.UnmarkedPortions.withhold, .release])
  func tablesBelowItems(policy: String, unmarked: Planner.UnmarkedPortions) throws {
    var redactor = try Releases.redactor(policy)
    redactor.unmarked = unmarked
    var released = 0
    for item in [
      "- (S) The pilots wait.", "1. (S) The pilots wait.", "- (U) The lights are on.", "(S) The pilots wait.",
    ] {
      for head in ["| Berth | Depth |", "| (U) Berth | (S) Depth |", "Berth | Depth"] {
        for row in ["| 12 | 14 fathoms |", "| (U) 12 | (S) 14 fathoms |", "| (S) 12 | 14 |"] {
          let table = "\(item)\n\(head)\n|-------|-------|\n\(row)"
          let text = Releases.paper.replacing("1. (U) The ice left the basin.", with: table)
          guard let once = try? Releases.release(text, by: redactor).file else { continue }
          released += 1
          let twice = try Releases.release(once, by: redactor).file
          #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
        }
      }
    }
    // Some have cells without a mark beside cells that have one.
    #expect(released >= 12)
  }
}
