import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Format lines")
struct HeaderTests {
  /// A wire header with one line changed.
  private func changed(_ line: String, to other: String) throws -> MarkingDocument {
    try #require(Cables.wire.contains(line))
    return try read(Cables.wire.replacing(line, with: other), form: .wire)
  }

  @Test("the lines of a whole header")
  func whole() throws {
    let document = try read(Cables.wire)
    #expect(document.values(.wellFormed, of: .transmissionID) == ["true"])
    #expect(document.values(.precedence, of: .routing) == ["OO"])
    #expect(document.values(.rank, of: .routing) == ["3"])
    #expect(document.values(.doubled, of: .routing) == ["true"])
    #expect(document.values(.serial, of: .originator) == ["123"])
    #expect(document.values(.expectedSerial, of: .originator) == ["123"])
    #expect(document.values(.section, of: .originator) == ["1"])
    #expect(document.values(.expectedSection, of: .originator) == ["1"])
    #expect(document.values(.julian, of: .originator) == ["69"])
    #expect(document.values(.dayDifference, of: .originator) == ["0"])
    #expect(document.values(.delay, of: .originator) == ["2"])
    #expect(document.values(.letter, of: .security) == ["U"])
    #expect(document.values(.count, of: .security) == ["5"])
    #expect(document.values(.day, of: .dtg) == ["20090310"])
    #expect(document.values(.minuteOfDay, of: .dtg) == ["870"])
    #expect(document.values(.rank, of: .dtg) == ["3"])
    #expect(document.values(.post, of: .from) == ["TALLINN"])
    #expect(document.values(.mrnPost, of: .from) == ["TALLINN"])
    #expect(document.values(.kind, of: .from) == ["embassy"])
    #expect(document.values(.role, of: .addressee) == ["action", "info", "info"])
    #expect(document.values(.precedence, of: .addressee) == ["IMMEDIATE", "PRIORITY", ""])
    #expect(document.values(.rank, of: .addressee) == ["3", "2", "1"])
    #expect(document.values(.mcn, of: .addressee) == ["412", "34", "-"])
    #expect(document.values(.state, of: .addressee) == ["yes", "yes", "no"])
    #expect(document.values(.fl, of: .separator) == ["11", "13"])
    #expect(document.values(.serial, of: .validation) == ["123"])
    #expect(document.values(.expectedSerial, of: .validation) == ["123"])
    #expect(document.values(.letters, of: .end) == ["4"])
    #expect(document.values(.complete, of: .transmission) == ["true"])
    #expect(document.values(.hasLines, of: .transmission) == ["true"])
    #expect(document.values(.highestPrecedence, of: .transmission) == ["3"])
    #expect(document.values(.level, of: .transmission) == ["U"])
    #expect(document.root(.header) == "true")
    #expect(document.root(.dateSource) == "dtg")
    #expect(document.values(.after, of: .dtg) == ["4"])
  }

  @Test("the order in which lines stand")
  func order() throws {
    let text = Cables.wire.replacing(
      "O P 101430Z MAR 09\nFM AMEMBASSY TALLINN", with: "FM AMEMBASSY TALLINN\nO P 101430Z MAR 09")
    let document = try read(text)
    #expect(document.values(.after, of: .from) == ["4"])
    #expect(document.values(.after, of: .dtg) == ["6"])
  }

  @Test(
    "date-time groups",
    arguments: [
      ("O P 101430Z MAR 09", "none", "20090310", "3"), ("101430Z MAR 09", "none", "20090310", "0"),
      ("P 101430 Z MAR 09", "none", "20090310", "2"), ("O 101430Z MAR 2009", "none", "20090310", "3"),
      ("O 102530Z MAR 09", "hour", "20090310", "3"), ("O 101460Z MAR 09", "minute", "20090310", "3"),
      ("O 321430Z MAR 09", "day", "-", "3"), ("O 310930Z FEB 09", "day", "-", "3"),
      ("O 101430 MAR 09", "zone", "20090310", "3"), ("O 101430B MAR 09", "zone", "20090310", "3"),
      ("O 101430Z MAX 09", "month", "-", "3"), ("O 101430Z MAR", "year", "-", "3"),
      ("O 10143Z MAR 09", "shape", "-", "3"), ("O 1O143OZ 0CT 09", "none", "20091010", "3"),
      ("R 101430Z MAR 74 ZFF4", "none", "19740310", "1"), ("Z O 101430ZMAR 09", "none", "20090310", "4"),
    ])
  func groups(line: String, defect: String, day: String, rank: String) throws {
    let document = try changed("O P 101430Z MAR 09", to: line)
    #expect(document.values(.defect, of: .dtg) == [defect])
    #expect(document.values(.day, of: .dtg) == [day])
    #expect(document.values(.rank, of: .dtg) == [rank])
    #expect(document.values(.wellFormed, of: .dtg) == [defect == "none" ? "true" : "false"])
  }

  @Test(
    "format line 2",
    arguments: [
      ("OO RUEHLI RUEHMD", "3", "true", 2), ("OP RUEHLI RUEHMD", "0", "false", 2), ("O RUEHLI", "3", "false", 1),
      ("ZZ RUEHLI", "4", "true", 1), ("RR RUEHLI RUEHMD\nRUEHVI RU3HPF", "1", "true", 4),
    ])
  func routing(line: String, rank: String, doubled: String, indicators: Int) throws {
    let document = try changed("OO RUEHLI RUEHMD", to: line)
    #expect(document.values(.rank, of: .routing) == [rank])
    #expect(document.values(.doubled, of: .routing) == [doubled])
    let routing = try #require(document.nodes(named: .routing).first)
    let children = document.nodes(named: .indicator).filter { document.nodes[$0].parent == routing }
    #expect(children.count == indicators)
    if line.contains("RU3HPF") { #expect(!document.flag(.wellFormed, of: try #require(children.last))) }
  }

  @Test(
    "format line 3",
    arguments: [
      ("DE RUEHTL #0123/01 0691432", "true", "123", "1", "69", "0"),
      ("DE RUEHTL #0123 0691432", "true", "123", "-", "69", "0"),
      ("DE RUEHTL #0123/01 0681432", "true", "123", "1", "68", "-1"),
      ("DE RUEHTL 0123/01 0691432", "false", "123", "1", "69", "0"),
      ("DE RUEHTL #0123/01 4001432", "true", "123", "1", "400", "-"),
      ("DE RUEHTL #O123/01 0691432Z", "true", "123", "1", "69", "0"),
    ])
  func originator(
    line: String, wellFormed: String, serial: String, section: String, julian: String, difference: String
  ) throws {
    let document = try changed("DE RUEHTL #0123/01 0691432", to: line)
    #expect(document.values(.wellFormed, of: .originator) == [wellFormed])
    #expect(document.values(.serial, of: .originator) == [serial])
    #expect(document.values(.section, of: .originator) == [section])
    #expect(document.values(.julian, of: .originator) == [julian])
    #expect(document.values(.dayDifference, of: .originator) == [difference])
  }

  @Test("the turn of the year", arguments: [("311430Z DEC 08", "0011432", "1"), ("011430Z JAN 09", "3661432", "-1")])
  func turnOfYear(group: String, time: String, difference: String) throws {
    let text = Cables.wire.replacing("O P 101430Z MAR 09", with: "O \(group)").replacing("0691432", with: time)
    #expect(try read(text).values(.dayDifference, of: .originator) == [difference])
  }

  @Test(
    "format line 4",
    arguments: [
      ("ZNR UUUUU ZZH", "ZNR", "U", "5", "true", "false"), ("ZNY CCCCC ZZH", "ZNY", "C", "5", "true", "false"),
      ("*ZNY SSSSS 22H", "ZNY", "S", "5", "true", "false"), ("ZNY CCCC ZZH", "ZNY", "C", "4", "true", "false"),
      ("ZNY CCCSC ZZH", "ZNY", "C", "5", "false", "false"), ("ZNY SSSSS/AAAAA ZZH", "ZNY", "S", "5", "true", "true"),
      ("ZNX EEEEE ZZH", "other", "E", "5", "true", "false"), ("ZNR ZZH", "ZNR", "other", "3", "false", "false"),
    ])
  func security(
    line: String, signal: String, letter: String, count: String, uniform: String, special: String
  ) throws {
    let document = try changed("ZNR UUUUU ZZH", to: line)
    #expect(document.values(.signal, of: .security) == [signal])
    #expect(document.values(.letter, of: .security) == [letter])
    #expect(document.values(.count, of: .security) == [count])
    #expect(document.values(.uniform, of: .security) == [uniform])
    #expect(document.values(.special, of: .security) == [special])
  }

  @Test("posts, whose names the MRN gives otherwise")
  func posts() throws {
    let text = Cables.wire.replacing("FM AMEMBASSY TALLINN", with: "FM SECSTATE WASHDC").replacing(
      "02 TALLINN 000123", with: "02 STATE 000123")
    let document = try read(text)
    #expect(document.values(.post, of: .from) == ["STATE"])
    #expect(document.values(.mrnPost, of: .from) == ["STATE"])
    #expect(document.values(.kind, of: .from) == ["department"])
  }

  @Test("an address without indicators, with the words of precedence turned round")
  func plainAddress() throws {
    let text = Cables.print1974.replacing("TO SECSTATE WASHDC 8812", with: "TO USCINCSO IMMEDIATE NIACT")
    let document = try read(text)
    #expect(document.values(.precedence, of: .addressee) == ["NIACT IMMEDIATE", "", ""])
    #expect(document.values(.state, of: .addressee) == ["no", "yes", "yes"])
    #expect(document.values(.role, of: .addressee) == ["action", "info", "info"])
  }

  @Test("exempted addressees have no precedence")
  func exempted() throws {
    let document = try changed("BT\nUNCLAS", to: "XMT AMCONSUL STRASBOURG\nBT\nUNCLAS")
    #expect(document.values(.role, of: .addressee).last == "exempt")
    #expect(document.values(.rank, of: .addressee).last == "0")
    #expect(document.values(.fl, of: .addressee).last == "9")
  }

  @Test("a header for each section")
  func sections() throws {
    let second = Cables.wire.replacing("SECTION 01", with: "SECTION 02").replacing("#0123/01", with: "#0123/02")
    let document = try read(Cables.wire + "\n" + second)
    #expect(document.nodes(named: .transmission).count == 2)
    #expect(document.values(.transmission, of: .classification) == ["1", "2"])
    #expect(document.values(.expectedSection, of: .originator) == ["1", "2"])
    #expect(document.root(.sectionsFound) == "2")
    #expect(document.values(.complete, of: .transmission) == ["true", "true"])
    #expect(document.values(.repeat, of: .classification) == ["false", "false"])
  }
}
