import { SERVER_NAMES } from './benchmark-server.ts'
import type { Figures } from './benchmarks/benchmark.ts'
import { type Goal, medianFigure, type Results } from './goals.ts'

/** Returns a number with three significant digits. */
function formatNumber(value: number): string {
  if (Number.isNaN(value)) return ''
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB')
  return String(Number(value.toPrecision(3)))
}

/** Returns rows as a Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** Returns the table of one benchmark: the median of each figure, by server. */
export function benchmarkTable(what: string, benchmark: string, results: Results): string {
  const names = SERVER_NAMES.filter((name) => results[benchmark]?.[name] !== undefined)
  const keys = Object.keys(names[0] === undefined ? {} : (results[benchmark]?.[names[0]]?.[0] ?? {}))
  const rows = names.map((name) => [
    name,
    ...keys.map((key) => formatNumber(medianFigure(results, benchmark, name, key))),
  ])
  return markdownTable([what, ...keys], rows)
}

/** Returns the table of what the platform would bill. */
export function billingTable(bill: Record<string, Figures>): string {
  const keys = [...new Set(Object.values(bill).flatMap(Object.keys))]
  const rows = Object.entries(bill).map(([what, figures]) => [
    what,
    ...keys.map((key) => formatNumber(figures[key] ?? Number.NaN)),
  ])
  return markdownTable(['counted', ...keys], rows)
}

/** Returns the table of the goals. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ name, limit, measured, isMet }) => [
    name,
    limit,
    formatNumber(measured),
    isMet ? 'yes' : 'no',
  ])
  return markdownTable(['goal', 'limit', 'measured', 'met'], rows)
}
