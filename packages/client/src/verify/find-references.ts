/** What a document or a script loads, as far as its text says so plainly. */
export interface References {
  /** Paths of this host, or whole addresses of others. */
  addresses: string[]
  hasInlineScript: boolean
}

// A host may send anything, and none of these takes longer than reading it once: whoever checks must not be kept for hours.
const SCRIPT_START = /<script\b/i
const SCRIPT_END = /<\/script/i
const LOADING_TAG = /<(?:script|link|img|iframe|object|embed|source|audio|video)\b[^>]*/gi
const ATTRIBUTE = /\s(?:src|href|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i
const IMPORT = /(?:\bfrom|\bimport)\s*(?:\(\s*)?["'`]([^"'`]+\.js)["'`]/g

/**
 * Finds what a document loads.
 * @param base the address it is served at, whole
 */
export function findInDocument(html: string, base: string): References {
  const addresses = Array.from(html.matchAll(LOADING_TAG), ([tag]) => {
    const [, double, single, bare] = ATTRIBUTE.exec(tag) ?? []
    return double ?? single ?? bare
  })
  const scripts = html
    .split(SCRIPT_START)
    .slice(1)
    .map((part) => readScript(part))
  // An import map is no script: it says where modules are, and the policy names its hash.
  const isMap = ({ attributes }: { attributes: string }) => /\btype\s*=\s*["']?importmap\b/i.test(attributes)
  const mapped = scripts.filter(isMap).flatMap(({ text }) => readImportMap(text))
  return {
    addresses: resolveAll([...addresses, ...mapped], base),
    hasInlineScript: scripts.some((script) => !isMap(script) && script.text.trim() !== ''),
  }
}

/**
 * Finds what a script imports, where the address stands in it.
 * @param base the address it is served at, whole
 */
export function findInScript(source: string, base: string): References {
  const relative = Array.from(source.matchAll(IMPORT), ([, address = '']) => address)
  // A name without a path is looked up in the document's import map, whose addresses are found there.
  const addresses = relative.filter((address) => /^(?:\.{0,2}\/|https?:)/.test(address))
  return { addresses: resolveAll(addresses, base), hasInlineScript: false }
}

/** Reads a script from what stands behind `<script`: without an end it goes on to the next one. */
function readScript(part: string): { attributes: string; text: string } {
  const [script = ''] = part.split(SCRIPT_END, 1)
  const [attributes = ''] = script.split('>', 1)
  return { attributes, text: script.slice(attributes.length + 1) }
}

/** Returns all addresses in an import map; none where it is no JSON, which a browser ignores. */
function readImportMap(text: string): string[] {
  try {
    const { imports = {}, integrity = {} } = JSON.parse(text)
    return [...Object.values<string>(imports), ...Object.keys(integrity)]
  } catch {
    return []
  }
}

function resolveAll(addresses: readonly (string | undefined)[], base: string): string[] {
  const { origin } = new URL(base)
  const resolved = addresses.flatMap((address) => {
    const url = address === undefined ? null : URL.parse(address, base)
    if (url === null) return []
    return url.origin === origin ? url.pathname : url.href
  })
  return [...new Set(resolved)]
}
