import { fromBase64Url } from './base64url.ts'
import { isLinkKey } from './hkdf.ts'

/** What a link holds. */
export interface InviteLinkParts {
  roomId: string
  /** Null where there is none, as in a room without encryption, or not a whole one. */
  key: string | null
}

// Between a link's characters there may be the end of a line, and what a mail program begins the next one with.
const BREAK = '(?:[ \\t]*[\\r\\n]+[ \\t]*(?:>[> \\t]*)?)?'
const broken = (length: number) => `([A-Za-z0-9_-](?:${BREAK}[A-Za-z0-9_-]){${length - 1}})`
// Up to a character that can't belong to the key any more: one too many is a damaged key, and not a key with a tail.
// Only what ends a sentence or frames a word is no more of it: a line of underscores or hyphens.
const LINK = new RegExp(
  `/room/${broken(21)}/?(?:\\?[^\\s#]*)?#[#!/]*${BREAK}${broken(43)}(?![_-]*[A-Za-z0-9])`,
)
const ROOM = new RegExp(`/room/${broken(21)}(?![A-Za-z0-9_-])`)

// Drawn as nothing, and put in by programs that break lines.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g

/**
 * Finds the link of a room in what somebody pasted: whatever stands around it, broken into lines, with `%23` for its `#`,
 * in the encoding of a mail (quoted-printable), or wrapped by a program that looks at the links in mails.
 * @returns null where there is none
 */
export function parseInviteLink(text: string): InviteLinkParts | null {
  const readings = readingsOf(text.replace(UNSEEN, ''))
  for (const reading of readings) {
    const [roomId, key] = find(LINK, reading)
    if (roomId && key && isLinkKey(key)) return { roomId, key }
  }
  for (const reading of readings) {
    const [roomId] = find(ROOM, reading)
    if (roomId) return { roomId, key: null }
  }
  return null
}

/** The parts of a link, without what broke them. */
function find(link: RegExp, text: string): string[] {
  return (link.exec(text)?.slice(1) ?? []).map((part) => part.replace(/[^A-Za-z0-9_-]/g, ''))
}

/** The text in all ways in which it can be read, as it stands first. */
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

/** RFC 2045, 6.7: `=3D` is a character, and `=` at the end of a line says that it goes on. */
function readQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Proofpoint's URL Defense. Version 2 writes `-` for `%` and `_` for `/`; version 3 writes `*` for what it takes out, of
 * which a link of ours has nothing but the `#`.
 */
function readProofpoint(text: string): string {
  return text
    .replace(/\/v2\/url\?u=([^&\s]+)/g, (_, url) => ` ${decode(url.replace(/-/g, '%').replace(/_/g, '/'))} `)
    .replace(/\/v3\/__(\S+?)__;/g, (_, url) => ` ${url.replace(/\*/g, '#')} `)
}

/** An address in base64, such as Sophos puts behind `u=`. */
function readBase64(text: string): string {
  return text.replace(/=(aHR0c[A-Za-z0-9+/_-]+)/g, (whole, encoded) => {
    const bytes = fromBase64Url(encoded.replace(/\+/g, '-').replace(/\//g, '_'))
    return bytes ? `= ${new TextDecoder().decode(bytes)} ` : whole
  })
}

/** Broken anywhere, also in what stands before the id, or between a percent sign and its digits. */
function joinLines(text: string): string {
  return text.replace(/\s*[\r\n]+\s*(?:>[> \t]*)?/g, '')
}

/** How often something may have written `%25` for a `%`, one program after the other. */
const TIMES = 4

/** Reads percent signs as often as there are any; as it was where they stand for nothing. */
function decode(text: string): string {
  try {
    for (let time = 0; time < TIMES && text.includes('%'); time += 1) text = decodeURIComponent(text)
  } catch {
    // A lone percent sign: what was read until then counts.
  }
  return text
}
