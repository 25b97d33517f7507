import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Counts, FAULTS, FaultLine, LogLine } from './log-line.ts'

const PAGE = readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8')

/** The rows of the table whose head begins with this cell: the cells of each. */
function readTable(head: string): string[][] {
  const [, rows = ''] = PAGE.split(new RegExp(`^\\| ${head} \\|.*\\n\\|[- |]*\\n`, 'm'))
  const [table = ''] = rows.split('\n\n')
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map(([, ...cells]) => cells)
}

test('docs/operating.md lists every fault with its level, and none that is not there', () => {
  const rows = readTable('event').map(([event, level]) => [event, level])
  expect(rows.sort()).toEqual(Object.entries(FAULTS).sort())
})

test('docs/operating.md lists every field of a line', () => {
  expect(readTable('field \\| meaning').map(([field]) => field)).toEqual(Object.keys(FaultLine.shape))
  expect(readTable('field \\| counts').map(([field]) => field)).toEqual(Object.keys(Counts.shape))
})

test('the lines that docs/operating.md shows are lines of the log', () => {
  const shown = Array.from(PAGE.matchAll(/^```json\n(.*?)\n```/gms), ([, line = '']) => JSON.parse(line))
  expect(shown.map((line) => LogLine.parse(line).level)).toEqual(['error', 'info'])
})
