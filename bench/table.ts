import { NAMES } from './contender.ts'
import { figure, type Goal, type Results } from './goals.ts'
import type { Figures } from './measures/measure.ts'

/** A number as one reads it: three digits that say something. */
function number(value: number): string {
  if (Number.isNaN(value)) return ''
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB')
  return String(Number(value.toPrecision(3)))
}

/** Rows as a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** What came out of one measure. */
export function measureTable(what: string, measure: string, results: Results): string {
  const names = NAMES.filter((name) => results[measure]?.[name] !== undefined)
  const keys = Object.keys(names[0] === undefined ? {} : (results[measure]?.[names[0]]?.[0] ?? {}))
  const rows = names.map((name) => [name, ...keys.map((key) => number(figure(results, measure, name, key)))])
  return table([what, ...keys], rows)
}

/** What the platform would bill. */
export function billTable(bill: Record<string, Figures>): string {
  const keys = [...new Set(Object.values(bill).flatMap(Object.keys))]
  const rows = Object.entries(bill).map(([what, figures]) => [
    what,
    ...keys.map((key) => number(figures[key] ?? Number.NaN)),
  ])
  return table(['counted', ...keys], rows)
}

/** What was aimed at. */
export function goalTable(all: readonly Goal[]): string {
  const rows = all.map(({ goal, measured, isReached }) => [goal, number(measured), isReached ? 'yes' : 'no'])
  return table(['goal', 'measured', 'reached'], rows)
}
