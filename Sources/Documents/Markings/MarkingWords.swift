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

extension TokenCategory {
  var word: Word {
    switch self {
    case .sci: .sci
    case .sap: .sap
    case .aea: .aea
    case .fgi: .fgi
    case .cui: .cuiWord
    case .cuiCategory: .cuiCategory
    case .dissem: .dissem
    case .nonic: .nonic
    case .foreign: .foreign
    case .declassification: .declassification
    case .unknown: .unknown
    }
  }
}

extension TokenState {
  var word: Word {
    switch self {
    case .known: .known
    case .unverifiable: .unverifiable
    case .unknown: .unknown
    }
  }
}

extension TokenForm {
  var word: Word {
    switch self {
    case .title: .title
    case .abbreviation: .abbreviation
    case .portion: .portion
    case .same: .same
    }
  }
}

extension RegisterEntry.Status {
  var word: Word {
    switch self {
    case .active: .active
    case .legacy: .legacy
    case .retired: .retired
    }
  }
}

extension CUICategory.Kind {
  var word: Word {
    switch self {
    case .basic: .basic
    case .specified: .specified
    case .both: .both
    }
  }
}
