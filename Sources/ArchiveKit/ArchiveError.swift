/// Why an archive is not read, or not to its end.
package enum ArchiveError: Error, Sendable, Hashable {
  /// libarchive is not installed.
  case noLibrary
  case outOfMemory
  case damaged

  /// A sentence without its subject and its stop.
  package var sentence: String {
    switch self {
    case .noLibrary: "it cannot be read without the library libarchive (Debian: libarchive13)"
    case .outOfMemory: "there is not enough memory to read it"
    case .damaged: "it is damaged, or no archive that is known; what stands before the damage was read"
    }
  }
}
