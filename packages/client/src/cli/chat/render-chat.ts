import { toSafeLine } from '../safe-text.ts'
import type { ChatState } from './chat-state.ts'
import { layComposer } from './composer.ts'
import { layEntry, type Row } from './lay-entry.ts'
import { fitLine, padLine, widthOf } from './text-width.ts'

/** What stands on the screen: its rows from the top, and the cursor, both counted from 0. */
export interface Screen {
  rows: readonly Row[]
  cursor: { row: number; column: number }
}

/** Columns and rows below which nothing of a chat can be shown. */
const LEAST = { columns: 12, rows: 4 }

/** Rows below which the lines between the parts are left out. */
const RULES_FROM = 10

/** Rows that the text one types takes at most, and the part of the screen that it takes at most. */
const COMPOSER = { rows: 6, part: 1 / 3 }

const PROMPT = '> '

/**
 * Draws the chat: title, messages, what is being typed. It always has as many rows as the screen, none wider than it.
 * @param now Unix milliseconds
 */
export function renderChat(state: ChatState, now: number): Screen {
  const { columns, rows } = state
  if (columns < LEAST.columns || rows < LEAST.rows) return renderTooSmall(columns, rows)
  const hasRules = rows >= RULES_FROM
  const input = layInput(state)
  const top = [layTitle(state, now), ...(hasRules ? [layRule(columns, '')] : [])]
  const space = measureList(state)
  const list = takeRows(state, space)
  const bottom = hasRules ? [layRule(columns, describeBottom(state))] : []
  const above = top.length + space + bottom.length
  return {
    rows: [...top, ...list, ...bottom, ...input.rows],
    cursor: { row: above + input.cursor.row, column: input.cursor.column },
  }
}

/** Returns how many rows the messages have on the screen. */
export function measureList(state: ChatState): number {
  const rules = state.rows >= RULES_FROM ? 2 : 0
  return Math.max(0, state.rows - 1 - rules - layInput(state).rows.length)
}

/** Returns how many rows all entries have. */
export function measureEntries({ entries, columns, unread }: ChatState): number {
  const rows = entries.reduce(
    (sum, entry, index) => sum + layEntry(entry, entries[index - 1], columns).length,
    0,
  )
  return rows + (unread === null ? 0 : 1)
}

/** Takes the rows of the list that are on the screen, from the newest up. */
function takeRows(state: ChatState, space: number): Row[] {
  const { entries, columns, scroll, unread } = state
  const taken: Row[] = []
  const wanted = scroll + space
  for (let index = entries.length - 1; index >= 0 && taken.length < wanted; index -= 1) {
    const entry = entries[index]
    if (!entry) continue
    const rows = layEntry(entry, entries[index - 1], columns)
    // Put together from the last row to the first.
    for (const row of rows.toReversed()) taken.push(row)
    if (entry === unread) taken.push({ kind: 'unread', text: ruleWith(columns, 'new') })
  }
  const shown = taken.slice(scroll, wanted).reverse()
  const missing = Array.from({ length: space - shown.length }, (): Row => ({ kind: 'empty', text: '' }))
  return [...missing, ...shown]
}

function layTitle({ columns, title, status, present, people, endsAt }: ChatState, now: number): Row {
  const left = endsAt === null ? '' : formatTimeLeft(endsAt - now)
  const line = status === 'connected' ? '' : status === 'waiting' ? 'at the door' : 'connecting…'
  const right = [line, left].filter(Boolean).join(' · ')
  const names = people.map(toSafeLine).join(', ')
  const here = present > 0 ? ` · ${present} here${names ? `: ${names}` : ''}` : ''
  const space = columns - widthOf(right) - 1
  return { kind: 'title', text: `${padLine(fitLine(toSafeLine(title) + here, space), space)} ${right}` }
}

function describeBottom({ typing, scroll, unread }: ChatState): string {
  if (scroll > 0)
    return unread === null ? 'older messages · End shows the newest' : 'new messages below · End'
  const [first, second, ...others] = typing.map(toSafeLine)
  if (first === undefined) return ''
  if (second === undefined) return `${first} is typing`
  return others.length > 0 ? 'several are typing' : `${first} and ${second} are typing`
}

/** Lays out what is being typed, or what is asked or said in its place. */
function layInput(state: ChatState): Screen {
  const { columns, rows, composer, question, note } = state
  const space = columns - PROMPT.length
  const laid = layComposer(composer, space)
  const most = Math.max(1, Math.min(COMPOSER.rows, Math.floor(rows * COMPOSER.part)))
  const first = Math.max(0, Math.min(laid.cursor.row - most + 1, laid.rows.length - most))
  const shown = laid.rows.slice(first, first + most)
  const said = question ? 'Destroy this room and all that was said, for everybody? y/n' : note
  const noteRows: Row[] = said ? [{ kind: 'note', text: fitLine(toSafeLine(said), columns) }] : []
  return {
    rows: [
      ...noteRows,
      ...shown.map(
        (text, index): Row => ({
          kind: 'input',
          text: (first + index === 0 ? PROMPT : ' '.repeat(PROMPT.length)) + text,
        }),
      ),
    ],
    cursor: {
      row: noteRows.length + laid.cursor.row - first,
      column: PROMPT.length + laid.cursor.column,
    },
  }
}

function layRule(columns: number, text: string): Row {
  return { kind: 'rule', text: ruleWith(columns, text) }
}

function ruleWith(columns: number, text: string): string {
  const start = text ? fitLine(`── ${text} `, columns) : ''
  return start + '─'.repeat(Math.max(0, columns - widthOf(start)))
}

function renderTooSmall(columns: number, rows: number): Screen {
  const texts = ['Too small', ...Array.from({ length: Math.max(0, rows - 1) }, () => '')].slice(0, rows)
  return {
    rows: texts.map((text) => ({ kind: 'note', text: fitLine(text, columns) })),
    cursor: { row: 0, column: 0 },
  }
}

/** Writes milliseconds as `m:ss left`; a started second counts as a whole one, as on the page. */
function formatTimeLeft(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1_000))
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)} left`
}
