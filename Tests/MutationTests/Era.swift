/// A year for fictional cables: its date, and what an E.O. line and a Classified-By block said then.
///
/// Every cable is of 15 March, 0915Z, filed at 0930Z.
struct Era: Sendable {
  /// Two digits.
  var year: String
  var julian: String
  var order: String
  /// The declassification value of a classified cable.
  var value: String
  /// The paragraph of the reason ("1.4"); nil before a Classified-By block was asked for.
  var reason: String?
  var capitals: Bool

  var group: String { "150915Z MAR \(year)" }
  var filing: String { "\(julian)0930" }

  static let y1974 = Era(year: "74", julian: "074", order: "11652", value: "GDS", reason: nil, capitals: true)
  static let y1979 = Era(
    year: "79", julian: "074", order: "12065", value: "GDS 3/15/85 (MORRIS, JANE)", reason: nil, capitals: true)
  static let y1990 = Era(year: "90", julian: "074", order: "12356", value: "DECL: OADR", reason: nil, capitals: true)
  static let y1997 = Era(
    year: "97", julian: "074", order: "12958", value: "DECL: 03/15/07", reason: "1.5", capitals: true)
  static let y2005 = Era(
    year: "05", julian: "074", order: "12958", value: "DECL: 03/15/2015", reason: "1.4", capitals: false)
  static let y2009 = Era(
    year: "09", julian: "074", order: "12958", value: "DECL: 03/15/2019", reason: "1.4", capitals: false)
  static let y2012 = Era(
    year: "12", julian: "075", order: "13526", value: "DECL: 03/15/2022", reason: "1.4", capitals: false)
}

/// The post that sends a fictional cable.
struct Post: Sendable {
  /// As the message reference number gives it.
  var name: String
  /// As format line 6 gives it.
  var office: String
  var indicator: String
  /// The TAGS of its country, where it has one.
  var country: String?

  static let lisbon = Post(name: "LISBON", office: "AMEMBASSY LISBON", indicator: "RUEHLI", country: "PO")
  static let riga = Post(name: "RIGA", office: "AMEMBASSY RIGA", indicator: "RUEHRA", country: "LG")
  static let portOfSpain = Post(
    name: "PORT OF SPAIN", office: "AMEMBASSY PORT OF SPAIN", indicator: "RUEHSP", country: "TD")
  static let state = Post(name: "STATE", office: "SECSTATE WASHDC", indicator: "RUEHC", country: nil)
}
