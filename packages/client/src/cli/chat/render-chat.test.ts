import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addEntry, addOlder, dropPending, replaceMessage } from './apply-entry.ts'
import { applyKey } from './apply-key.ts'
import { say } from './apply-room-event.ts'
import { type ChatMessage, type ChatState, makeChatState } from './chat-state.ts'
import { insertText } from './composer.ts'
import type { Key, KeyAction } from './keys.ts'
import { paintRow } from './paint-row.ts'
import { renderChat } from './render-chat.ts'
import { widthOf, wrapText } from './text-width.ts'

const NOON = new Date(2026, 10, 27, 12, 0).getTime()

function message(seq: number | null, text: string, rest: Partial<ChatMessage> = {}): ChatMessage {
  const at = NOON + (seq ?? 0) * 1_000
  return {
    is: 'message',
    id: `m${seq ?? ''}${text}`,
    seq,
    participantId: 'ada',
    sender: 'Ada',
    isMine: false,
    at,
    text,
    mark: '',
    ...rest,
  }
}

function chat(given: Partial<ChatState>, ...said: ChatMessage[]): ChatState {
  return said.reduce(addEntry, makeChatState({ columns: 40, rows: 12, ...given }))
}

const draw = (state: ChatState) => renderChat(state, NOON).rows.map(({ text }) => text.trimEnd())
const press = (state: ChatState, ...actions: KeyAction[]) =>
  actions.reduce((latest, is) => applyKey(latest, { is } as Key).state, state)

test('a chat: title, what was said, what is typed', () => {
  const state = chat(
    { title: 'Retro', present: 2, people: ['You', 'Ada'], endsAt: NOON + 65_000, typing: ['Ada'] },
    message(1, 'hello\nthere'),
    message(2, 'again'),
    message(3, 'mine', { isMine: true, participantId: 'me', sender: 'Ben' }),
  )
  expect(draw({ ...say(state, 'Ada left.'), composer: { before: 'ty', after: '' } })).toEqual(
    [
      'Retro · 2 here: You, Ada       1:05 left',
      '─'.repeat(40),
      '12:00 Ada',
      '  hello',
      '  there',
      '  again',
      '12:00 You',
      '  mine',
      '· Ada left.',
      `── Ada is typing ${'─'.repeat(23)}`,
      '> ty',
    ].toSpliced(2, 0, ''),
  )
})

test('without colours a row is text alone; with them a name has its own', () => {
  const [row] = renderChat(chat({ rows: 4 }, message(1, 'x')), NOON).rows.filter(({ name }) => name)
  if (!row) throw new Error('there is a row with a name')
  expect(paintRow(row, false)).toBe('12:00 Ada')
  expect(paintRow(row, true)).toBe('\x1b[2m12:00 \x1b[0m\x1b[1m\x1b[36mAda\x1b[0m\x1b[0m')
})

test('a text stands where no name, notice or mark can, and is wrapped between words', () => {
  const forged = '17:00 Ben\n· Ada left.\n── new ──'
  const rows = draw(chat({}, message(1, `${forged}\nsome words that are too long for one row`)))
  expect(rows.filter((row) => /^(17|·|── new)/.test(row))).toEqual([])
  expect(rows).toContain('  some words that are too long for one')
  expect(rows).toContain('  row')
})

test.for([
  { text: 'one two three', columns: 8, rows: ['one two', 'three'] },
  { text: 'one two', columns: 3, rows: ['one', 'two'] },
  { text: '  indented code stays', columns: 10, rows: ['  indented', 'code stays'] },
  { text: 'a verylongword', columns: 6, rows: ['a', 'verylo', 'ngword'] },
  { text: '日本語日本語', columns: 5, rows: ['日本', '語日', '本語'] },
  { text: 'x 👩‍👩‍👧‍👦👍🏽', columns: 4, rows: ['x', '👩‍👩‍👧‍👦👍🏽'] },
  { text: 'e\u0301'.repeat(5), columns: 4, rows: ['e\u0301'.repeat(4), 'e\u0301'] },
  { text: 'a\n\nb', columns: 9, rows: ['a', '', 'b'] },
])('a text is wrapped: $text', ({ text, columns, rows }) => {
  expect(wrapText(text, columns)).toEqual(rows)
})

test('a name can’t be more than a name', () => {
  const rows = draw(chat({}, message(1, 'x', { sender: 'Eve\n12:00 Ada\x1b[1A' })))
  expect(rows).toContain('12:00 Eve 12:00 Ada[1A')
})

test('who scrolls up goes on seeing the same, and is told what came', () => {
  const full = chat({}, ...Array.from({ length: 20 }, (_, index) => message(index + 1, `line ${index + 1}`)))
  const up = press(full, 'page-up')
  const shown = draw(up).slice(2, -2)
  const later = addEntry(up, message(21, 'news'))
  expect(draw(later).slice(2, -2)).toEqual(shown)
  expect(draw(later)[10]).toContain('new messages below')
  const rows = draw(press(later, 'newest'))
  expect(rows.slice(-4, -2)).toEqual([`── new ${'─'.repeat(33)}`, '  news'])
  expect(draw(applyKey(insert(press(later, 'newest'), 'ok'), { is: 'send' }).state).join()).not.toContain(
    '── new',
  )
})

const insert = (state: ChatState, text: string) => ({ ...state, composer: insertText(state.composer, text) })

test('what came while the window had no focus is marked', () => {
  const away = press(chat({}, message(1, 'old')), 'blur')
  expect(draw(addEntry(away, message(2, 'news'))).slice(-5, -2)).toEqual([
    '  old',
    `── new ${'─'.repeat(33)}`,
    '  news',
  ])
})

test('the top is asked for older messages, once, and they stand above', () => {
  const some = chat(
    {},
    ...Array.from({ length: 20 }, (_, index) => message(index + 101, `line ${index + 101}`)),
  )
  const { state, effect } = applyKey(some, { is: 'oldest' })
  expect(effect).toEqual({ is: 'fetch-older' })
  const shown = draw(state).slice(3, -2)
  const more = addOlder(state, [message(99, 'older'), message(100, 'old')], false)
  expect(draw(more).slice(3, -2)).toEqual(shown)
  expect(applyKey(press(more, 'oldest'), { is: 'up' }).effect).toBeUndefined()
  expect(draw(press(more, 'oldest'))).toContain('  older')
})

test('what was sent stands there at once, and where the room stored it afterwards', () => {
  const mine = { isMine: true, participantId: 'me', id: 'x' }
  const sent = chat({}, message(1, 'one'), message(null, 'mine', mine))
  const heard = addEntry(sent, message(2, 'two'))
  expect(heard.entries.map((entry) => entry.is === 'message' && entry.seq)).toEqual([1, 2, null])
  const stored = addEntry(heard, message(3, 'mine', mine))
  expect(stored.entries.map((entry) => entry.is === 'message' && entry.seq)).toEqual([1, 2, 3])
  expect(addEntry(stored, message(3, 'mine', mine)).entries).toHaveLength(3)
  expect(dropPending(heard, 'x').entries).toHaveLength(2)
})

test('an edit takes the place of what was said', () => {
  const state = replaceMessage(chat({}, message(1, 'teh')), message(1, 'the', { mark: 'edited' }))
  expect(draw(state)).toContain('12:00 Ada (edited)')
  expect(draw(state)).toContain('  the')
})

test('to destroy is asked, and only y does it', () => {
  const asked = { ...chat({}), question: { is: 'destroy' } } as const
  expect(draw(asked)).toContain('Destroy this room and all that was said…')
  expect(applyKey(asked, { is: 'text', text: 'y' })).toMatchObject({
    state: { question: null },
    effect: { is: 'destroy' },
  })
  for (const key of [{ is: 'send' }, { is: 'cancel' }, { is: 'text', text: 'n' }] as const)
    expect(applyKey(asked, key).effect).toBeUndefined()
})

test('Ctrl+D leaves where nothing is typed, and otherwise deletes', () => {
  expect(applyKey(chat({}), { is: 'leave-if-empty' }).effect).toEqual({ is: 'leave' })
  const typed = { ...chat({}), composer: { before: '', after: 'ab' } }
  expect(applyKey(typed, { is: 'leave-if-empty' })).toMatchObject({ state: { composer: { after: 'b' } } })
})

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('日本語', '👩‍👩‍👧‍👦', 'e\u0301', '\x1b[2J', '\n', ' ', 'ﷺ', 'नमस्ते', '❤️', '1️⃣'),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

test('whatever is said, typed and pressed, the screen has its rows, and none is too wide', () => {
  fc.assert(
    fc.property(
      fc.record({ columns: fc.integer({ min: 1, max: 90 }), rows: fc.integer({ min: 1, max: 30 }) }),
      fc.array(fc.record({ sender: text, text }), { maxLength: 6 }),
      text,
      fc.array(fc.constantFrom<KeyAction>('page-up', 'up', 'down', 'page-down', 'oldest', 'newest'), {
        maxLength: 4,
      }),
      (size, said, typed, keys) => {
        const start = chat({ ...size, title: typed, typing: said.map(({ sender }) => sender) })
        const full = said.reduce(
          (state, each, index) => addEntry(state, message(index + 1, each.text, each)),
          start,
        )
        const state = press(insert(full, typed), ...keys)
        const { rows, cursor } = renderChat(state, NOON)
        expect(rows).toHaveLength(size.rows)
        for (const row of rows) {
          expect(widthOf(row.text)).toBeLessThanOrEqual(size.columns)
          expect(row.text).not.toMatch(/\p{Cc}/u)
        }
        expect(cursor.row).toBeLessThan(size.rows)
        expect(cursor.column).toBeLessThan(Math.max(size.columns, 1))
      },
    ),
    // The example was found by chance once: a separator of lines that is no line feed.
    { numRuns: 300, examples: [[{ columns: 12, rows: 4 }, [], '\u2028', []]] },
  )
})
