import { StringDecoder } from 'node:string_decoder'
import type { ReadStream, WriteStream } from 'node:tty'
import { type Key, KeyReader } from './keys.ts'
import { paintRow } from './paint-row.ts'
import type { Screen } from './render-chat.ts'

// Switches of xterm that all of today's terminals know, each with what switches it back.
const ALTERNATE_SCREEN = ['\x1b[?1049h', '\x1b[?1049l'] as const
/** A row that is wider here than counted is cut, and can't push the others up. */
const NO_WRAPPING = ['\x1b[?7l', '\x1b[?7h'] as const
const MARKED_PASTE = ['\x1b[?2004h', '\x1b[?2004l'] as const
const TOLD_FOCUS = ['\x1b[?1004h', '\x1b[?1004l'] as const
const SWITCHES = [ALTERNATE_SCREEN, NO_WRAPPING, MARKED_PASTE, TOLD_FOCUS]

const HIDE_CURSOR = '\x1b[?25l'
const SHOW_CURSOR = '\x1b[?25h'
const RESET_STYLE = '\x1b[0m'
const ERASE_ROW = '\x1b[2K'
const moveTo = (row: number, column: number) => `\x1b[${row + 1};${column + 1}H`

/** Milliseconds after which what looks like the beginning of a sequence was the Escape key. A slow line splits sequences, rarely by more. */
const ESCAPE_WAIT = 50

/** Milliseconds after which the screen is taken again where nothing stopped the process, as without a shell that could go on with it. */
const RESUME_WITHIN = 100

interface TerminalOptions {
  input: ReadStream
  output: WriteStream
  /** False where nothing is to be coloured (NO_COLOR). */
  hasColour: boolean
  onKey(key: Key): void
  /** After another size of the window, and after the process went on: everything is to be painted again. */
  onResize(): void
}

/**
 * A terminal that one program has to itself. It works on the alternate screen, which has no scrollback, moves no row there, and
 * erases every row before it gives the screen back: nothing that was shown stays.
 */
export class Terminal {
  readonly #options: TerminalOptions
  readonly #keys = new KeyReader()
  readonly #decoder = new StringDecoder('utf8')
  #escapeTimer: NodeJS.Timeout | undefined
  #isOpen = false
  #painted: readonly string[] = []

  constructor(options: TerminalOptions) {
    this.#options = options
    const { input, output } = options
    input.on('data', this.#read)
    output.on('resize', this.#resize)
    process.on('SIGCONT', this.#resume)
    process.on('SIGTSTP', this.#suspend)
    // However the process ends, but by SIGKILL.
    process.on('exit', this.#giveBack)
    this.#take()
  }

  get columns(): number {
    return this.#options.output.columns
  }

  get rows(): number {
    return this.#options.output.rows
  }

  /** Shows a screen. Only rows that changed are sent. */
  paint(screen: Screen): void {
    if (!this.#isOpen) return
    const rows = screen.rows.map((row) => paintRow(row, this.#options.hasColour))
    const changed = rows.flatMap((row, index) =>
      row === this.#painted[index] ? [] : [moveTo(index, 0) + ERASE_ROW + row],
    )
    this.#painted = rows
    const { row, column } = screen.cursor
    this.#write(HIDE_CURSOR + changed.join('') + moveTo(row, column) + SHOW_CURSOR)
  }

  /** Has the next `paint` send every row, as after something else wrote on the screen. */
  forget(): void {
    this.#painted = []
  }

  /** Gives the screen back and stops the process, as Ctrl+Z does everywhere. `fg` goes on with it. */
  suspend(): void {
    this.#giveBack()
    process.off('SIGTSTP', this.#suspend)
    // To all of the group, like the terminal's own key: the shell waits for its first process, which may be npm's.
    process.kill(0, 'SIGTSTP')
    setTimeout(this.#resume, RESUME_WITHIN)
  }

  /** Gives the screen back for good. */
  close(): void {
    const { input, output } = this.#options
    clearTimeout(this.#escapeTimer)
    input.off('data', this.#read)
    output.off('resize', this.#resize)
    process.off('SIGCONT', this.#resume)
    process.off('SIGTSTP', this.#suspend)
    process.off('exit', this.#giveBack)
    this.#giveBack()
    input.pause()
  }

  readonly #read = (chunk: Buffer): void => {
    clearTimeout(this.#escapeTimer)
    this.#tell(this.#keys.read(this.#decoder.write(chunk)))
    if (this.#keys.isWaiting)
      this.#escapeTimer = setTimeout(() => this.#tell(this.#keys.flush()), ESCAPE_WAIT)
  }

  #tell(keys: readonly Key[]): void {
    for (const key of keys) this.#options.onKey(key)
  }

  readonly #resize = (): void => {
    this.forget()
    this.#options.onResize()
  }

  readonly #suspend = (): void => this.suspend()

  readonly #resume = (): void => {
    if (this.#isOpen) return
    process.off('SIGTSTP', this.#suspend)
    process.on('SIGTSTP', this.#suspend)
    this.#take()
    this.#resize()
  }

  #take(): void {
    this.#isOpen = true
    this.#options.input.setRawMode(true)
    this.#options.input.resume()
    this.#write(SWITCHES.map(([on]) => on).join(''))
  }

  readonly #giveBack = (): void => {
    if (!this.#isOpen) return
    this.#isOpen = false
    // Row by row: erasing the whole screen at once puts it into the scrollback where a terminal has no alternate screen.
    const erased = Array.from({ length: this.rows }, (_, row) => moveTo(row, 0) + ERASE_ROW).join('')
    const off = SWITCHES.toReversed().map(([, off]) => off)
    this.#write(RESET_STYLE + erased + moveTo(0, 0) + SHOW_CURSOR + off.join(''))
    this.#options.input.setRawMode(false)
    this.#painted = []
  }

  #write(sequence: string): void {
    this.#options.output.write(sequence)
  }
}
