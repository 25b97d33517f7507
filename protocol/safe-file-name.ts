/** Bytes of UTF-8 that file systems take for a name. */
const NAME_MAX_BYTES = 255

/** Characters (code points) of an ending that is kept where a name is cut. */
const ENDING_MAX = 16

/** What has a meaning in a path or a shell; what is not seen; what changes the direction of the text after it. */
const UNSAFE = /[/\\:*?"<>|\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu

/** Names of devices on Windows, whatever their ending is. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i

const encoder = new TextEncoder()

/**
 * Returns the name under which a file is shown and saved, whatever its sender called it: one part of a path, which no system hides,
 * takes for a device or reads in another direction, and 255 bytes at most. The ending is kept, since it says what opens the file.
 */
export function safeFileName(raw: string): string {
  // Of a path the last part is the name. Taken apart first (NFKD): a slash of full width, or a sign within another, would be one of ours later.
  const [last = ''] = raw.toWellFormed().normalize('NFKD').split(/[/\\]/).slice(-1)
  const seen = last.replace(UNSAFE, '_').normalize('NFKC').replace(/\s+/gu, ' ')
  // No hidden file, and none whose end a system would drop.
  const name = seen.replace(/^[\s.]+|[\s.]+$/g, '') || 'file'
  return shorten(RESERVED.test(name) ? `_${name}` : name)
}

/**
 * Returns a safe name with a mark before its ending, such as `a (2).jpg`. It too has 255 bytes at most.
 * @param name one from `safeFileName`
 * @param mark a few characters that are safe in a name
 */
export function markFileName(name: string, mark: string): string {
  return shorten(name, mark)
}

function shorten(name: string, mark = ''): string {
  const characters = [...name]
  const dot = characters.lastIndexOf('.')
  const isEnding = dot > 0 && characters.length - dot <= ENDING_MAX
  const ending = isEnding ? characters.splice(dot) : []
  // So many at once: a name of thousands, cut one by one, would stop the page for seconds.
  characters.splice(NAME_MAX_BYTES)
  const spare = NAME_MAX_BYTES - encoder.encode([mark, ...ending].join('')).byteLength
  while (encoder.encode(characters.join('')).byteLength > spare) characters.pop()
  return [...characters, mark, ...ending].join('')
}
