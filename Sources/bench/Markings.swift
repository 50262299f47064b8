import MarkingGrammar
import MarkingModel

extension Benchmarks {
  /// Parses single markings, as they stand in documents: short ones mostly, some with lists and compartments.
  func parsingMarkings() {
    let texts = [
      "(U)", "(S//NF)", "(C//REL TO USA, GBR)", "(TS//SI//NF)", "(U//FOUO)", "(S//OC/NF)", "(CUI)", "(C)", "(S)",
      "(TS//SI-G ABCD/TK//OC/NF)", "(//GBR S//REL TO USA, GBR)", "SECRET//NOFORN", "UNCLASSIFIED",
      "TOP SECRET//SI/TK//REL TO USA, AUS, CAN, GBR, NZL", "SECRET//RD-SIGMA 14 20//NOFORN", "CUI//SP-CTI//FEDCON",
    ].map { Array($0.utf8) }
    let rounds = 20_000
    var tokens = 0
    let seconds = median(of: 5) {
      for _ in 0..<rounds {
        for text in texts {
          tokens &+= MarkingParser.parse(text.span, ByteRange(0, text.count), vocabulary).tokens.count
        }
      }
    }
    let count = Double(rounds * texts.count)
    row("single markings", count / seconds, "markings/s", "\(Int(seconds / count * 1e9)) ns each")
  }
}
