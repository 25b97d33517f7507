import { widthOf } from '../../packages/client/src/cli/chat/text-width.ts'

const ESC = '\x1b'
const CSI = new RegExp(`^${ESC}\\[([?>]?)([0-9;]*)([A-Za-z])`)
const segmenter = new Intl.Segmenter()

/** Switches of a terminal that a program may leave on. */
const SWITCHES = { 7: 'wrapping', 25: 'cursor', 1004: 'focus', 1049: 'alternate', 2004: 'paste' } as const
type Switch = (typeof SWITCHES)[keyof typeof SWITCHES]

/**
 * A terminal, as far as `private-chat` and a shell use one. Whatever it does not know is an error: so a test also finds out when
 * something reaches the terminal that should not.
 */
export class TerminalScreen {
  /** What is switched on. A terminal begins with these. */
  readonly on = new Set<Switch>(['wrapping', 'cursor'])
  #columns: number
  #rows: number
  #main: string[][] = []
  #alternate: string[][] = []
  #row = 0
  #column = 0
  #saved: [row: number, column: number] = [0, 0]
  #rest = ''

  constructor(columns: number, rows: number) {
    this.#columns = columns
    this.#rows = rows
  }

  resize(columns: number, rows: number): void {
    this.#columns = columns
    this.#rows = rows
    for (const cells of this.#alternate) cells.length = Math.min(cells.length, columns)
    this.#alternate.length = Math.min(this.#alternate.length, rows)
  }

  /** Returns the rows that stand there, without blanks behind them. */
  get rows(): string[] {
    return this.#read(this.on.has('alternate') ? this.#alternate : this.#main)
  }

  /** Returns all that stands on the main screen and above it, as somebody finds it who scrolls up afterwards. */
  get scrollback(): string {
    return this.#read(this.#main).join('\n')
  }

  /** Takes what a program wrote. */
  write(output: string): void {
    let rest = this.#rest + output
    this.#rest = ''
    while (rest !== '') {
      const [text = ''] = /^\P{Cc}+/u.exec(rest) ?? []
      if (text) this.#print(text)
      const taken = text.length || this.#obey(rest)
      if (taken === 0) {
        this.#rest = rest
        return
      }
      rest = rest.slice(taken)
    }
  }

  /** Obeys what is at the beginning. @returns how long that is; 0 where its end has yet to come */
  #obey(rest: string): number {
    if (!rest.startsWith(ESC)) return this.#control(rest.charAt(0))
    const [whole, mark = '', numbers = '', letter = ''] = CSI.exec(rest) ?? []
    if (whole === undefined) {
      if (rest.length < 16 && !/[\]P_^X]/.test(rest.charAt(1))) return 0
      throw new Error(`nothing like this is to reach a terminal: ${JSON.stringify(rest.slice(0, 40))}`)
    }
    const [first = 0, second = 0] = numbers.split(';').map(Number)
    if (mark === '?' && (letter === 'h' || letter === 'l')) this.#switch(first, letter === 'h')
    else if (letter === 'H') [this.#row, this.#column] = [(first || 1) - 1, (second || 1) - 1]
    else if (letter === 'K') this.#erase(first)
    else if (letter !== 'm' || mark) throw new Error(`this terminal does not know ${JSON.stringify(whole)}`)
    return whole.length
  }

  #control(character: string): number {
    if (character === '\r') this.#column = 0
    else if (character === '\n') this.#row += 1
    else if (character === '\b') this.#column = Math.max(0, this.#column - 1)
    else if (character !== '\x07')
      throw new Error(`a control reached the terminal: ${JSON.stringify(character)}`)
    return 1
  }

  #switch(number: number, isOn: boolean): void {
    const name = SWITCHES[number as keyof typeof SWITCHES]
    if (!name) throw new Error(`this terminal has no switch ${number}`)
    if (isOn) this.on.add(name)
    else this.on.delete(name)
    if (name !== 'alternate') return
    this.#alternate = []
    if (isOn) this.#saved = [this.#row, this.#column]
    else [this.#row, this.#column] = this.#saved
  }

  get #cells(): string[] {
    const screen = this.on.has('alternate') ? this.#alternate : this.#main
    while (screen.length <= this.#row) screen.push([])
    return screen[this.#row] ?? []
  }

  #erase(what: number): void {
    if (what === 2) this.#cells.length = 0
    else this.#cells.length = Math.min(this.#cells.length, this.#column)
  }

  #print(text: string): void {
    // A program that has not yet heard of a smaller window writes beyond it, and nothing is seen of that.
    if (this.on.has('alternate') && this.#row >= this.#rows) return
    for (const { segment } of segmenter.segment(text)) {
      const width = widthOf(segment)
      if (this.#column + width > this.#columns) {
        if (!this.on.has('wrapping')) return
        this.#row += 1
        this.#column = 0
      }
      const cells = this.#cells
      while (cells.length < this.#column) cells.push(' ')
      cells[this.#column] = segment
      if (width === 2) cells[this.#column + 1] = ''
      this.#column += width
    }
  }

  #read(screen: string[][]): string[] {
    return screen.map((cells) => cells.join('').trimEnd())
  }
}
