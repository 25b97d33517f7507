import type { Bindings } from '../env.ts'
import { quoteSetting, SettingError } from '../setting-error.ts'

/** Where objects may be placed: `''` is wherever the platform likes, `eu` the European Union alone. */
const JURISDICTIONS = ['', 'eu'] as const

/** Where the platform keeps an object to, for good. */
export type Jurisdiction = Exclude<(typeof JURISDICTIONS)[number], ''>

/** The bindings of the classes of objects. */
type ObjectBinding = 'ROOMS' | 'RELAYS' | 'ACCOUNTS'

/** Namespaces within the jurisdiction, each by the one that is bound. */
const placed = new WeakMap<object, unknown>()

/**
 * Reads the setting `JURISDICTION`.
 * @returns the jurisdiction; null where the platform may place objects anywhere
 * @throws SettingError where the setting has another value, and names those that it may have
 */
export function readJurisdiction({ JURISDICTION = '' }: Pick<Bindings, 'JURISDICTION'>): Jurisdiction | null {
  const known = JURISDICTIONS.find((each) => each === JURISDICTION)
  if (known !== undefined) return known === '' ? null : known
  const allowed = JURISDICTIONS.map((each) => JSON.stringify(each)).join(' or ')
  throw new SettingError(`The setting JURISDICTION is ${quoteSetting(JURISDICTION)}; it must be ${allowed}.`)
}

/**
 * Returns the namespace in which names and new ids of a deployment's objects are made. This is the one place that knows of
 * jurisdictions: an id that is made here keeps its jurisdiction for good, also as a string.
 * @throws SettingError where the setting is wrong, or this runtime does not keep objects to a jurisdiction
 */
export function namespaceOf<B extends ObjectBinding>(env: Bindings, binding: B): Bindings[B] {
  const jurisdiction = readJurisdiction(env)
  const namespace = env[binding]
  if (jurisdiction === null) return namespace
  const known = placed.get(namespace)
  if (known !== undefined) return known as Bindings[B]
  const within = restrictNamespace(namespace, jurisdiction)
  placed.set(namespace, within)
  return within as Bindings[B]
}

/** Checks the settings that say where objects are placed. @throws SettingError as `namespaceOf` */
export function checkPlacement(env: Bindings): void {
  namespaceOf(env, 'ROOMS')
}

/**
 * Restricts a namespace to a jurisdiction. workerd throws there (2026-11), and one that ignored it would lose the
 * jurisdiction of an id on its way through a string (cloudflare/workerd#4745), where the platform keeps it.
 */
function restrictNamespace(namespace: DurableObjectNamespace, jurisdiction: Jurisdiction): unknown {
  try {
    const within = namespace.jurisdiction(jurisdiction)
    const id = within.idFromString(within.idFromName('any').toString())
    if (id.jurisdiction === jurisdiction) return within
  } catch {
    // Said below, in words for whoever has set it.
  }
  throw new SettingError(
    `The setting JURISDICTION is "${jurisdiction}", which takes Cloudflare: this runtime keeps objects wherever it runs itself. Leave it empty here.`,
  )
}
