/** A rule of `_headers`: what it sets and takes away where an address matches its path, in which `*` stands for anything. */
export interface HeaderRule {
  path: string
  set: [name: string, value: string][]
  unset: string[]
}

/**
 * Parses a `_headers` file: paths with `*` for anything, and below each, indented, the headers that it sets, or `! Name` for
 * one that it takes away.
 * @throws an error where a line is something else that the platform knows (hosts, placeholders): it would be left out without a word
 */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const said = line.trim()
    if (said === '' || said.startsWith('#')) continue
    const fail = (why: string) => new Error(`_headers, line ${index + 1}: ${why}`)
    if (!/^\s/.test(line)) {
      if (!/^\/[^:\s]*$/.test(said)) throw fail('only paths with `*` are understood here')
      rules.push({ path: said, set: [], unset: [] })
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
