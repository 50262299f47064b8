/// Places on the earth.
enum Coordinates {
  /// A latitude and a longitude within their ranges: decimal degrees, degrees with minutes and seconds, or the digits of
  /// both without separators (385351N 0770211W).
  static func areInRange(_ value: Span<UInt8>) -> Bool {
    var numbers: [(value: Double, digits: Int)] = []
    var hemispheres: [UInt8] = []
    var at = 0
    while at < value.count {
      if value[at] &- 0x30 < 10 {
        let (number, digits, end) = number(value, at)
        numbers.append((number, digits))
        at = end
      } else {
        let letter = value[at] & 0xDF
        if letter.isLetterOrDigit, [0x4E, 0x53, 0x45, 0x57].contains(letter) { hemispheres.append(letter) }
        at += 1
      }
    }
    guard numbers.count >= 2, numbers.count % 2 == 0, numbers.count <= 6 else { return false }
    let half = numbers.count / 2
    let isLongitudeFirst = hemispheres.first == 0x45 || hemispheres.first == 0x57
    return isAngle(numbers[..<half], upTo: isLongitudeFirst ? 180 : 90)
      && isAngle(numbers[half...], upTo: isLongitudeFirst ? 90 : 180)
  }

  private static func number(_ value: Span<UInt8>, _ start: Int) -> (Double, Int, Int) {
    var (number, scale, digits, at) = (0.0, 0.0, 0, start)
    while at < value.count {
      if value[at] &- 0x30 < 10 {
        if scale == 0 {
          number = number * 10 + Double(value[at] &- 0x30)
          digits += 1
        } else {
          number += Double(value[at] &- 0x30) * scale
          scale /= 10
        }
      } else if value[at] == UInt8(ascii: "."), scale == 0, at + 1 < value.count, value[at + 1] &- 0x30 < 10 {
        scale = 0.1
      } else {
        break
      }
      at += 1
    }
    return (number, digits, at)
  }

  private static func isAngle(_ parts: ArraySlice<(value: Double, digits: Int)>, upTo limit: Double) -> Bool {
    var values = parts.map(\.value)
    if let only = parts.first, parts.count == 1, only.digits >= 4 {
      // dddmm or dddmmss
      let whole = only.digits >= 6 ? (only.value / 10_000).rounded(.down) : (only.value / 100).rounded(.down)
      let rest = only.value - whole * (only.digits >= 6 ? 10_000 : 100)
      values =
        only.digits >= 6
        ? [whole, (rest / 100).rounded(.down), rest.truncatingRemainder(dividingBy: 100)] : [whole, rest]
    }
    guard let degrees = values.first, degrees <= limit else { return false }
    return values.dropFirst().allSatisfy { $0 < 60 } && (degrees < limit || values.dropFirst().allSatisfy { $0 == 0 })
  }

  /// A reference of the Military Grid Reference System (NGA.STND.0037): zone 1 to 60, band C to X, a square without I and
  /// O, and as many digits of easting as of northing.
  static func isMGRS(_ value: Span<UInt8>) -> Bool {
    let characters = value.lettersAndDigits
    guard let band = characters.firstIndex(where: { $0 &- 0x30 >= 10 }), (1...2).contains(band),
      characters.count >= band + 7
    else { return false }
    let zone = characters[..<band].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let letters = characters[band..<(band + 3)]
    let digits = characters[(band + 3)...]
    return (1...60).contains(zone) && letters.allSatisfy { $0 &- 0x41 < 26 && $0 != 0x49 && $0 != 0x4F }
      && (0x43...0x58).contains(characters[band]) && characters[band + 2] <= 0x56
      && digits.allSatisfy { $0 &- 0x30 < 10 } && digits.count % 2 == 0 && digits.count <= 10
  }
}
