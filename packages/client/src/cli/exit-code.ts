/** What the command ends with, so that a script can tell one end from another. docs and `--help` print this table. */
export const EXIT = {
  /** What was asked for is done: for `send`, the message is stored. */
  done: 0,
  /** The room or the server said no: full, locked, a wrong password, not allowed. */
  refused: 1,
  /** The command was called wrongly: an unknown option, no link, nothing to send. */
  usage: 2,
  /** The server can't be reached, or did not answer in time. */
  unreachable: 3,
  /** There is no such room: it never was, or it is over. */
  gone: 4,
  /** A fault of this program (EX_SOFTWARE of sysexits.h). */
  fault: 70,
  /** What it prints can't be written, as on a full disk (EX_IOERR). */
  unwritten: 74,
} as const

/** Exit codes of what a signal ended, as shells count them: 128 and its number. */
export const SIGNAL_EXIT = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** What each exit code means, as `private-chat --help` prints it. */
export const EXIT_MEANINGS: readonly (readonly [number, string])[] = [
  [EXIT.done, 'done; for send: the message is stored'],
  [EXIT.refused, 'refused by the room or the server'],
  [EXIT.usage, 'called wrongly: nothing was done'],
  [EXIT.unreachable, 'the server can’t be reached, or did not answer in time'],
  [EXIT.gone, 'there is no such room: it never was, or it is over'],
  [EXIT.fault, 'a fault of this program'],
  [EXIT.unwritten, 'what it prints can’t be written, as on a full disk'],
  [SIGNAL_EXIT.SIGINT, 'interrupted (SIGINT; 129 for SIGHUP, 143 for SIGTERM), after the seat was left'],
]
