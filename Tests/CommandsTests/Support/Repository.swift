import Glibc

/// The files of the project.
enum Repository {
  /// The project's folder, from the place of this file.
  static let path: String = {
    let parts = #filePath.split(separator: "/")
    return "/" + parts.dropLast(4).joined(separator: "/")
  }()

  static func text(_ name: String) -> String? {
    TemporaryFolder.read(path: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Replaces a generated file.
  static func write(_ name: String, _ text: String) {
    guard let file = unsafe fopen(path + "/" + name, "w") else { return }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }
}
