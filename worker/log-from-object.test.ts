import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const WORKER = import.meta.dirname

/** Every file that is loaded with this one: types alone load nothing. */
function loadedWith(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found
  found.add(entry)
  const source = readFileSync(entry, 'utf8')
  for (const [, what = '', path = ''] of source.matchAll(/^(?:import|export) ([^'";]*?)from '(\.[^']+)'/gm)) {
    const isTypeOnly = what.startsWith('type ') || /^\{(\s*type [^,}]+,?)+\s*\}\s*$/.test(what)
    if (!isTypeOnly) loadedWith(resolve(dirname(entry), path), found)
  }
  return found
}

/** What a file takes from the log. */
function takenFromLog(file: string): string[] {
  const taken = /import \{([^}]*)\} from '[./]+\/log\.ts'/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  return taken.split(',').flatMap((name) => name.trim().replace(/^type /, '') || [])
}

describe('a line in the log', () => {
  const inWorker = [...loadedWith(join(WORKER, 'app.ts'))].filter((file) => file.startsWith(WORKER))

  test('is written by objects alone: beside one of the Worker’s stands an address that may name a room', () => {
    expect(inWorker.length).toBeGreaterThan(30)
    expect(inWorker.filter((file) => takenFromLog(file).length > 0)).toEqual([])
    expect(takenFromLog(join(WORKER, 'room/runtime.ts'))).toContain('log')
    expect(takenFromLog(join(WORKER, 'relay/relay.ts'))).toContain('writeLine')
  })

  test('leaves by one place', () => {
    const files = readdirSync(WORKER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter((name) => /\bconsole[.[]/.test(readFileSync(join(WORKER, name), 'utf8')))
    expect(files).toEqual(['log.ts'])
  })
})

test('nothing that carries addresses is switched on: no invocation logs, no traces, no queries', () => {
  const settings = readFileSync(join(WORKER, '../wrangler.toml'), 'utf8').replace(/^#.*$/gm, '')
  const section = (name: string) => settings.split(`[${name}]\n`)[1]?.split(/^\[/m)[0]
  expect(section('observability')).toMatch(/^redact_query_string = true$/m)
  expect(section('observability.logs')).toMatch(/^invocation_logs = false$/m)
  expect(section('observability.traces')).toMatch(/^enabled = false$/m)
  expect(settings).not.toMatch(/logpush|tail_consumers|head_sampling_rate/)
})
