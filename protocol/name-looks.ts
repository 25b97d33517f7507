/**
 * Characters that look like others, and what readers take them for, as `confusables.txt` of Unicode's UTS 39 has them. The
 * table is large: each side loads it where it needs it.
 */
export type Prototypes = ReadonlyMap<string, string>

/**
 * Most names are ASCII, of which only a few characters have a prototype: `1` and `I` are `l`, `0` is `O`, `m` is `rn`.
 */
const ASCII = /^[\x20-\x7e]*$/
const IGNORABLE = /\p{DI}/gu

/**
 * Returns the skeleton of a text by UTS 39, section 4: texts that look alike have the same skeleton. It is for comparing
 * only. The parts of a prototype may have prototypes, too, so this goes on until nothing changes.
 */
export function skeletonOf(text: string, prototypes: Prototypes): string {
  const seen = ASCII.test(text) ? text : text.normalize('NFD').replace(IGNORABLE, '')
  let skeleton = ''
  for (const letter of seen) skeleton += prototypes.get(letter) ?? letter
  if (ASCII.test(skeleton)) return skeleton
  skeleton = skeleton.normalize('NFD')
  return skeleton === seen ? skeleton : skeletonOf(skeleton, prototypes)
}

/**
 * A name as it looks, and as it looks in small and in capital letters. The first character of each shows which of them it
 * is.
 */
export type Looks = readonly [asIs: string, small: string, capital: string]

/** Small capitals from A to Z, for which Unicode has no other form; Q and X have none of their own. */
const SMALL_CAPITALS = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡxʏᴢ']
const SMALL_CAPITAL = /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]/g
const LETTER_A = 0x61

function withoutSmallCapitals(text: string): string {
  return text.replace(SMALL_CAPITAL, (sign) => String.fromCharCode(LETTER_A + SMALL_CAPITALS.indexOf(sign)))
}

/**
 * Returns what a reader may take a name for. Two names count as the same where any of their three looks is the same: `Ada`
 * and `аda` with a Cyrillic letter, `Alan` and `AIan` with a capital I, `HOST` and `Н0st`. There are three looks, because
 * letters that look alike do so in one case only: were `I` an `l` in either case, Ian would be Lan.
 */
export function looksOf(name: string, prototypes: Prototypes): Looks {
  const plain = withoutSmallCapitals(name.normalize('NFKC'))
  // To small letters first: `ẞ` has no other capital form than itself, and becomes `SS` only by way of `ß`.
  const capital = plain.toLowerCase().toUpperCase()
  const small = capital.toLowerCase().replaceAll('ς', 'σ')
  const look = (text: string) => skeletonOf(text, prototypes)
  return [`=${look(plain)}`, `-${look(small)}`, `+${look(capital)}`]
}

/** Whether a reader may take two names with these looks for the same. */
export function looksAlike(one: Looks, other: Looks): boolean {
  return one.some((look, at) => look === other[at])
}
