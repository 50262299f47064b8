/// A list of plain values that nobody shares, so that adding one is a comparison and a store.
///
/// The only pointer of this target stays in it: a place is written after the capacity was compared, and read after the
/// count was.
@safe
public struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var storage: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var count = 0

  /// `capacity`, at least 1, is what a document of the usual size needs, so that it is not moved while it grows.
  init(capacity: Int) {
    precondition(capacity > 0)
    unsafe storage = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe storage.deallocate() }

  @inlinable @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe storage.advanced(by: count).initialize(to: element)
    count &+= 1
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    unsafe larger.moveInitialize(from: storage, count: count)
    unsafe storage.deallocate()
    unsafe storage = larger
    capacity *= 2
  }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe storage[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe storage[index] = newValue
    }
  }

  /// Its values as a list that can be shared.
  borrowing func array() -> [Element] { unsafe Array(UnsafeBufferPointer(start: storage, count: count)) }
}
