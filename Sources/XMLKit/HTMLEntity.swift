internal import CLibXML2

/// The named characters of HTML 4, as libxml2 knows them.
package enum HTMLEntity {
  /// Nil for a name that is none.
  package static func scalar(named name: String) -> Unicode.Scalar? {
    let entity = unsafe name.withCString(encodedAs: UTF8.self) { name in unsafe htmlEntityLookup(name) }
    return unsafe entity.flatMap { entity in unsafe Unicode.Scalar(entity.pointee.value) }
  }
}
