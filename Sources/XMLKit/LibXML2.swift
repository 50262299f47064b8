internal import CLibXML2

/// The library's state for the whole process.
enum LibXML2 {
  /// Initialises the library once, whichever thread comes first, and keeps it from printing. Every owner type reads
  /// it before its first call.
  static let ready: Bool = {
    xmlInitParser()
    cxml_silence()
    return true
  }()

  /// The tables of RELAX NG's data types, which the library would otherwise fill on first use without a lock.
  static let dataTypesReady: Bool = {
    let filled = xmlRelaxNGInitTypes() == 0
    return ready && filled
  }()
}
