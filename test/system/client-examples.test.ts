import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createRoom, joinRoom, type RoomSession } from '../../packages/client/src/index.ts'
import { type Example, readExamples, readPublicNames } from '../support/client-examples.ts'
import { expectDone } from '../support/client-people.ts'
import { type Server, startServer } from '../support/server.ts'

/** Examples become modules here, below the project, so that they import as a script would. */
const FOLDER = join(import.meta.dirname, '../../.cache/examples')

const examples = readExamples()
let server: Server
const here: RoomSession[] = []

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true })
  server = await startServer({ rateLimits: 'off' })
})
afterEach(() => {
  for (const session of here.splice(0)) session.close()
})
afterAll(() => server?.stop())

/** A room in which the script is the host, called Ada, and somebody else is, called Ben. */
async function meet() {
  const { seat, link } = expectDone(await createRoom({ server: server.origin, capacity: 10 }))
  const room = expectDone(await joinRoom({ seat, alias: 'Ada' }))
  const friend = expectDone(await joinRoom({ link, alias: 'Ben' }))
  here.push(room, friend)
  // The room tells of a join a moment after it was answered.
  await expect.poll(() => room.participants.length).toBe(2)
  return { room, link, friend }
}

function writeModule({ name, imports, body, given }: Example): string {
  const path = join(FOLDER, `${name.replace(/\W/g, '-')}.ts`)
  const code = `${imports}export async function run({ ${given.join(', ')} }) {\n${body}}\n`
  writeFileSync(path, code.replaceAll('https://chat.example', server.origin))
  return path
}

test.for(examples)('example $name prints what it says', async (example) => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const module: { run(given: object): Promise<void> } = await import(writeModule(example))
  const given = example.given.length > 0 ? await meet() : {}
  await module.run(given)
  const printed = print.mock.calls.map((line) => line.map(String).join(' '))
  print.mockRestore()
  expect(printed).toEqual(example.prints)
})

test('every name of the package is described, and stands in an example', () => {
  const names = readPublicNames()
  expect(names.length).toBeGreaterThan(30)
  const code = examples.map(({ imports, body }) => imports + body).join('\n')
  const isShown = ({ name }: { name: string }) => new RegExp(`\\b${name}\\b`).test(code)
  expect(names.filter((each) => !each.isDescribed || !isShown(each))).toEqual([])
})
