/// How a run ended, for the shell. `Table.exitCodes` says what each means.
package enum ExitCode: Int32, Sendable, CaseIterable {
  case clean = 0
  case findings = 1
  case usage = 2
  case incomplete = 3
}
