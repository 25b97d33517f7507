import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { logFromObject } from '../log-from-object.ts'
import { quoteSetting, SettingError } from '../setting-error.ts'

/** Hosts of one's own machine, whose sites may be named with http: to try a frame there. */
const OWN_MACHINE = new Set(['localhost', '127.0.0.1'])

/** What a host is written of. Nothing else may get into a policy: neither `;` nor `*` nor a quote. */
const HOST = /^[a-z0-9.-]+$/

/** What `EMBED_ORIGINS` says. */
interface EmbedOrigins {
  origins: readonly string[]
  /** Entries that are no origin, as they were written. Where there is one, `origins` is empty. */
  wrong: readonly string[]
}

const NOWHERE: EmbedOrigins = { origins: [], wrong: [] }

/**
 * Parses the setting `EMBED_ORIGINS`: origins such as `https://example.org`, with spaces or commas between them. One wrong
 * entry and none counts: whoever corrects the setting must not find that half of it held all the time.
 */
export function parseEmbedOrigins(setting: string | undefined): EmbedOrigins {
  const entries = (setting ?? '').split(/[\s,]+/).filter(Boolean)
  const wrong = entries.filter((entry) => !isOrigin(entry))
  return wrong.length > 0 ? { origins: [], wrong } : { origins: [...new Set(entries)], wrong }
}

/** Whether a text is exactly an origin that may be named: no path, no slash at its end, no wildcard, no default port. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.origin !== text || !HOST.test(url.hostname)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && OWN_MACHINE.has(url.hostname))
}

/** Says what is wrong with an entry, for whoever has set it. */
function sayWrong(entry: string): string {
  return `The setting EMBED_ORIGINS has the entry ${quoteSetting(entry)}. It must name origins such as https://example.org, without a slash or a path behind them, with spaces between them. Until then no site may frame a room.`
}

/** What was read last. The setting is the same for as long as an isolate lives. */
let last: { setting: string | undefined; parsed: EmbedOrigins } = { setting: undefined, parsed: NOWHERE }

/**
 * Returns the origins of the sites that may show a room's page in a frame; none by default. Logs a wrong setting, once for
 * each isolate.
 */
export function readEmbedOrigins<Env extends AppEnv>(c: Context<Env>): readonly string[] {
  const { EMBED_ORIGINS: setting }: AppEnv['Bindings'] = c.env
  if (setting !== last.setting) {
    last = { setting, parsed: parseEmbedOrigins(setting) }
    const [wrong] = last.parsed.wrong
    if (wrong !== undefined) logFromObject(c, 'embed-origins-wrong', new SettingError(sayWrong(wrong)))
  }
  return last.parsed.origins
}
