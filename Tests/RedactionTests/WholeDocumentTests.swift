import Foundation
import MarkingModel
import Redaction
import Testing

/// Fictional documents of every kind under a policy that withholds by marks: what belongs to the form (signatures, closes,
/// headers of SMART, tear lines) is no text without a mark.
@Suite("Whole documents") struct WholeDocumentTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("AcceptanceTests/Documents")

  /// Those that are refused, and why.
  private static let refused = [
    // The head of a column, a list and a heading without marks.
    "papers/ic-assessment-tables.txt", "papers/roman-list.txt", "papers/state-action-memo.txt",
    // The words TO and INFO in the header of a further telegram are taken for text.
    "cables/wire-two-telegrams-2009.txt",
  ]

  @Test(arguments: ["cables", "papers"])
  func areReleased(kind: String) throws {
    let redactor = try Releases.redactor("public-release")
    var released = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path + "/" + kind).sorted() {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent("\(kind)/\(name)")))
      let text = String(decoding: bytes, as: UTF8.self)
      // Those in which a portion above U is marked.
      guard text.contains(/(?m)^[\s\d.•-]*\((TS|S|C|SBU|CUI)[\/)]/) else { continue }
      do throws(Refusal) {
        let copy = String(decoding: try Releases.release(bytes, by: redactor).file, as: UTF8.self)
        released += 1
        #expect(!Self.refused.contains("\(kind)/\(name)"), "\(name) is released now")
        #expect(copy.contains("withheld]"), "\(name)")
      } catch {
        #expect(Self.refused.contains("\(kind)/\(name)"), "\(name): \(error.sentence)")
      }
    }
    #expect(released >= 15)
  }

  /// A number alone between the banners of two pages is that of a page; elsewhere it may be anything.
  @Test func aPageNumberBetweenBanners() throws {
    let redactor = try Releases.redactor("public-release")
    let bytes = try Data(contentsOf: Self.folder.appendingPathComponent("papers/ic-assessment-tables.txt"))
    let paper = String(decoding: bytes, as: UTF8.self).replacing("| Port |", with: "| (U) Port |")
    let copy = String(decoding: try Releases.release(paper, by: redactor).file, as: UTF8.self)
    #expect(copy.contains("(U) Table 1. Lamps by port") && copy.contains("Sources:\n1. (U) Lamp Guide"))
    let number = String(repeating: " ", count: 37) + "1\n"
    #expect(copy.contains(number))
    for wrong in [number + "Lamps\n", "1234\n", number + "\nOctober\n"] {
      #expect(throws: Refusal.self) { try Releases.release(paper.replacing(number, with: wrong), by: redactor) }
    }
  }

  @Test func theWholeTextUnderOneMark() throws {
    let redactor = try Releases.redactor("public-release")
    let text = Releases.cable.replacing("1. (U) The ice", with: "1. (SBU - ENTIRE TEXT) The ice")
      .replacing("2. (SBU) The harbor", with: "2. The harbor").replacing("3. (SBU) Comment", with: "3. Comment")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    for word in ["ice", "harbor", "treaty"] { #expect(!copy.contains(word)) }
  }
}
