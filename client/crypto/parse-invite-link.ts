import { fromBase64Url } from './base64url.ts'
import { type EpochLink, formatEpochRoomPath, parseEpochLink } from './epoch-link.ts'
import { formatRoomPath } from './format-room-path.ts'
import { type LinkKey, parseLinkKey } from './link-key.ts'

/** What an invite link holds. */
interface InviteLinkParts {
  roomId: string
  /** Null where there is none of version 1, as in a room without encryption, or not a whole one. */
  linkKey: LinkKey | null
  /** What a link of version 2 holds; absent where it is none. */
  epochLink?: EpochLink
}

// Between the characters of an invite link there may be the end of a line, and the `>` of an answer that begins the next one.
const BREAK = '(?:[ \\t]*[\\r\\n]+[ \\t]*(?:>[> \\t]*)?)?'
const broken = (length: number) => `([A-Za-z0-9_-](?:${BREAK}[A-Za-z0-9_-]){${length - 1}})`
// Up to a character that can't belong to the key: one character too many is a damaged key, and no key with a tail. Only
// underscores and hyphens after it, with no letter behind them, don't count: they end a sentence or frame a word.
// 43 are a key of version 1; one or two more are a sign of version 2 before it. The shortest that ends there counts: what
// follows behind a line break is taken for another word.
const INVITE_LINKS = [43, 44, 45].map(
  (length) =>
    new RegExp(`/room/${broken(21)}/?(?:\\?[^\\s#]*)?#[#!/]*${BREAK}${broken(length)}(?![_-]*[A-Za-z0-9])`),
)
const ROOM = new RegExp(`/room/${broken(21)}(?![A-Za-z0-9_-])`)

// Characters that draw nothing. Programs that break lines put them in.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g

/**
 * Finds the invite link in a pasted text, whatever stands around it. The link may be broken into lines, have `%23` for its
 * `#`, be in the encoding of a mail (quoted-printable), or be wrapped by a program that checks the links in mails.
 * @returns null where there is none
 */
export function parseInviteLink(text: string): InviteLinkParts | null {
  const readings = readingsOf(text.replace(UNSEEN, ''))
  for (const reading of readings) {
    for (const pattern of INVITE_LINKS) {
      const [roomId, key = ''] = matchParts(pattern, reading)
      const linkKey = parseLinkKey(key)
      const epochLink = parseEpochLink(key)
      if (roomId && epochLink) return { roomId, linkKey, epochLink }
      if (roomId && linkKey) return { roomId, linkKey }
    }
  }
  for (const reading of readings) {
    const [roomId] = matchParts(ROOM, reading)
    if (roomId) return { roomId, linkKey: null }
  }
  return null
}

/** Returns the path of the room's page that an invite link leads to, with its key. */
export function formatInvitePath({ roomId, linkKey, epochLink }: InviteLinkParts): string {
  return epochLink ? formatEpochRoomPath(roomId, epochLink) : formatRoomPath(roomId, linkKey)
}

/** Returns what a pattern's groups match, without what breaks them. */
function matchParts(pattern: RegExp, text: string): string[] {
  return (pattern.exec(text)?.slice(1) ?? []).map((part) => part.replace(/[^A-Za-z0-9_-]/g, ''))
}

/** Returns the text in all ways in which it can be read; first as it stands. */
function readingsOf(text: string): string[] {
  const readings = new Set([text])
  for (const read of [readHtml, readQuotedPrintable, readProofpoint, readBase64, joinLines, decode]) {
    for (const reading of [...readings]) readings.add(read(reading))
  }
  return [...readings]
}

function readHtml(text: string): string {
  return text.replace(/&(?:#35|#x23|num);/gi, '#')
}

/** RFC 2045, 6.7: `=3D` is a character, and `=` at the end of a line means that the line goes on. */
function readQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Proofpoint's URL Defense. Version 2 writes `-` for `%` and `_` for `/`. Version 3 writes `*` for what it takes out; of
 * an invite link that is the `#` alone.
 */
function readProofpoint(text: string): string {
  return text
    .replace(/\/v2\/url\?u=([^&\s]+)/g, (_, url) => ` ${decode(url.replace(/-/g, '%').replace(/_/g, '/'))} `)
    .replace(/\/v3\/__(\S+?)__;/g, (_, url) => ` ${url.replace(/\*/g, '#')} `)
}

/** An address in base64, such as Sophos puts after `u=`. */
function readBase64(text: string): string {
  return text.replace(/=(aHR0c[A-Za-z0-9+/_-]+)/g, (whole, encoded) => {
    const bytes = fromBase64Url(encoded.replace(/\+/g, '-').replace(/\//g, '_'))
    return bytes ? `= ${new TextDecoder().decode(bytes)} ` : whole
  })
}

/** An invite link may be broken anywhere, also before the id, or between a percent sign and its digits. */
function joinLines(text: string): string {
  return text.replace(/\s*[\r\n]+\s*(?:>[> \t]*)?/g, '')
}

/** How many programs, one after the other, may have written `%25` for a `%`. */
const DECODINGS_MAX = 4

/** Decodes percent signs for as long as there are any. */
function decode(text: string): string {
  try {
    for (let round = 0; round < DECODINGS_MAX && text.includes('%'); round += 1)
      text = decodeURIComponent(text)
  } catch {
    // A percent sign that encodes nothing: what was decoded until then counts.
  }
  return text
}
