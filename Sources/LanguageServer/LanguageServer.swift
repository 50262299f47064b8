import Glibc
import Reporting
package import SQLiteKit

/// A server of the Language Server Protocol 3.17, on two descriptors: diagnostics while somebody types, explanations, and
/// repairs. It reads and writes no file, and nothing of a text stands in what it says but markings.
package struct LanguageServer: ~Copyable {
  /// How a session ended.
  package enum End: Sendable {
    /// The client asked for it, after it had said that it would.
    case asked
    /// The client asked for it without having said so before.
    case abrupt
    /// The client went away.
    case early
    /// What the client sends is not the protocol.
    case broken(StreamError)
    /// The client no longer reads; the system's error number.
    case unwritten(Int32)
  }

  /// JSON-RPC's and the protocol's numbers of errors.
  private enum Fault: Int {
    case parse = -32700
    case request = -32600
    case method = -32601
    case parameters = -32602
    case notReady = -32002

    var text: String {
      switch self {
      case .parse: "this is no JSON object"
      case .request: "the session is over"
      case .method: "no such method"
      case .parameters: "a parameter is missing"
      case .notReady: "initialize comes first"
      }
    }
  }

  private enum State {
    case new, ready, over
  }

  private let output: Int32
  private let judge: any TextJudge
  private let version: String
  private var stream: MessageStream
  private let reader: MessageReader
  private var state = State.new
  private var countsBytes = false
  /// By URI.
  private var texts: [String: OpenText] = [:]
  /// Set when the client no longer reads.
  private var unwritten: Int32?

  package init(
    input: Int32, output: Int32, version: String, judge: any TextJudge
  ) throws(SQLiteError) {
    let reader = try MessageReader()
    self.output = output
    self.judge = judge
    self.version = version
    stream = MessageStream(descriptor: input)
    self.reader = reader
  }

  /// Serves until the client ends the session or goes away.
  package mutating func run() -> End {
    do throws(StreamError) {
      while let bytes = try stream.next() {
        guard let message = reader.message(bytes) else {
          fail(nil, .parse)
          continue
        }
        if message.text("$.method") == "exit" { return state == .over ? .asked : .abrupt }
        take(message)
        if let unwritten { return .unwritten(unwritten) }
      }
      return .early
    } catch {
      return .broken(error)
    }
  }

  private mutating func take(_ message: Message) {
    // What has no method answers a request, and we have none.
    guard let method = message.text("$.method") else { return }
    let id = message.json("$.id")
    switch (state, method) {
    case (.new, "initialize"): initialize(message, id)
    case (.new, _): if id != nil { fail(id, .notReady) }
    case (.over, _): if id != nil { fail(id, .request) }
    case (.ready, "initialize"): fail(id, .request)
    case (.ready, "shutdown"):
      state = .over
      answer(id) { $0.memberOrNull("result", nil) }
    case (.ready, "textDocument/didOpen"): open(message, text: "$.params.textDocument.text")
    case (.ready, "textDocument/didChange"): open(message, text: "$.params.contentChanges[#-1].text")
    case (.ready, "textDocument/didClose"): close(message)
    case (.ready, "textDocument/hover"): hover(message, id)
    case (.ready, "textDocument/codeAction"): actions(message, id)
    default: if id != nil { fail(id, .method) }
    }
  }

  // MARK: The session

  private mutating func initialize(_ message: Message, _ id: String?) {
    let encodings = "$.params.capabilities.general.positionEncodings"
    countsBytes = (0..<message.count(encodings)).contains { message.text("\(encodings)[\($0)]") == "utf-8" }
    state = .ready
    let (countsBytes, version) = (countsBytes, version)
    answer(id) { json in
      json.open(.object, "result", inline: true)
      json.open(.object, "capabilities")
      json.member("positionEncoding", countsBytes ? "utf-8" : "utf-16")
      json.open(.object, "textDocumentSync")
      json.member("openClose", true)
      // The whole text comes with each change.
      json.member("change", 1)
      json.close()
      json.member("hoverProvider", true)
      json.open(.object, "codeActionProvider")
      json.member("codeActionKinds", ["quickfix"])
      json.close()
      json.close()
      json.open(.object, "serverInfo")
      json.member("name", "caveat")
      json.member("version", version)
      json.close()
      json.close()
    }
  }

  // MARK: Texts

  private mutating func open(_ message: Message, text path: String) {
    guard let uri = message.text("$.params.textDocument.uri"), let text = message.text(path) else { return }
    let open = OpenText(
      text, version: message.number("$.params.textDocument.version"), path: FileURI.path(uri),
      countsBytes: countsBytes, judge)
    texts[uri] = open
    publish(uri, version: open.version) { open.writeDiagnostics(to: &$0) }
  }

  private mutating func close(_ message: Message) {
    guard let uri = message.text("$.params.textDocument.uri"), texts.removeValue(forKey: uri) != nil else { return }
    publish(uri, version: nil) { $0.member("diagnostics", []) }
  }

  private mutating func publish(_ uri: String, version: Int?, _ write: (inout JSONText) -> Void) {
    var json = JSONText()
    json.open(.object, inline: true)
    json.member("jsonrpc", "2.0")
    json.member("method", "textDocument/publishDiagnostics")
    json.open(.object, "params")
    json.member("uri", uri)
    if let version { json.member("version", version) }
    write(&json)
    json.close()
    json.close()
    send(json.take())
  }

  // MARK: Questions

  private mutating func hover(_ message: Message, _ id: String?) {
    guard let uri = message.text("$.params.textDocument.uri"), let place = Self.place(message, "$.params.position")
    else { return fail(id, .parameters) }
    guard let text = texts[uri], let hover = text.hover(at: place, judge) else {
      return answer(id) { $0.memberOrNull("result", nil) }
    }
    answer(id) { json in
      json.open(.object, "result")
      json.open(.object, "contents")
      json.member("kind", "markdown")
      json.member("value", hover.markdown)
      json.close()
      text.write(hover.range, to: &json)
      json.close()
    }
  }

  private mutating func actions(_ message: Message, _ id: String?) {
    guard let uri = message.text("$.params.textDocument.uri"),
      let from = Self.place(message, "$.params.range.start"), let end = Self.place(message, "$.params.range.end")
    else { return fail(id, .parameters) }
    guard let text = texts[uri] else { return answer(id) { $0.member("result", []) } }
    answer(id) { text.writeActions(from: from, to: end, uri: uri, &$0) }
  }

  private static func place(_ message: Message, _ path: String) -> TextPlaces.Place? {
    guard let line = message.number("\(path).line"), let character = message.number("\(path).character"),
      line >= 0, character >= 0
    else { return nil }
    return TextPlaces.Place(line: line, character: character)
  }

  // MARK: Answers

  private mutating func answer(_ id: String?, _ write: (inout JSONText) -> Void) {
    var json = JSONText()
    json.open(.object, inline: true)
    json.member("jsonrpc", "2.0")
    json.member("id", json: Array((id ?? "null").utf8))
    write(&json)
    json.close()
    send(json.take())
  }

  private mutating func fail(_ id: String?, _ fault: Fault) {
    answer(id) { json in
      json.open(.object, "error")
      json.member("code", fault.rawValue)
      json.member("message", fault.text)
      json.close()
    }
  }

  private mutating func send(_ body: [UInt8]) {
    let bytes = Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(output, buffer.baseAddress! + sent, buffer.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        unwritten = errno
        return
      }
      sent += count
    }
  }
}
