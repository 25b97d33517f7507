// What is drawn as nothing, by Unicode's own properties: white space, control and format characters, halves of a
// character, what is to be ignored where it can't be shown (fillers, joiners, selectors, tags), and the few signs that
// are blank by design. Some format characters are drawn: the number and verse signs of Arabic, Syriac and Kaithi.
const VISIBLE =
  /[^\p{White_Space}\p{DI}\p{Cc}\p{Cf}\p{Cs}\u2800\ufffc\u{16fe4}\u{1d159}]|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u

/** Whether a text shows nothing, whatever is in it: it is refused as an empty one is, by the page and by the room. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text)
}
