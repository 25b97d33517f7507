import { createSignal } from 'solid-js'
import { deviceStorage } from '../../browser/browser-storage.ts'
import type { SafeStorage } from '../../net/safe-storage.ts'

/** How much of a room a screen reader is given to read out: all that happens, what is said, or nothing. */
export const VERBOSITIES = ['all', 'messages', 'none'] as const
export type Verbosity = (typeof VERBOSITIES)[number]

/** What a person has chosen on this device, for every room. */
export interface DevicePreferences {
  /** Whether a sound is played while they look elsewhere. */
  sound: boolean
  /** Whether the browser shows a notification then. */
  notify: boolean
  /** Whether the room is blurred then. */
  blur: boolean
  /** Whether others are told that they type. */
  sendTyping: boolean
  /** Whether they see who else types. */
  showTyping: boolean
  /** Whether Enter sends on a keyboard on the screen, too. */
  enterSends: boolean
  /** How much is read out by itself. */
  verbosity: Verbosity
  /** The page to which Esc, pressed twice, leaves at once; empty where it doesn’t. */
  exitAddress: string
}

const DEFAULTS: DevicePreferences = {
  sound: false,
  notify: false,
  blur: false,
  sendTyping: true,
  showTyping: true,
  enterSends: false,
  verbosity: 'all',
  exitAddress: '',
}

const KEY = 'private-chat.device'

/** Of what is stored. A record of another version is not read: its names may have meant something else. */
const VERSION = 1

/** Where a sign was chosen before there was one record, as `on` or `off`. */
const keyBefore = (sign: 'sound' | 'notify') => `private-chat.${sign}`

/** Reads what was chosen last. What is missing, or is no choice of today, is as it is by itself. */
export function readPreferences(storage: SafeStorage = deviceStorage): DevicePreferences {
  const chosen: Record<string, unknown> = { ...DEFAULTS }
  for (const sign of ['sound', 'notify'] as const) chosen[sign] = storage.readItem(keyBefore(sign)) === 'on'
  try {
    const stored = JSON.parse(storage.readItem(KEY) ?? 'null')
    if (stored?.version !== VERSION) return { ...DEFAULTS, ...chosen }
    for (const [name, value] of Object.entries(DEFAULTS))
      if (typeof stored[name] === typeof value) chosen[name] = stored[name]
    if (!VERBOSITIES.includes(stored.verbosity)) chosen.verbosity = DEFAULTS.verbosity
  } catch {
    // The page wrote something else there, or somebody.
  }
  return { ...DEFAULTS, ...chosen }
}

/** Stores all choices in place of those before. */
export function storePreferences(preferences: DevicePreferences, storage: SafeStorage = deviceStorage): void {
  storage.writeItem(KEY, JSON.stringify({ version: VERSION, ...preferences }))
  for (const sign of ['sound', 'notify'] as const) storage.writeItem(keyBefore(sign), null)
}

const [preferences, setPreferences] = createSignal(readPreferences())

// Another tab has chosen.
globalThis.addEventListener?.('storage', ({ key }) => key === KEY && setPreferences(readPreferences()))

/** Returns what is chosen, here or in another tab; reactive. Where nothing can be stored it holds until the page is left. */
export const devicePreferences = preferences

/** Chooses something, for this tab and the others, for now and later. */
export function choosePreferences(choice: Partial<DevicePreferences>): void {
  storePreferences(setPreferences({ ...preferences(), ...choice }))
}
