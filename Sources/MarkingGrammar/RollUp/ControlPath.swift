package import MarkingModel

/// A control system or program, one of its compartments, or one of its sub-compartments: `SI`, `SI-G`, `SI-G ABCD`.
package struct ControlPath: Sendable, Hashable, Comparable {
  /// One to three names.
  package let names: [String]

  package init(_ names: [String]) { self.names = names }

  /// As it stands in a line.
  package var text: String {
    switch names.count {
    case 1: names[0]
    case 2: names[0] + "-" + names[1]
    default: names[0] + "-" + names[1] + " " + names[2]
    }
  }

  /// Numbers before letters at each level (C16 p15), which is the order of ASCII.
  package static func < (a: ControlPath, b: ControlPath) -> Bool { a.names.lexicographicallyPrecedes(b.names) }

  /// Whether `other` is below it.
  package func isAbove(_ other: ControlPath) -> Bool {
    other.names.count > names.count && other.names.starts(with: names)
  }

  /// Everything that systems name, each with what stands above it.
  package static func paths(_ systems: [ControlSystem]) -> [ControlPath] {
    var paths: [ControlPath] = []
    for system in systems {
      paths.append(ControlPath([system.name]))
      for compartment in system.compartments {
        paths.append(ControlPath([system.name, compartment.name]))
        for name in compartment.subcompartments {
          paths.append(ControlPath([system.name, compartment.name, name]))
        }
      }
    }
    return paths
  }

  /// The systems that some paths make up, sorted.
  package static func systems(_ paths: some Sequence<ControlPath>) -> [ControlSystem] {
    var systems: [ControlSystem] = []
    for path in paths.sorted() {
      if systems.last?.name != path.names[0] { systems.append(ControlSystem(path.names[0])) }
      let last = systems.count - 1
      guard path.names.count > 1 else { continue }
      if systems[last].compartments.last?.name != path.names[1] {
        systems[last].compartments.append(ControlSystem.Compartment(path.names[1]))
      }
      guard path.names.count > 2 else { continue }
      systems[last].compartments[systems[last].compartments.count - 1].subcompartments.append(path.names[2])
    }
    return systems
  }
}
