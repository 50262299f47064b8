import Reporting

/// `caveat parse`: prints what the reader finds in one input.
enum Parse {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    var reader = try Reader(form: arguments.value(.form))
    guard let operand = arguments.operands.first else { return .usage }
    let isStandardInput = operand == [UInt8(ascii: "-")]
    do throws(InputProblem) {
      let bytes =
        isStandardInput ? try FileBytes(reading: surroundings.input) : try FileBytes(file: FilePath(operand))
      if let problem = ContentKind.problem(bytes) { throw problem }
      let document = bytes.withBytes { reader.read($0) }
      if bytes.hasChanged { throw .changed }
      if document.isNoCable {
        surroundings.note("\(VisibleText.escaped(operand)): it is neither a cable nor a marked document")
      }
      switch arguments.value(.format) {
      case "xml": return surroundings.print(MarkingDocumentXML.bytes(document))
      case "json": return surroundings.print(MarkingDocumentJSON.bytes(document))
      default: return surroundings.print(MarkingDocumentText.bytes(document))
      }
    } catch {
      surroundings.note("\(VisibleText.escaped(operand)): \(error.sentence)")
      return .incomplete
    }
  }
}
