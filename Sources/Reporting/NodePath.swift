import MarkingModel

/// Where nodes of a marking document stand in its XML, as XPath: "/document[1]/paragraph[3]".
///
/// It is the path in what `caveat parse --format xml` prints. A quoted telegram is a `document` inside another one.
struct NodePath {
  /// The path of the root.
  let root: String
  /// The place of each node among the children of its parent that have its name, from 1.
  private let places: [Int]

  /// O(nodes).
  init(_ document: MarkingDocument, root: String = "/document[1]") {
    struct Family: Hashable {
      var parent: Int
      var name: ElementName
    }
    var counts: [Family: Int] = [:]
    var places: [Int] = []
    places.reserveCapacity(document.nodes.count)
    for node in document.nodes {
      let family = Family(parent: node.parent, name: node.name)
      let place = counts[family, default: 0] + 1
      counts[family] = place
      places.append(place)
    }
    self.root = root
    self.places = places
  }

  /// The path of one node. O(depth).
  func path(of index: Int, in document: MarkingDocument) -> String {
    let node = document.nodes[index]
    guard node.parent >= 0 else { return root }
    return path(of: node.parent, in: document) + "/\(node.name.rawValue)[\(places[index])]"
  }

  /// The path of the quoted telegram with this index.
  func quoted(_ index: Int) -> String { "\(root)/document[\(index + 1)]" }
}
