import { expect, test } from 'vitest'
import { chooseScript } from './choose-script.ts'

/** Who imports what: at once, and later. */
const IMPORTS: Record<string, { now?: string[]; later?: string[] }> = {
  'app/main.tsx': {
    now: ['app/theme.ts'],
    later: ['lobby/open-lobby.tsx', 'room/open-room.ts', 'room/room-page.tsx', 'room/expiry.ts'],
  },
  'lobby/open-lobby.tsx': { now: ['ui/button.tsx', 'lobby/form.tsx'] },
  'room/open-room.ts': { now: ['room/model.ts', 'room/common.ts'], later: ['room/room-parts.ts'] },
  'room/room-page.tsx': {
    now: ['ui/button.tsx', 'room/common.ts', 'room/list.tsx'],
    later: ['room/tools.tsx'],
  },
  'room/room-parts.ts': { now: ['room/hands.tsx', 'room/list.tsx', 'room/names.ts', 'room/expiry.ts'] },
  'room/tools.tsx': { now: ['room/hands.tsx', 'room/dialogs.tsx'] },
  'account/transcript.ts': { now: ['room/names.ts'] },
}
const idOf = (path: string) => `/somewhere/client/${path}`
const choose = (path: string) =>
  chooseScript(idOf(path), (id) => {
    const importers = (kind: 'now' | 'later') =>
      Object.keys(IMPORTS).filter((importer) => IMPORTS[importer]?.[kind]?.some((one) => idOf(one) === id))
    return { importers: importers('now').map(idOf), dynamicImporters: importers('later').map(idOf) }
  })

test.for([
  { what: 'what every page loads', path: 'app/theme.ts', script: 'shared' },
  { what: 'what both the lobby and a room load', path: 'ui/button.tsx', script: 'shared' },
  { what: 'what the lobby alone loads', path: 'lobby/form.tsx', script: 'open-lobby' },
  { what: 'what enters a room', path: 'room/model.ts', script: 'open-room' },
  { what: 'what enters a room and shows it', path: 'room/common.ts', script: 'open-room' },
  { what: 'what shows a room', path: 'room/list.tsx', script: 'room-page' },
  { what: 'what goes on beside the conversation', path: 'room/hands.tsx', script: 'room-parts' },
  { what: 'what a page elsewhere needs of that', path: 'room/names.ts', script: null },
  { what: 'what a page elsewhere loads later of that', path: 'room/expiry.ts', script: null },
  { what: 'what is loaded on demand', path: 'room/dialogs.tsx', script: null },
])('$what is in $script', ({ path, script }) => {
  expect(choose(path)).toBe(script)
})
