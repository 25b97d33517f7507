/** What a key does in the chat. */
export type KeyAction =
  | 'send'
  | 'new-line'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'line-start'
  | 'line-end'
  | 'delete-word'
  | 'delete-to-start'
  | 'delete-to-end'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'oldest'
  | 'newest'
  | 'cancel'
  | 'redraw'
  | 'suspend'
  | 'leave'
  | 'leave-if-empty'
  | 'focus'
  | 'blur'

/** One thing typed: a key that does something, or text. A paste is text, too, and never sends itself by its line breaks. */
export type Key = { is: KeyAction } | { is: 'text'; text: string }

/** Keys that are one character. */
const CHARACTERS: Readonly<Record<string, KeyAction>> = {
  '\r': 'send',
  '\n': 'new-line',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x01': 'line-start',
  '\x02': 'left',
  '\x03': 'leave',
  '\x04': 'leave-if-empty',
  '\x05': 'line-end',
  '\x06': 'right',
  '\x0b': 'delete-to-end',
  '\x0c': 'redraw',
  '\x0e': 'down',
  '\x10': 'up',
  '\x15': 'delete-to-start',
  '\x17': 'delete-word',
  '\x1a': 'suspend',
}

/** Keys that are a sequence, without the ESC that it begins with: as xterm, the Linux console, rxvt and tmux send them. */
const SEQUENCES: Readonly<Record<string, KeyAction>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  '[1;5C': 'word-right',
  '[1;5D': 'word-left',
  '[1;3C': 'word-right',
  '[1;3D': 'word-left',
  f: 'word-right',
  b: 'word-left',
  '[H': 'line-start',
  '[F': 'line-end',
  OH: 'line-start',
  OF: 'line-end',
  '[1~': 'line-start',
  '[4~': 'line-end',
  '[7~': 'line-start',
  '[8~': 'line-end',
  '[3~': 'delete',
  '[5~': 'page-up',
  '[6~': 'page-down',
  '[1;5H': 'oldest',
  '[1;5F': 'newest',
  '[I': 'focus',
  '[O': 'blur',
  // Alt and Enter, and how terminals with the kitty protocol or modifyOtherKeys send Shift and Enter.
  '\r': 'new-line',
  '\n': 'new-line',
  '[13;2u': 'new-line',
  '[27;2;13~': 'new-line',
  '\x7f': 'delete-word',
}

const ESC = '\x1b'
const PASTE_START = '\x1b[200~'
const PASTE_END = '\x1b[201~'

/** A whole sequence: CSI with its parameters, SS3, or ESC before one character. */
const SEQUENCE = new RegExp(`^${ESC}(\\[[0-9;:<=>?]*[ -/]*[@-~]|O[@-~]|[^[O])`, 'u')

/** Reads what a terminal sends while keys are pressed. What is cut in the middle waits for its rest. */
export class KeyReader {
  #rest = ''

  /** Whether something waits for its rest: the Escape key alone looks like the beginning of a sequence. */
  get isWaiting(): boolean {
    return this.#rest !== ''
  }

  /** @param chunk what the terminal sent, decoded */
  read(chunk: string): Key[] {
    const keys: Key[] = []
    let rest = this.#rest + chunk
    while (rest !== '') {
      const taken = takeKey(rest, keys)
      if (taken === 0) break
      rest = rest.slice(taken)
    }
    this.#rest = rest
    return keys
  }

  /** Takes what waits as it is: its rest did not come. */
  flush(): Key[] {
    const wasEscape = this.#rest === ESC
    this.#rest = this.#rest.startsWith(PASTE_START) ? this.#rest : ''
    return wasEscape ? [{ is: 'cancel' }] : []
  }
}

/** Takes the first key of `rest`. @returns how long it is; 0 where its end has yet to come */
function takeKey(rest: string, keys: Key[]): number {
  if (rest.startsWith(PASTE_START)) {
    const end = rest.indexOf(PASTE_END)
    if (end === -1) return 0
    keys.push({ is: 'text', text: rest.slice(PASTE_START.length, end).replace(/\r\n?/g, '\n') })
    return end + PASTE_END.length
  }
  if (rest.startsWith(ESC)) {
    const [whole = '', sequence = ''] = SEQUENCE.exec(rest) ?? []
    const is = SEQUENCES[sequence]
    if (is) keys.push({ is })
    return whole.length
  }
  const character = rest.slice(0, 1)
  const is = CHARACTERS[character]
  if (is) {
    keys.push({ is })
    return 1
  }
  const [text = ''] = /^\P{Cc}+/u.exec(rest) ?? []
  if (text) keys.push({ is: 'text', text })
  // Other controls do nothing, but for the tab.
  else if (character === '\t') keys.push({ is: 'text', text: '\t' })
  return text.length || 1
}
