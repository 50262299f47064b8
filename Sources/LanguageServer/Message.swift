import SQLiteKit

/// A message of a client, as far as it was looked at.
///
/// JSON is read by SQLite, which the program has in it for audits.
struct Message {
  private let json: String
  private let reader: MessageReader

  fileprivate init(json: String, reader: MessageReader) {
    self.json = json
    self.reader = reader
  }

  /// A string at a path (`$.params.textDocument.uri`); nil for anything else.
  func text(_ path: String) -> String? { reader.read(json, path, as: .text) }

  /// A whole number at a path; nil for anything else.
  func number(_ path: String) -> Int? { reader.read(json, path, as: .number).flatMap { Int($0) } }

  /// What stands at a path, as JSON; nil where there is nothing, or null.
  func json(_ path: String) -> String? { reader.read(json, path, as: .json) }

  /// The number of elements of an array at a path.
  func count(_ path: String) -> Int { reader.read(json, path, as: .length).flatMap { Int($0) } ?? 0 }
}

/// Reads messages.
final class MessageReader {
  fileprivate enum Kind {
    case text, number, json, length
  }

  private let isValid: Statement
  private let statements: [Kind: Statement]

  init() throws(SQLiteError) {
    let database = try Database.inMemory()
    isValid = try database.prepare("SELECT json_valid(?1) AND json_type(?1) = 'object'")
    var statements: [Kind: Statement] = [:]
    statements[.text] = try database.prepare(
      "SELECT json_extract(?1, ?2) WHERE json_type(?1, ?2) = 'text'")
    statements[.number] = try database.prepare(
      "SELECT json_extract(?1, ?2) WHERE json_type(?1, ?2) = 'integer'")
    statements[.json] = try database.prepare("SELECT ?1 -> ?2 WHERE json_type(?1, ?2) <> 'null'")
    statements[.length] = try database.prepare(
      "SELECT json_array_length(?1, ?2) WHERE json_type(?1, ?2) = 'array'")
    self.statements = statements
  }

  /// Nil for bytes that are no object of JSON.
  func message(_ bytes: [UInt8]) -> Message? {
    let json = String(decoding: bytes, as: UTF8.self)
    isValid.bind(1, json)
    return Self.value(of: isValid) == "1" ? Message(json: json, reader: self) : nil
  }

  fileprivate func read(_ json: String, _ path: String, as kind: Kind) -> String? {
    guard let statement = statements[kind] else { return nil }
    statement.bind(1, json)
    statement.bind(2, path)
    return Self.value(of: statement)
  }

  /// The one value that a statement gives; nil without one. The paths are ours and the JSON was looked at: SQLite fails where
  /// memory is exhausted, and the message is one without that value then.
  private static func value(of statement: Statement) -> String? {
    var value: String?
    do throws(SQLiteError) {
      while try statement.step() { value = statement.text(0) }
    } catch {
      return nil
    }
    return value
  }
}
