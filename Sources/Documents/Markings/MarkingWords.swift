import MarkingGrammar
import MarkingModel

// Parts of a marking as the contract names them.
extension WrittenMarking.Kind {
  var word: Word {
    switch self {
    case .banner: .banner
    case .portion: .portion
    }
  }
}

extension Marking.System {
  var word: Word {
    switch self {
    case .us: .us
    case .nonUS: .nonUs
    case .joint: .joint
    case .cui: .cuiWord
    case .none: .nothing
    }
  }
}

extension Classification? {
  var word: Word {
    switch self {
    case .unclassified: .unclassified
    case .restricted: .letterR
    case .confidential: .confidential
    case .secret: .secret
    case .topSecret: .topSecret
    case nil: .nothing
    }
  }
}
