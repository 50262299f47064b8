import Glibc
import LanguageServer
import TestSupport
import Testing

@Suite struct MessageStreamTests {
  /// Reads all messages of `bytes`, which come in pieces of that length: packets of a socket are read one by one.
  private static func messages(_ bytes: [UInt8], pieces: Int) throws -> [[UInt8]] {
    var ends: [Int32] = [0, 0]
    #expect(unsafe socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
    defer { close(ends[0]) }
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      let piece = Array(bytes[start..<min(bytes.count, start + pieces)])
      // There is room for all of them: nothing waits.
      let sent = unsafe piece.withUnsafeBytes {
        unsafe write(ends[1], $0.baseAddress, $0.count)
      }
      #expect(sent == piece.count)
    }
    close(ends[1])
    var stream = MessageStream(descriptor: ends[0])
    var messages: [[UInt8]] = []
    while let message = try stream.next() { messages.append(message) }
    return messages
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func messagesAreCutWhereTheirHeadsSay(pieces: Int) throws {
    let bodies = ["{}", "", "{\"a\": \"\\r\\n\\r\\n\"}", String(repeating: "x", count: 30)].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    for (index, body) in bodies.enumerated() {
      let type = index == 1 ? "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n" : ""
      bytes += Array("\(type)content-length: \(body.count)\r\n\r\n".utf8) + body
    }
    #expect(try Self.messages(bytes, pieces: pieces) == bodies)
  }

  @Test(arguments: [
    "Content-Length: 5\r\n\r\nab", "Content-Length", "Content-Length: x\r\n\r\n", "A: 1\r\n\r\n",
    "Content-Length: -1\r\n\r\n",
  ])
  func whatIsNoMessageIsAnError(text: String) {
    #expect(throws: StreamError.self) { _ = try Self.messages(Array(text.utf8), pieces: 3) }
  }
}
