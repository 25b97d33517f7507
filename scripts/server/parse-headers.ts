import type { HeaderRule } from '../../serve/file-index.ts'

/**
 * Parses a `_headers` file: paths with `*` for anything, and below each, indented, the headers that it sets, or `! Name` for
 * one that it takes away.
 * @throws where a line is something else that the platform knows (hosts, placeholders): it would be left out without a word
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const said = line.trim()
    if (said === '' || said.startsWith('#')) continue
    const fail = (why: string) => new Error(`_headers, line ${index + 1}: ${why}`)
    if (!/^\s/.test(line)) {
      if (!/^\/[^:\s]*$/.test(said)) throw fail('only paths with `*` are understood here')
      rules.push({ pattern: matchPath(said), set: [], unset: [] })
      continue
    }
    const rule = rules.at(-1)
    if (rule === undefined) throw fail('a header stands before the first path')
    const [, removed] = /^!\s*(\S+)$/.exec(said) ?? []
    const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(said) ?? []
    if (removed !== undefined) rule.unset.push(removed)
    else if (name !== undefined && value !== undefined) rule.set.push([name, value])
    else throw fail('this is no header')
  }
  return rules
}

/** Returns a regular expression for paths in which `*` stands for anything. */
export function matchPath(path: string): string {
  return `^${path.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '*' ? '.*' : `\\${sign}`))}$`
}
