// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CCaveat
import Checking
import Glibc
import MarkingModel
import Reporting
import RuleEngine

// The functions of caveat.h, which says what each does. The compiler holds them against it, by their names in C.

/// Written once, and for good: nobody gives it back.
private nonisolated(unsafe) let versionNumber = unsafe strdup(Version.number)

@c @implementation
public func caveat_version() -> UnsafePointer<CChar>? { unsafe UnsafePointer(versionNumber) }

@c @implementation
public func caveat_checker_create(
  _ profile: UnsafePointer<CChar>?, _ checker: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let checker = unsafe checker else { return Int32(CAVEAT_WRONG_USE) }
  unsafe checker.pointee = nil
  do throws(Checker.Problem) {
    let made = try Checker(profile: unsafe profile.map { unsafe String(cString: $0) })
    unsafe checker.pointee = unsafe OpaquePointer(Unmanaged.passRetained(made).toOpaque())
    return Int32(CAVEAT_OK)
  } catch {
    return Int32(CAVEAT_WRONG_USE)
  }
}

@c @implementation
public func caveat_checker_destroy(_ checker: OpaquePointer?) {
  guard let checker = unsafe checker else { return }
  unsafe Unmanaged<Checker>.fromOpaque(UnsafeRawPointer(checker)).release()
}

@c @implementation
public func caveat_check(
  _ checker: OpaquePointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ form: UnsafePointer<CChar>?,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let result = unsafe result else { return Int32(CAVEAT_WRONG_USE) }
  unsafe result.pointee = nil
  guard let checker = unsafe checker, count >= 0, unsafe bytes != nil || count == 0 else {
    return Int32(CAVEAT_WRONG_USE)
  }
  var given: Form?
  if let form = unsafe form {
    guard let known = Form(rawValue: unsafe String(cString: form)) else { return Int32(CAVEAT_WRONG_USE) }
    given = known
  }
  let document = unsafe Span<UInt8>(_unsafeElements: UnsafeBufferPointer(start: bytes, count: count))
  let judged = unsafe Unmanaged<Checker>.fromOpaque(UnsafeRawPointer(checker)).takeUnretainedValue()
  let outcome = judged.result(of: document, form: given)
  unsafe result.pointee = unsafe OpaquePointer(Unmanaged.passRetained(outcome).toOpaque())
  return Int32(unsafe outcome.problem == nil ? CAVEAT_OK : CAVEAT_NOT_READ)
}

extension Checker {
  fileprivate func result(of bytes: Span<UInt8>, form: Form?) -> LibraryResult {
    do throws(Problem) {
      return LibraryResult(try check(bytes, form: form), digest: Digest.hex(of: bytes), count: bytes.count)
    } catch {
      return LibraryResult(problem: error, rules: firstRules)
    }
  }
}

@c @implementation
public func caveat_result_destroy(_ result: OpaquePointer?) {
  guard let result = unsafe result else { return }
  unsafe Unmanaged<LibraryResult>.fromOpaque(UnsafeRawPointer(result)).release()
}

/// The result behind a handle; nil for null.
private func boxed(_ handle: OpaquePointer?) -> LibraryResult? {
  unsafe handle.map { unsafe Unmanaged<LibraryResult>.fromOpaque(UnsafeRawPointer($0)).takeUnretainedValue() }
}

@c @implementation
public func caveat_result_problem(_ handle: OpaquePointer?) -> UnsafePointer<CChar>? {
  unsafe boxed(handle)?.problem
}

@c @implementation
public func caveat_result_verdict(_ handle: OpaquePointer?) -> UnsafePointer<CChar>? {
  unsafe boxed(handle)?.verdict
}

@c @implementation
public func caveat_result_form(_ handle: OpaquePointer?) -> UnsafePointer<CChar>? { unsafe boxed(handle)?.form }

@c @implementation
public func caveat_result_profile(_ handle: OpaquePointer?) -> UnsafePointer<CChar>? {
  unsafe boxed(handle)?.profile
}

@c @implementation
public func caveat_result_level(_ handle: OpaquePointer?) -> UnsafePointer<CChar>? { unsafe boxed(handle)?.level }

@c @implementation
public func caveat_result_count(_ handle: OpaquePointer?) -> Int { unsafe boxed(handle)?.findings.count ?? 0 }

@c @implementation
public func caveat_result_finding(
  _ handle: OpaquePointer?, _ index: Int, _ finding: UnsafeMutablePointer<caveat_finding>?
) -> Bool {
  guard let result = unsafe boxed(handle), let finding = unsafe finding else { return false }
  guard unsafe result.findings.indices.contains(index) else { return false }
  unsafe finding.pointee = unsafe result.findings[index]
  return true
}

@c @implementation
public func caveat_result_json(
  _ handle: OpaquePointer?, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  guard let report = unsafe boxed(handle)?.report() else { return nil }
  if let length = unsafe length { unsafe length.pointee = unsafe report.length }
  return unsafe report.text
}
